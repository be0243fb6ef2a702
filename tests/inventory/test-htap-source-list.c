/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-list.h"

typedef struct
{
  GListStore *sources;
  GListStore *profiles;
  GListStore *discoveries;
} Fixture;

static HtapProfile *
make_profile (const char *uuid, const char *projects, const char *taurus_ids)
{
  HtapProfile *profile = htap_profile_new (uuid);
  const char *const lists[] = { projects, taurus_ids };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) ids = htap_regional_ids_new ();
      g_auto (GStrv) words = g_strsplit (lists[i], " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          g_ptr_array_add (ids, htap_regional_id_parse (words[j]));
      if (i == 0)
        htap_profile_set_projects (profile, ids);
      else
        htap_profile_set_taurus_ids (profile, ids);
    }

  return profile;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  fixture->profiles = g_list_store_new (HTAP_TYPE_PROFILE);
  fixture->discoveries = g_list_store_new (HTAP_TYPE_DISCOVERY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->sources);
  g_assert_finalize_object (fixture->profiles);
  g_assert_finalize_object (fixture->discoveries);
}

static void
put_profile (Fixture *fixture, guint position, HtapProfile *profile)
{
  GListModel *profiles = G_LIST_MODEL (fixture->profiles);
  gpointer additions[] = { profile };

  g_list_store_splice (fixture->profiles, position,
                       position < g_list_model_get_n_items (profiles) ? 1 : 0, additions, 1);
  g_object_unref (profile);
}

static guint
update (Fixture *fixture)
{
  g_autoptr (GPtrArray) removed = NULL;

  htap_source_list_update (fixture->sources, G_LIST_MODEL (fixture->profiles),
                           G_LIST_MODEL (fixture->discoveries), &removed);

  return removed->len;
}

static void
assert_sources (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->sources)); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (fixture->sources), i);
      const char *project_id = htap_source_get_project_id (source);

      g_string_append_printf (text, "%s%s/%s/%s", i > 0 ? " " : "", htap_source_get_region (source),
                              project_id != NULL ? project_id : "-",
                              htap_source_get_taurus_id (source));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_several_projects (Fixture *fixture, gconstpointer data)
{
  put_profile (fixture, 0, make_profile ("1", "north:p1 east:p2", "east:t2 north:t1 west:t3"));
  put_profile (fixture, 1, make_profile ("2", "north:p1", "north:t1"));
  g_assert_cmpuint (update (fixture), ==, 0);

  /* An id in a region without a project stays, so that it can be said what is wrong with it. */
  assert_sources (fixture, "east/p2/t2 north/p1/t1 west/-/t3 north/p1/t1");
}

static void
test_edit_keeps_what_is_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) before = NULL;
  g_autoptr (HtapSource) after = NULL;
  HtapProfile *renamed = make_profile ("1", "north:p1", "north:t2 north:t1");

  put_profile (fixture, 0, make_profile ("1", "north:p1", "north:t1"));
  update (fixture);
  before = g_list_model_get_item (G_LIST_MODEL (fixture->sources), 0);
  htap_source_succeed (before, 1000, 4, 10, 4, NULL);

  htap_profile_set_name (renamed, "Renamed");
  put_profile (fixture, 0, renamed);
  g_assert_cmpuint (update (fixture), ==, 0);
  assert_sources (fixture, "north/p1/t2 north/p1/t1");
  after = g_list_model_get_item (G_LIST_MODEL (fixture->sources), 1);
  g_assert_true (before == after);
  g_assert_cmpstr (htap_profile_get_name (htap_source_get_profile (after)), ==, "Renamed");
  g_assert_cmpint (htap_source_get_as_of (after), ==, 1000);
}

/* By hand, in the profiles file. */
static void
test_another_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) before = NULL;
  g_autoptr (HtapSource) after = NULL;
  g_autoptr (HtapProfile) first = make_profile ("1", "north:p1", "north:t1 north:t2");

  put_profile (fixture, 0, g_object_ref (first));
  put_profile (fixture, 1, make_profile ("2", "north:p1", "north:t3"));
  update (fixture);
  before = g_list_model_get_item (G_LIST_MODEL (fixture->sources), 0);

  g_list_store_remove (fixture->profiles, 0);
  g_list_store_append (fixture->profiles, first);
  g_assert_cmpuint (update (fixture), ==, 0);
  assert_sources (fixture, "north/p1/t3 north/p1/t1 north/p1/t2");
  after = g_list_model_get_item (G_LIST_MODEL (fixture->sources), 1);
  g_assert_true (before == after);
}

/* What was read from another server is not what this server would say. */
static void
test_another_endpoint_is_another_source (Fixture *fixture, gconstpointer data)
{
  HtapProfile *moved = make_profile ("1", "north:p1", "north:t1");
  g_autoptr (HtapSource) source = NULL;

  put_profile (fixture, 0, make_profile ("1", "north:p1", "north:t1"));
  update (fixture);
  source = g_list_model_get_item (G_LIST_MODEL (fixture->sources), 0);
  htap_source_succeed (source, 1000, 4, 10, 4, NULL);
  g_clear_object (&source);

  htap_profile_set_endpoint (moved, "north", "https://elsewhere.example");
  put_profile (fixture, 0, moved);
  g_assert_cmpuint (update (fixture), ==, 1);
  assert_sources (fixture, "north/p1/t1");
  source = g_list_model_get_item (G_LIST_MODEL (fixture->sources), 0);
  g_assert_cmpint (htap_source_get_as_of (source), ==, 0);
}

static void
test_disabled_hidden_and_removed (Fixture *fixture, gconstpointer data)
{
  HtapProfile *hiding = make_profile ("1", "north:p1", "north:t1 north:t2");
  g_autoptr (GPtrArray) hidden = htap_regional_ids_new ();
  HtapProfile *disabled = make_profile ("1", "north:p1", "north:t1 north:t2");

  g_ptr_array_add (hidden, htap_regional_id_new ("north", "t1"));
  htap_profile_set_hidden_taurus_ids (hiding, hidden);
  htap_profile_set_enabled (disabled, FALSE);

  put_profile (fixture, 0, hiding);
  update (fixture);
  assert_sources (fixture, "north/p1/t2");

  put_profile (fixture, 0, disabled);
  g_assert_cmpuint (update (fixture), ==, 1);
  assert_sources (fixture, "");

  put_profile (fixture, 0, make_profile ("1", "north:p1", "north:t1"));
  update (fixture);
  g_list_store_remove (fixture->profiles, 0);
  g_assert_cmpuint (update (fixture), ==, 1);
  assert_sources (fixture, "");
}

static HtapDiscovery *
discover (Fixture *fixture, HtapProfile *profile, const char *project_id, const char *ids)
{
  g_autoptr (HtapDiscovery) discovery = htap_discovery_new (profile, "north", project_id);
  g_autoptr (GPtrArray) taurus =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      HtapTaurus *one = htap_taurus_new ();

      htap_taurus_set_text (one, HTAP_TAURUS_TEXT_ID, words[i]);
      g_ptr_array_add (taurus, one);
    }
  htap_discovery_succeed (discovery, 1000, taurus, TRUE);
  g_list_store_append (fixture->discoveries, discovery);

  return discovery;
}

/* The same one is named by hand, hidden, listed by two projects, and gone from one of them. */
static void
test_discovered_once (Fixture *fixture, gconstpointer data)
{
  HtapProfile *profile = make_profile ("1", "north:p1 north:p2", "north:t3 north:t9");
  g_autoptr (GPtrArray) hidden = htap_regional_ids_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  HtapDiscovery *first;

  g_ptr_array_add (hidden, htap_regional_id_new ("north", "t1"));
  htap_profile_set_hidden_taurus_ids (profile, hidden);
  put_profile (fixture, 0, g_object_ref (profile));
  first = discover (fixture, profile, "p1", "t1 t2 t4");
  discover (fixture, profile, "p2", "t2 t3");
  g_object_unref (profile);

  g_assert_cmpuint (update (fixture), ==, 0);
  assert_sources (fixture, "north/p2/t3 north/p1/t9 north/p1/t2 north/p1/t4");

  /* One moved to the other project, one is nowhere any more. */
  htap_discovery_succeed (first, 1001, nothing, TRUE);
  g_assert_cmpuint (update (fixture), ==, 1);
  assert_sources (fixture, "north/p2/t3 north/p1/t9 north/p2/t2 north/p1/t4");
}

static void
count (guint *n_signals)
{
  (*n_signals)++;
}

/* A window lays its sidebar out anew with each signal. */
static void
test_many_come_with_one_signal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n_signals = 0;

  g_signal_connect_swapped (fixture->sources, "items-changed", G_CALLBACK (count), &n_signals);
  put_profile (fixture, 0, make_profile ("1", "north:p1", "north:t1 north:t2"));
  update (fixture);
  g_assert_cmpuint (n_signals, ==, 1);

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (ids, " north:t%u", i);
  put_profile (fixture, 0, make_profile ("1", "north:p1", ids->str));
  update (fixture);
  g_assert_cmpuint (n_signals, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->sources)), ==, 500);

  update (fixture);
  g_assert_cmpuint (n_signals, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/source-list/several-projects", Fixture, NULL, set_up, test_several_projects,
              tear_down);
  g_test_add ("/source-list/edit-keeps-what-is-known", Fixture, NULL, set_up,
              test_edit_keeps_what_is_known, tear_down);
  g_test_add ("/source-list/another-order", Fixture, NULL, set_up, test_another_order, tear_down);
  g_test_add ("/source-list/another-endpoint", Fixture, NULL, set_up,
              test_another_endpoint_is_another_source, tear_down);
  g_test_add ("/source-list/disabled-hidden-and-removed", Fixture, NULL, set_up,
              test_disabled_hidden_and_removed, tear_down);

  g_test_add ("/source-list/discovered-once", Fixture, NULL, set_up, test_discovered_once,
              tear_down);
  g_test_add ("/source-list/one-signal", Fixture, NULL, set_up, test_many_come_with_one_signal,
              tear_down);

  return g_test_run ();
}
