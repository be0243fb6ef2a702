/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-discovery-list.h"

typedef struct
{
  GListStore *discoveries;
  GListStore *profiles;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->discoveries = g_list_store_new (HTAP_TYPE_DISCOVERY);
  fixture->profiles = g_list_store_new (HTAP_TYPE_PROFILE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->discoveries);
  g_assert_finalize_object (fixture->profiles);
}

static HtapProfile *
make_profile (const char *uuid, const char *projects)
{
  HtapProfile *profile = htap_profile_new (uuid);
  g_auto (GStrv) words = g_strsplit (projects, " ", -1);
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (ids, htap_regional_id_parse (words[i]));
  htap_profile_set_projects (profile, ids);
  htap_profile_set_discover (profile, TRUE);

  return profile;
}

/* @profile: (transfer full): the only one. Returns: how many discoveries went. */
static guint
look_with (Fixture *fixture, HtapProfile *profile)
{
  g_autoptr (HtapProfile) owned = profile;
  g_autoptr (GPtrArray) removed = NULL;

  g_list_store_remove_all (fixture->profiles);
  g_list_store_append (fixture->profiles, owned);
  removed = htap_discovery_list_update (fixture->discoveries, G_LIST_MODEL (fixture->profiles));

  return removed->len;
}

static HtapDiscovery *
get_discovery (Fixture *fixture, guint position)
{
  g_autoptr (HtapDiscovery) discovery =
      g_list_model_get_item (G_LIST_MODEL (fixture->discoveries), position);

  g_assert_nonnull (discovery);

  return discovery;
}

static guint
get_n (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->discoveries));
}

static void
test_one_a_project (Fixture *fixture, gconstpointer data)
{
  HtapProfile *edited = make_profile ("1", "east: north:p1 south:p3");
  g_autoptr (HtapDiscovery) kept = NULL;

  g_assert_cmpuint (look_with (fixture, make_profile ("1", "north:p1 north:p2 east:")), ==, 0);
  g_assert_cmpuint (get_n (fixture), ==, 3);
  kept = g_object_ref (get_discovery (fixture, 0));

  g_assert_cmpuint (look_with (fixture, g_object_ref (edited)), ==, 1);
  g_assert_cmpuint (get_n (fixture), ==, 3);
  g_assert_true (get_discovery (fixture, 1) == kept);
  g_assert_true (htap_discovery_get_profile (kept) == edited);
  g_assert_cmpstr (htap_discovery_get_project_id (get_discovery (fixture, 0)), ==, "");
  g_object_unref (edited);
}

static void
test_only_of_those_who_look (Fixture *fixture, gconstpointer data)
{
  HtapProfile *by_hand = make_profile ("1", "north:p1");
  HtapProfile *disabled = make_profile ("1", "north:p1");

  htap_profile_set_discover (by_hand, FALSE);
  htap_profile_set_enabled (disabled, FALSE);

  look_with (fixture, make_profile ("1", "north:p1"));
  g_assert_cmpuint (get_n (fixture), ==, 1);
  g_assert_cmpuint (look_with (fixture, by_hand), ==, 1);
  g_assert_cmpuint (get_n (fixture), ==, 0);

  look_with (fixture, make_profile ("1", "north:p1"));
  g_assert_cmpuint (look_with (fixture, disabled), ==, 1);
  g_assert_cmpuint (get_n (fixture), ==, 0);
}

/* What was found at another server is not what this one has. */
static void
test_another_endpoint (Fixture *fixture, gconstpointer data)
{
  HtapProfile *moved = make_profile ("1", "north:p1");

  htap_profile_set_endpoint (moved, "north", "https://elsewhere.example");
  look_with (fixture, make_profile ("1", "north:p1"));
  g_assert_cmpuint (look_with (fixture, moved), ==, 1);
  g_assert_cmpuint (get_n (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/discovery-list/one-a-project", Fixture, NULL, set_up, test_one_a_project,
              tear_down);
  g_test_add ("/discovery-list/only-of-those-who-look", Fixture, NULL, set_up,
              test_only_of_those_who_look, tear_down);
  g_test_add ("/discovery-list/another-endpoint", Fixture, NULL, set_up, test_another_endpoint,
              tear_down);

  return g_test_run ();
}
