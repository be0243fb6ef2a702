/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-error.h"
#include "htap-test-fleet.h"
#include "htap-test.h"

static void
test_taurus (void)
{
  HtapTestFleet fleet;
  g_autoptr (HtapClient) client = htap_client_new ("zh-cn");
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (HtapProfile) profile = NULL;

  htap_test_fleet_init (&fleet);
  fleet.n_items = 120;
  fleet.unknown_version = "v3.1";
  profile = htap_test_fleet_new_profile (&fleet);
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) taurus = NULL;
      gboolean complete = FALSE;

      htap_client_list_taurus_instances_async (client, profile, FLEET_REGION, FLEET_PROJECT,
                                               credentials, NULL, htap_test_on_result, &result);
      taurus = htap_client_list_taurus_instances_finish (client, htap_test_await (&result),
                                                         &complete, NULL);
      g_assert_cmpuint (taurus->len, ==, 120);
      g_assert_true (complete);
      g_assert_cmpuint (fleet.n_requests, ==, 2 * i + 1);
      g_assert_cmpstr (htap_test_server_get_header (fleet.server, "X-Language"), ==, "zh-cn");
    }
  htap_test_fleet_clear (&fleet);
}

static void
test_enterprise_projects (void)
{
  HtapTestFleet fleet;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) names = NULL;

  htap_test_fleet_init (&fleet);
  fleet.n_items = 2;
  profile = htap_test_fleet_new_profile (&fleet);
  htap_client_list_enterprise_projects_async (client, profile, FLEET_REGION, FLEET_PROJECT,
                                              credentials, NULL, htap_test_on_result, &result);
  names = htap_client_list_enterprise_projects_finish (client, htap_test_await (&result), NULL);
  g_assert_cmpuint (g_hash_table_size (names), ==, 2);
  htap_test_fleet_clear (&fleet);
}

static void
test_no_credentials (void)
{
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (GAsyncResult) taurus = NULL;
  g_autoptr (GAsyncResult) projects = NULL;
  g_autoptr (GError) error = NULL;
  gboolean complete = TRUE;

  htap_client_list_taurus_instances_async (client, profile, FLEET_REGION, NULL, NULL, NULL,
                                           htap_test_on_result, &taurus);
  g_assert_null (htap_client_list_taurus_instances_finish (client, htap_test_await (&taurus),
                                                           &complete, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_false (complete);
  g_clear_error (&error);

  htap_client_list_enterprise_projects_async (client, profile, FLEET_REGION, NULL, NULL, NULL,
                                              htap_test_on_result, &projects);
  g_assert_null (
      htap_client_list_enterprise_projects_finish (client, htap_test_await (&projects), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
}

/* What the cloud refuses is answered, too. */
static void
test_refused (void)
{
  HtapTestFleet fleet;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GAsyncResult) taurus = NULL;
  g_autoptr (GAsyncResult) projects = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_fleet_init (&fleet);
  fleet.status = 500;
  fleet.body = "{\"error_code\":\"DBS.200005\",\"error_msg\":\"m\"}";
  profile = htap_test_fleet_new_profile (&fleet);

  htap_client_list_taurus_instances_async (client, profile, FLEET_REGION, FLEET_PROJECT,
                                           credentials, NULL, htap_test_on_result, &taurus);
  g_assert_null (
      htap_client_list_taurus_instances_finish (client, htap_test_await (&taurus), NULL, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_SERVER);
  g_clear_error (&error);

  htap_client_list_enterprise_projects_async (client, profile, FLEET_REGION, FLEET_PROJECT,
                                              credentials, NULL, htap_test_on_result, &projects);
  g_assert_null (
      htap_client_list_enterprise_projects_finish (client, htap_test_await (&projects), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_SERVER);
  htap_test_fleet_clear (&fleet);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static gboolean
is_notified (gpointer data)
{
  return *(guint *) data > 0;
}

/* A person sees until when it waits, and ends that at once. */
static void
test_held_until (void)
{
  HtapTestFleet fleet;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notifications = 0;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 held_until;

  htap_test_fleet_init (&fleet);
  fleet.status = 429;
  fleet.body = "{\"error_code\":\"APIGW.0308\",\"error_msg\":\"policy user over ratelimit,"
               "limit:100,time:1 minute\"}";
  profile = htap_test_fleet_new_profile (&fleet);
  g_signal_connect (client, "notify::held-until", G_CALLBACK (on_notify), &n_notifications);
  g_assert_cmpint (htap_client_get_held_until (client), ==, 0);

  htap_client_list_taurus_instances_async (client, profile, FLEET_REGION, FLEET_PROJECT,
                                           credentials, cancellable, htap_test_on_result, &result);
  htap_test_wait_until (is_notified, &n_notifications, "until when it waits");
  g_object_get (client, "held-until", &held_until, NULL);
  g_assert_cmpint (held_until, >=, now + 60);
  g_assert_cmpint (held_until, <=, now + 120);
  g_assert_null (result);

  g_cancellable_cancel (cancellable);
  g_assert_null (
      htap_client_list_taurus_instances_finish (client, htap_test_await (&result), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fleet.n_requests, ==, 1);
  htap_test_fleet_clear (&fleet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client-fleet/taurus", test_taurus);
  g_test_add_func ("/client-fleet/enterprise-projects", test_enterprise_projects);
  g_test_add_func ("/client-fleet/no-credentials", test_no_credentials);
  g_test_add_func ("/client-fleet/refused", test_refused);
  g_test_add_func ("/client-fleet/held-until", test_held_until);

  return g_test_run ();
}
