/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-sign-in-fixture.h"
#include "htap-test.h"

#define N_SOURCES 50

typedef struct
{
  HtapSignInFixture base;
  HtapProfile *profile;
} Fixture;

/* All 50 in one project: one token is good for all of them. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_PASSWORD, "Demo-Password-1");
  guint n_projects = 3;

  htap_sign_in_fixture_set_up (&fixture->base, NULL);
  htap_demo_cloud_set_fleet (fixture->base.probe->cloud, N_SOURCES * n_projects, 100);
  htap_inventory_set_max_in_flight (fixture->base.inventory, 5);
  fixture->profile =
      htap_sign_in_fixture_new_profile (&fixture->base, HTAP_SIGN_IN_PASSWORD, BI_PROJECT);
  htap_sign_in_fixture_add_profile (&fixture->base, fixture->profile, credentials);
  g_assert_cmpuint (g_list_model_get_n_items (htap_inventory_get_sources (fixture->base.inventory)),
                    ==, N_SOURCES);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->profile);
  htap_sign_in_fixture_tear_down (&fixture->base, NULL);
}

static gboolean
is_half_done (gpointer data)
{
  return htap_refresh_get_done (data) >= N_SOURCES / 2;
}

static gboolean
is_finished (gpointer data)
{
  return htap_refresh_is_finished (data);
}

/* The token dies in the middle: it is renewed once, and everything is answered. */
static void
test_expiry_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;

  htap_demo_cloud_set_delay (fixture->base.probe->cloud, 20);
  refresh = g_object_ref (htap_inventory_refresh (fixture->base.inventory, NULL));
  htap_test_wait_until (is_half_done, refresh, "half of the answers");
  g_assert_false (htap_refresh_is_finished (refresh));
  htap_sign_in_fixture_control (&fixture->base, "DELETE", "/demo/tokens", NULL);
  g_assert_false (htap_refresh_is_finished (refresh));

  htap_test_wait_until (is_finished, refresh, "the end of a refresh");
  g_assert_cmpuint (htap_refresh_get_done (refresh), ==, N_SOURCES);
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);
  g_assert_cmpuint (htap_sign_in_fixture_count_tokens (&fixture->base), ==, 2);
}

/* Stopped while the password is on its way: nobody waits for it any more. */
static void
test_stopped_while_signing_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;

  htap_demo_probe_fault (fixture->base.probe,
                         "{\"path\": \"auth/tokens\", \"delay\": 600000, \"count\": 1}");
  refresh = g_object_ref (htap_inventory_refresh (fixture->base.inventory, NULL));
  htap_inventory_stop (fixture->base.inventory);
  htap_test_wait_until (is_finished, refresh, "the end of a stopped refresh");
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);

  /* And the next one signs in anew. */
  htap_sign_in_fixture_control (&fixture->base, "DELETE", "/demo/faults", NULL);
  htap_sign_in_fixture_refresh (&fixture->base);
}

/* The project that the profile left to be found is known to its sources afterwards. */
static void
test_found_project (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_PASSWORD, "Demo-Password-1");
  g_autoptr (HtapProfile) edited = htap_profile_copy (fixture->profile);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (HtapSource) source = NULL;

  g_ptr_array_add (projects, htap_regional_id_new (BI_REGION, ""));
  htap_profile_set_projects (edited, projects);
  htap_sign_in_fixture_add_profile (&fixture->base, edited, credentials);
  source = g_list_model_get_item (htap_inventory_get_sources (fixture->base.inventory), 0);
  g_assert_cmpstr (htap_source_get_found_project_id (source), ==, "");

  htap_sign_in_fixture_refresh (&fixture->base);
  g_assert_cmpstr (htap_source_get_found_project_id (source), ==, BI_PROJECT);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/refresh/expiry-in-the-middle", test_expiry_in_the_middle);
  ADD ("/refresh/stopped-while-signing-in", test_stopped_while_signing_in);
  ADD ("/refresh/found-project", test_found_project);

  return g_test_run ();
}
