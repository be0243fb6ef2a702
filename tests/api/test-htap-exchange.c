/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-exchange.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

/* Wants to try again, whatever comes. */
#define STUBBORN_TYPE (stubborn_get_type ())
G_DECLARE_FINAL_TYPE (Stubborn, stubborn, STUBBORN, AUTHORIZER, HtapAuthorizer)

struct _Stubborn
{
  HtapAuthorizer parent_instance;
};

G_DEFINE_FINAL_TYPE (Stubborn, stubborn, HTAP_TYPE_AUTHORIZER)

static gboolean
stubborn_authorize (HtapAuthorizer *authorizer,
                    const char *region,
                    const char *project_id,
                    SoupMessage *request,
                    GError **error)
{
  return TRUE;
}

static gboolean
stubborn_conclude (HtapAuthorizer *authorizer,
                   SoupMessage *request,
                   gboolean may_repeat,
                   const GError *error)
{
  return TRUE;
}

static void
stubborn_class_init (StubbornClass *klass)
{
  HTAP_AUTHORIZER_CLASS (klass)->authorize = stubborn_authorize;
  HTAP_AUTHORIZER_CLASS (klass)->conclude = stubborn_conclude;
}

static void
stubborn_init (Stubborn *self)
{
}

/* @n_refused: how many attempts are; @n_lists: how many are made */
static void
assert_n_attempts (guint n_refused, guint n_lists)
{
  HtapTestCloud cloud;
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (HtapAuthorizer) authorizer =
      htap_authorizer_new (STUBBORN_TYPE, http, profile, credentials);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  cloud.refuse = n_refused;
  htap_exchange_async (authorizer, CLOUD_REGION, CLOUD_PROJECT, htap_test_cloud_build, &cloud, NULL,
                       htap_test_on_result, &result);
  body = htap_exchange_finish (authorizer, htap_test_await (&result), NULL, &error);
  if (n_refused < n_lists)
    g_assert_nonnull (body);
  else
    g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpuint (cloud.n_lists, ==, n_lists);
  htap_test_cloud_clear (&cloud);
}

static void
test_repeated_once (void)
{
  assert_n_attempts (G_MAXUINT, 2);
  assert_n_attempts (1, 2);
}

/* What was answered is not asked again. */
static void
test_answered (void)
{
  assert_n_attempts (0, 1);
}

static void
test_message (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapAuthorizer) authorizer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GBytes) body = NULL;

  htap_test_cloud_init (&cloud);
  authorizer = htap_test_cloud_new_authorizer (&cloud, HTAP_SIGN_IN_TOKEN);
  htap_exchange_async (authorizer, CLOUD_REGION, CLOUD_PROJECT, htap_test_cloud_build, &cloud, NULL,
                       htap_test_on_result, &result);
  body = htap_exchange_finish (authorizer, htap_test_await (&result), &message, NULL);
  g_assert_nonnull (body);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  htap_test_cloud_clear (&cloud);
}

/* What cannot be asked is not worth a sign-in. */
static void
test_not_built (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapAuthorizer) authorizer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  authorizer = htap_test_cloud_new_authorizer (&cloud, HTAP_SIGN_IN_PASSWORD);
  htap_exchange_async (authorizer, CLOUD_REGION, "../x", htap_test_cloud_build, &cloud, NULL,
                       htap_test_on_result, &result);
  g_assert_null (htap_exchange_finish (authorizer, htap_test_await (&result), NULL, &error));
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_BAD_ID);
  g_assert_cmpuint (cloud.n_sign_ins, ==, 0);
  htap_test_cloud_clear (&cloud);
}

/* A token that a person pasted is not asked with twice. */
static void
test_not_repeated (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapAuthorizer) authorizer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  cloud.refuse = G_MAXUINT;
  authorizer = htap_test_cloud_new_authorizer (&cloud, HTAP_SIGN_IN_TOKEN);
  htap_exchange_async (authorizer, CLOUD_REGION, CLOUD_PROJECT, htap_test_cloud_build, &cloud, NULL,
                       htap_test_on_result, &result);
  g_assert_null (htap_exchange_finish (authorizer, htap_test_await (&result), NULL, &error));
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_TOKEN_EXPIRED);
  g_assert_cmpuint (cloud.n_lists, ==, 1);
  htap_test_cloud_clear (&cloud);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/repeated-once", test_repeated_once);
  g_test_add_func ("/exchange/answered", test_answered);
  g_test_add_func ("/exchange/message", test_message);
  g_test_add_func ("/exchange/not-built", test_not_built);
  g_test_add_func ("/exchange/not-repeated", test_not_repeated);

  return g_test_run ();
}
