/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-list.h"

typedef struct
{
  GListStore *profiles;
  guint n_signals;
  guint n_removed;
  guint n_added;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_signals++;
  fixture->n_removed += removed;
  fixture->n_added += added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->profiles = g_list_store_new (HTAP_TYPE_PROFILE);
  g_signal_connect (fixture->profiles, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->profiles);
}

/* "a1 b2": profiles a and b with the names 1 and 2. */
static gboolean
update (Fixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      const char uuid[] = { words[i][0], '\0' };
      HtapProfile *profile = htap_profile_new (uuid);

      htap_profile_set_name (profile, words[i] + 1);
      g_ptr_array_add (saved, profile);
    }
  fixture->n_signals = fixture->n_removed = fixture->n_added = 0;

  return htap_profile_list_update (fixture->profiles, saved);
}

static HtapProfile *
get_profile (Fixture *fixture, guint position)
{
  g_autoptr (HtapProfile) profile =
      g_list_model_get_item (G_LIST_MODEL (fixture->profiles), position);

  g_assert_nonnull (profile);

  return profile;
}

static void
assert_list (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->profiles)); i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                            htap_profile_get_uuid (get_profile (fixture, i)),
                            htap_profile_get_name (get_profile (fixture, i)));

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  HtapProfile *first;

  g_assert_false (update (fixture, ""));
  g_assert_true (update (fixture, "a1 b2 c3"));
  first = get_profile (fixture, 0);
  g_assert_false (update (fixture, "a1 b2 c3"));
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_true (get_profile (fixture, 0) == first);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  HtapProfile *first, *second, *third;

  update (fixture, "a1 b2 c3");
  first = get_profile (fixture, 0);
  second = get_profile (fixture, 1);
  third = get_profile (fixture, 2);

  g_assert_true (update (fixture, "a1 b9 c3"));
  assert_list (fixture, "a1 b9 c3");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_cmpuint (fixture->n_added, ==, 1);
  g_assert_true (get_profile (fixture, 0) == first);
  g_assert_true (get_profile (fixture, 1) != second);
  g_assert_true (get_profile (fixture, 2) == third);

  g_assert_true (update (fixture, "c3 d4 a1"));
  assert_list (fixture, "c3 d4 a1");
  g_assert_true (get_profile (fixture, 0) == third);
  g_assert_true (get_profile (fixture, 2) == first);

  g_assert_true (update (fixture, ""));
  assert_list (fixture, "");
}

static void
test_never_saved_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) environment = htap_profile_new ("environment");

  htap_profile_set_name (environment, "!");
  htap_profile_set_origin (environment, HTAP_PROFILE_ENVIRONMENT);
  g_list_store_append (fixture->profiles, environment);

  update (fixture, "a1");
  assert_list (fixture, "a1 environment!");
  g_assert_cmpuint (fixture->n_removed, ==, 0);
  update (fixture, "");
  assert_list (fixture, "environment!");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/profile-list/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("unchanged", test_unchanged);
  ADD ("changed", test_changed);
  ADD ("never-saved-stays", test_never_saved_stays);
#undef ADD

  return g_test_run ();
}
