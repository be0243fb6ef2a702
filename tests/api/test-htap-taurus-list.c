/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus-list.h"

#include "htap-error.h"
#include "htap-taurus.h"
#include "htap-test-fleet.h"
#include "htap-test.h"

static GPtrArray *
list (HtapTestFleet *fleet, GHashTable *old_endpoints, GError **error)
{
  g_autoptr (HtapAuthorizer) authorizer = htap_test_fleet_new_authorizer (fleet);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean complete;

  htap_taurus_list_async (authorizer, FLEET_REGION, FLEET_PROJECT, "en-us", old_endpoints, NULL,
                          htap_test_on_result, &result);

  return htap_taurus_list_finish (authorizer, htap_test_await (&result), &complete, error);
}

static void
test_new_version (void)
{
  HtapTestFleet fleet;
  g_autoptr (GHashTable) old_endpoints =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) taurus = NULL;

  htap_test_fleet_init (&fleet);
  fleet.n_items = 120;
  taurus = list (&fleet, old_endpoints, NULL);
  g_assert_cmpuint (taurus->len, ==, 120);
  g_assert_cmpstr (htap_taurus_get_name (g_ptr_array_index (taurus, 0)), ==, "item 119");
  g_assert_cmpuint (fleet.n_old_requests, ==, 0);
  g_assert_cmpuint (g_hash_table_size (old_endpoints), ==, 0);
  htap_test_fleet_clear (&fleet);
}

/* Found out once. */
static void
test_old_version (void)
{
  HtapTestFleet fleet;
  g_autoptr (GHashTable) old_endpoints =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  htap_test_fleet_init (&fleet);
  fleet.n_items = 120;
  fleet.unknown_version = "v3.1";
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (GPtrArray) taurus = list (&fleet, old_endpoints, NULL);

      g_assert_cmpuint (taurus->len, ==, 120);
      g_assert_cmpuint (fleet.n_old_requests, ==, 2 * i);
      g_assert_cmpuint (fleet.n_requests, ==, 2 * i + 1);
    }
  htap_test_fleet_clear (&fleet);
}

/* What does not exist in either version is not remembered as old. */
static void
test_neither_version (void)
{
  HtapTestFleet fleet;
  g_autoptr (GHashTable) old_endpoints =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  htap_test_fleet_init (&fleet);
  fleet.status = 404;
  g_assert_null (list (&fleet, old_endpoints, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_NOT_FOUND);
  g_assert_cmpuint (fleet.n_requests, ==, 2);
  g_assert_cmpuint (g_hash_table_size (old_endpoints), ==, 0);
  htap_test_fleet_clear (&fleet);
}

static void
test_other_errors (void)
{
  static const guint statuses[] = { 400, 401, 403, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      HtapTestFleet fleet;
      g_autoptr (GHashTable) old_endpoints =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GError) error = NULL;

      htap_test_fleet_init (&fleet);
      fleet.status = statuses[i];
      g_assert_null (list (&fleet, old_endpoints, &error));
      g_assert_cmpuint (htap_error_get_details (error)->http_status, ==, statuses[i]);
      g_assert_cmpuint (fleet.n_requests, ==, 1);
      htap_test_fleet_clear (&fleet);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/taurus-list/new-version", test_new_version);
  g_test_add_func ("/taurus-list/old-version", test_old_version);
  g_test_add_func ("/taurus-list/neither-version", test_neither_version);
  g_test_add_func ("/taurus-list/other-errors", test_other_errors);

  return g_test_run ();
}
