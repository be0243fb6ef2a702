/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-scope.h"

#include "htap-window-test.h"

typedef struct
{
  HtapInventory *inventory;
  HtapScope *scope;
  guint n_changes;
} Fixture;

static void
on_scope_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:p1",
                                "cn-north-4:ain07;cn-north-4:bin07");
  htap_window_test_set_profile (fixture->inventory, "TEST", "cn-east-3:p2", "cn-east-3:cin07");
  fixture->scope = htap_scope_new (fixture->inventory);
  g_signal_connect_swapped (fixture->scope, "changed", G_CALLBACK (on_scope_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->scope);
  g_assert_finalize_object (fixture->inventory);
}

static HtapSource *
get_source (Fixture *fixture, guint position)
{
  return htap_window_test_get_source (fixture->inventory, position);
}

static void
assert_title (Fixture *fixture, const char *expected)
{
  g_autofree char *title = htap_scope_dup_title (fixture->scope);

  g_assert_cmpstr (title, ==, expected);
}

/* The sources in view by their TaurusDB instances' ids; NULL for all. */
static void
assert_in_view (Fixture *fixture, const char *expected)
{
  GPtrArray *sources = htap_scope_get_sources (fixture->scope);
  g_autoptr (GString) ids = g_string_new (NULL);

  if (expected == NULL)
    {
      g_assert_null (sources);
      return;
    }

  for (guint i = 0; i < sources->len; i++)
    g_string_append_printf (ids, "%s ", htap_source_get_taurus_id (sources->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  assert_in_view (fixture, NULL);
  assert_title (fixture, "All Instances");

  htap_scope_choose_source (fixture->scope, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  htap_scope_choose_source (fixture->scope, get_source (fixture, 1));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_true (htap_scope_get_source (fixture->scope) == get_source (fixture, 1));
  assert_in_view (fixture, "bin07 ");
  assert_title (fixture, "bin07");
  htap_source_set_taurus_name (get_source (fixture, 1), "taurus-orders");
  assert_title (fixture, "taurus-orders");

  /* The same once more changes nothing. */
  htap_scope_choose_source (fixture->scope, get_source (fixture, 1));
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  htap_scope_choose_source (fixture->scope, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  assert_in_view (fixture, NULL);
}

static void
test_profile (Fixture *fixture, gconstpointer data)
{
  htap_scope_choose_profile (fixture->scope, htap_source_get_profile (get_source (fixture, 0)));
  g_assert_cmpstr (htap_scope_get_profile (fixture->scope), ==, "PROD");
  g_assert_null (htap_scope_get_source (fixture->scope));
  assert_in_view (fixture, "ain07 bin07 ");
  assert_title (fixture, "PROD");

  /* What it gets later is in view, too. */
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:p1",
                                "cn-north-4:ain07;cn-north-4:bin07;cn-north-4:din07");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  assert_in_view (fixture, "ain07 bin07 din07 ");

  /* Another profile's changes are none of it. */
  htap_scope_choose_source (fixture->scope, get_source (fixture, 0));
  g_assert_null (htap_scope_get_profile (fixture->scope));
  assert_in_view (fixture, "ain07 ");
}

/* A TaurusDB instance that is looked at no more gives way to everything. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  htap_scope_choose_source (fixture->scope, get_source (fixture, 1));
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:p1", "cn-north-4:ain07");
  g_assert_null (htap_scope_get_source (fixture->scope));
  assert_in_view (fixture, NULL);
  assert_title (fixture, "All Instances");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/scope/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("source", test_source);
  ADD ("profile", test_profile);
  ADD ("gone", test_gone);

  return g_test_run ();
}
