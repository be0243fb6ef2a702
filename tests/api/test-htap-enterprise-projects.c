/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-enterprise-projects.h"

#include "htap-error.h"
#include "htap-test-fleet.h"
#include "htap-test.h"

#include <string.h>

static GHashTable *
list (HtapTestFleet *fleet, GError **error)
{
  g_autoptr (HtapAuthorizer) authorizer = htap_test_fleet_new_authorizer (fleet);
  g_autoptr (GAsyncResult) result = NULL;

  htap_enterprise_projects_list_async (authorizer, FLEET_REGION, FLEET_PROJECT, "en-us", NULL,
                                       htap_test_on_result, &result);

  return htap_enterprise_projects_list_finish (authorizer, htap_test_await (&result), error);
}

static void
test_names (void)
{
  HtapTestFleet fleet;
  g_autoptr (GHashTable) names = NULL;

  htap_test_fleet_init (&fleet);
  fleet.n_items = 130;
  names = list (&fleet, NULL);
  g_assert_cmpuint (g_hash_table_size (names), ==, 130);
  g_assert_cmpstr (g_hash_table_lookup (names, "00000000000000000000000000000007in07"), ==,
                   "item 7");
  g_assert_cmpuint (fleet.n_requests, ==, 2);
  htap_test_fleet_clear (&fleet);
}

/* Not everybody may ask. */
static void
test_not_to_be_had (void)
{
  static const guint statuses[] = { 403, 404 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      HtapTestFleet fleet;
      g_autoptr (GHashTable) names = NULL;
      g_autoptr (GError) error = NULL;

      htap_test_fleet_init (&fleet);
      fleet.status = statuses[i];
      names = list (&fleet, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_hash_table_size (names), ==, 0);
      htap_test_fleet_clear (&fleet);
    }
}

static void
test_error (void)
{
  HtapTestFleet fleet;
  g_autoptr (GError) error = NULL;

  htap_test_fleet_init (&fleet);
  fleet.status = 500;
  g_assert_null (list (&fleet, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_SERVER);
  htap_test_fleet_clear (&fleet);
}

static void
test_decode (void)
{
  static const char odd[] = "{\"enterprise_projects\":[null,7,{},{\"id\":\"a\"},{\"name\":\"b\"},"
                            "{\"id\":0,\"name\":\"default\"}]}";
  g_autoptr (GBytes) body = htap_test_fixture ("enterprise_projects.json");
  g_autoptr (GBytes) odd_body = g_bytes_new_static (odd, strlen (odd));
  g_autoptr (GBytes) wrong_body = g_bytes_new_static ("{}", 2);
  g_autoptr (HtapPage) page = htap_enterprise_projects_decode_page (body, NULL);
  g_autoptr (HtapPage) odd_page = htap_enterprise_projects_decode_page (odd_body, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpint (page->total, ==, 2);
  g_assert_cmpuint (odd_page->items->len, ==, 1);
  g_assert_cmpuint (odd_page->n_listed, ==, 6);
  g_assert_null (htap_enterprise_projects_decode_page (wrong_body, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/enterprise-projects/names", test_names);
  g_test_add_func ("/enterprise-projects/not-to-be-had", test_not_to_be_had);
  g_test_add_func ("/enterprise-projects/error", test_error);
  g_test_add_func ("/enterprise-projects/decode", test_decode);

  return g_test_run ();
}
