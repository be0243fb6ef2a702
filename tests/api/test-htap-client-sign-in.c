/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

static gboolean
sign_in (HtapClient *client, HtapProfile *profile, HtapCredentials *credentials, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_client_sign_in_async (client, profile, CLOUD_REGION, CLOUD_PROJECT, credentials, NULL,
                             htap_test_on_result, &result);

  return htap_client_sign_in_finish (client, htap_test_await (&result), error);
}

/* Asked for once, and then there. */
static void
test_password (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  profile = htap_test_cloud_new_profile (&cloud, HTAP_SIGN_IN_PASSWORD);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (sign_in (client, profile, credentials, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (cloud.n_sign_ins, ==, 1);
  g_assert_cmpuint (cloud.n_lists, ==, 0);
  g_assert_nonnull (strstr (cloud.body, CLOUD_PROJECT));
  htap_test_cloud_clear (&cloud);
}

static void
test_refused (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  cloud.sign_in_status = 401;
  cloud.sign_in_error = "{\"error_code\": \"IAM.0062\", \"error_msg\": \"Wrong.\"}";
  profile = htap_test_cloud_new_profile (&cloud, HTAP_SIGN_IN_PASSWORD);
  g_assert_false (sign_in (client, profile, credentials, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_WRONG_PASSWORD);
  g_assert_cmpuint (cloud.n_sign_ins, ==, 1);
  htap_test_cloud_clear (&cloud);
}

/* Nothing is asked, and nothing is learnt: a key stays on trial until a request proves it. */
static void
test_key (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapSource) source = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  cloud.list_status = 401;
  cloud.list_error =
      "{\"error_code\": \"APIGW.0301\", \"error_msg\": \"verify aksk signature fail\"}";
  profile = htap_test_cloud_new_profile (&cloud, HTAP_SIGN_IN_ACCESS_KEY);
  source = htap_source_new (profile, CLOUD_REGION, CLOUD_PROJECT, CLOUD_TAURUS);
  g_assert_true (sign_in (client, profile, credentials, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cloud.n_sign_ins + cloud.n_lists, ==, 0);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) refusal = NULL;

      htap_client_list_htap_instances_async (client, source, credentials, NULL, htap_test_on_result,
                                             &result);
      g_assert_null (
          htap_client_list_htap_instances_finish (client, htap_test_await (&result), &refusal));
      g_assert_error (refusal, HTAP_ERROR, HTAP_ERROR_AUTH);
    }
  g_assert_cmpuint (cloud.n_lists, ==, 1);
  htap_test_cloud_clear (&cloud);
}

static void
test_no_credentials (void)
{
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in (client, profile, NULL, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_NO_CREDENTIALS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client-sign-in/password", test_password);
  g_test_add_func ("/client-sign-in/refused", test_refused);
  g_test_add_func ("/client-sign-in/key", test_key);
  g_test_add_func ("/client-sign-in/no-credentials", test_no_credentials);

  return g_test_run ();
}
