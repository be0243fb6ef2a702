/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

typedef struct
{
  HtapTestCloud cloud;
  HtapClient *client;
  HtapCredentials *credentials;
  HtapProfile *profile;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer method)
{
  htap_test_cloud_init (&fixture->cloud);
  fixture->client = htap_client_new ("en-us");
  fixture->credentials = htap_test_cloud_new_credentials ();
  fixture->profile = htap_test_cloud_new_profile (&fixture->cloud, GPOINTER_TO_INT (method));
}

static void
tear_down (Fixture *fixture, gconstpointer method)
{
  htap_test_cloud_clear (&fixture->cloud);
  g_object_unref (fixture->profile);
  htap_credentials_unref (fixture->credentials);
  g_object_unref (fixture->client);
}

static gboolean
sign_in (Fixture *fixture, HtapCredentials *credentials, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_client_sign_in_async (fixture->client, fixture->profile, CLOUD_REGION, CLOUD_PROJECT,
                             credentials, NULL, htap_test_on_result, &result);

  return htap_client_sign_in_finish (fixture->client, htap_test_await (&result), error);
}

/* Asked for once, and then there. */
static void
test_password (Fixture *fixture, gconstpointer method)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (sign_in (fixture, fixture->credentials, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 0);
  g_assert_nonnull (strstr (fixture->cloud.body, CLOUD_PROJECT));
}

static void
test_refused (Fixture *fixture, gconstpointer method)
{
  g_autoptr (GError) error = NULL;

  fixture->cloud.sign_in_status = 401;
  fixture->cloud.sign_in_error = "{\"error_code\": \"IAM.0062\", \"error_msg\": \"Wrong.\"}";
  g_assert_false (sign_in (fixture, fixture->credentials, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_WRONG_PASSWORD);
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
}

/* Nothing is asked, and nothing is learnt: a key stays on trial until a request proves it. */
static void
test_key (Fixture *fixture, gconstpointer method)
{
  g_autoptr (HtapSource) source =
      htap_source_new (fixture->profile, CLOUD_REGION, CLOUD_PROJECT, CLOUD_TAURUS);
  g_autoptr (GError) error = NULL;

  fixture->cloud.list_status = 401;
  fixture->cloud.list_error =
      "{\"error_code\": \"APIGW.0301\", \"error_msg\": \"verify aksk signature fail\"}";
  g_assert_true (sign_in (fixture, fixture->credentials, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->cloud.n_sign_ins + fixture->cloud.n_lists, ==, 0);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) refusal = NULL;

      htap_client_list_htap_instances_async (fixture->client, source, fixture->credentials, NULL,
                                             htap_test_on_result, &result);
      g_assert_null (htap_client_list_htap_instances_finish (fixture->client,
                                                             htap_test_await (&result), &refusal));
      g_assert_error (refusal, HTAP_ERROR, HTAP_ERROR_AUTH);
    }
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 1);
}

static void
test_no_credentials (Fixture *fixture, gconstpointer method)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in (fixture, NULL, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_NO_CREDENTIALS);
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 0);
}

static void
add_test (const char *path, HtapSignIn method, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (method), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/client-sign-in/password", HTAP_SIGN_IN_PASSWORD, test_password);
  add_test ("/client-sign-in/refused", HTAP_SIGN_IN_PASSWORD, test_refused);
  add_test ("/client-sign-in/key", HTAP_SIGN_IN_ACCESS_KEY, test_key);
  add_test ("/client-sign-in/no-credentials", HTAP_SIGN_IN_PASSWORD, test_no_credentials);

  return g_test_run ();
}
