/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-demo-cloud.h"
#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* An inventory whose profiles file is in a folder of the test's own. */
typedef struct
{
  HtapInventory *inventory;
  char *path;
  guint n_profiles_changed;
  guint n_error_changed;
} Fixture;

static void
count (guint *n_signals)
{
  (*n_signals)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "htap-inventory", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fixture->path = g_build_filename (folder, "profiles.ini", NULL);
  fixture->inventory = htap_inventory_new ("en-us");
  g_signal_connect_swapped (fixture->inventory, "profiles-changed", G_CALLBACK (count),
                            &fixture->n_profiles_changed);
  g_signal_connect_swapped (fixture->inventory, "profiles-error-changed", G_CALLBACK (count),
                            &fixture->n_error_changed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_finalize_object (fixture->inventory);
  htap_test_remove_tree (folder);
  g_free (fixture->path);
}

static void
put (Fixture *fixture, const char *text)
{
  htap_test_write_file (fixture->path, text);
}

static void
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  htap_inventory_watch_profiles (fixture->inventory);
  g_assert_true (htap_inventory_load (fixture->inventory, &error));
  g_assert_no_error (error);
  g_assert_null (htap_inventory_get_profiles_error (fixture->inventory));
  fixture->n_profiles_changed = 0;
}

static gboolean
is_counted (gpointer data)
{
  return *(guint *) data > 0;
}

static void
wait_for (guint *n_signals, const char *what)
{
  htap_test_wait_until (is_counted, n_signals, what);
  *n_signals = 0;
}

static void
assert_profiles (Fixture *fixture, const char *expected)
{
  GListModel *profiles = htap_inventory_get_profiles (fixture->inventory);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", htap_profile_get_name (profile));
    }

  g_assert_cmpstr (names->str, ==, expected);
}

static HtapSource *
get_source (Fixture *fixture, guint position)
{
  g_autoptr (HtapSource) source =
      g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), position);

  g_assert_nonnull (source);

  return source;
}

static void
assert_error (const GError *error, HtapError kind, HtapErrorReason reason)
{
  g_assert_error (error, HTAP_ERROR, (int) kind);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, reason);
}

#define ONE                                                                                        \
  "[profile 1]\nName=One\nSignIn=token\nProjects=cn-north-4:p\nTaurusIds=cn-north-4:ain07\n"
#define TWO                                                                                        \
  "[profile 2]\nName=Two\nSignIn=token\nProjects=cn-north-4:p\nTaurusIds=cn-north-4:bin07\n"

static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const GError *kept;

  put (fixture, "this is [no profiles file");
  htap_inventory_watch_profiles (fixture->inventory);
  g_assert_false (htap_inventory_load (fixture->inventory, &error));
  assert_error (error, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_FILE_SET_ASIDE);
  g_assert_true (g_file_test (htap_error_get_details (error)->subject, G_FILE_TEST_IS_REGULAR));

  kept = htap_inventory_get_profiles_error (fixture->inventory);
  assert_error (kept, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_FILE_SET_ASIDE);
  g_assert_cmpstr (htap_error_get_details (kept)->subject, ==,
                   htap_error_get_details (error)->subject);
  g_assert_cmpuint (fixture->n_error_changed, ==, 1);

  /* Its owner puts a corrected file in its place. */
  fixture->n_error_changed = fixture->n_profiles_changed = 0;
  put (fixture, ONE);
  wait_for (&fixture->n_error_changed, "the end of the trouble");
  g_assert_null (htap_inventory_get_profiles_error (fixture->inventory));
  g_assert_cmpuint (fixture->n_profiles_changed, ==, 1);
  assert_profiles (fixture, "One");
}

static void
test_broken_profile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture, ONE "[profile 3]\nName=Three\nSignIn=retina\n" TWO);
  g_assert_false (htap_inventory_load (fixture->inventory, &error));
  assert_error (error, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_GROUPS_LEFT_OUT);
  assert_error (htap_inventory_get_profiles_error (fixture->inventory), HTAP_ERROR_CONFIG,
                HTAP_ERROR_REASON_GROUPS_LEFT_OUT);
  assert_profiles (fixture, "One Two");
}

static void
test_changed_by_another (Fixture *fixture, gconstpointer data)
{
  HtapSource *first, *second;

  put (fixture, ONE TWO);
  load (fixture);
  first = get_source (fixture, 0);
  second = get_source (fixture, 1);
  htap_source_succeed (first, 100, 0, 8, 0, NULL);
  htap_source_succeed (second, 100, 0, 8, 0, NULL);

  /* One gets another name and another database, a third comes, and the order is another. */
  put (fixture, "[profile 3]\nName=Three\nSignIn=password\n" TWO
                "[profile 1]\nName=First\nSignIn=token\nProjects=cn-north-4:p\n"
                "TaurusIds=cn-north-4:ain07;cn-north-4:cin07\n");
  wait_for (&fixture->n_profiles_changed, "news of the profiles");
  assert_profiles (fixture, "Three Two First");
  g_assert_true (get_source (fixture, 0) == second);
  g_assert_true (get_source (fixture, 1) == first);
  g_assert_cmpint (htap_source_get_as_of (first), ==, 100);
  g_assert_cmpstr (htap_profile_get_name (htap_source_get_profile (first)), ==, "First");
  g_assert_cmpstr (htap_source_get_taurus_id (get_source (fixture, 2)), ==, "cin07");
  g_assert_cmpint (htap_source_get_as_of (get_source (fixture, 2)), ==, 0);

  put (fixture, TWO);
  wait_for (&fixture->n_profiles_changed, "news of the profiles");
  assert_profiles (fixture, "Two");
  g_assert_true (get_source (fixture, 0) == second);
  g_assert_cmpuint (fixture->n_error_changed, ==, 0);
}

/* In the middle of editing: what runs goes on as it was. */
static void
test_broken_by_another (Fixture *fixture, gconstpointer data)
{
  put (fixture, ONE);
  load (fixture);

  put (fixture, ONE "half a li");
  wait_for (&fixture->n_error_changed, "news of a broken file");
  assert_error (htap_inventory_get_profiles_error (fixture->inventory), HTAP_ERROR_CONFIG,
                HTAP_ERROR_REASON_FILE_BROKEN);
  assert_profiles (fixture, "One");
  g_assert_cmpuint (fixture->n_profiles_changed, ==, 0);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));

  put (fixture, ONE TWO);
  wait_for (&fixture->n_error_changed, "the end of the trouble");
  g_assert_null (htap_inventory_get_profiles_error (fixture->inventory));
  assert_profiles (fixture, "One Two");
}

/* Another process writes while a profile is being edited in the window. */
static void
test_saved_after_another_wrote (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) present = NULL;
  g_autoptr (HtapProfile) edited = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  put (fixture, ONE);
  load (fixture);
  present = g_list_model_get_item (htap_inventory_get_profiles (fixture->inventory), 0);
  edited = htap_profile_copy (present);
  htap_profile_set_name (edited, "Edited");

  put (fixture, ONE "Colour=blue\n" TWO);
  htap_inventory_save_profile_async (fixture->inventory, edited, NULL, NULL, htap_test_on_result,
                                     &result);
  g_assert_true (
      htap_inventory_save_profile_finish (fixture->inventory, htap_test_await (&result), &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Name=Edited\n"));
  g_assert_nonnull (strstr (text, "Colour=blue\n"));
  g_assert_nonnull (strstr (text, TWO));

  fixture->n_profiles_changed = 0;
  wait_for (&fixture->n_profiles_changed, "news of what the other wrote");
  assert_profiles (fixture, "Edited Two");
}

static gboolean
is_finished (gpointer data)
{
  return htap_refresh_is_finished (data);
}

static GPtrArray *
dup_sources_of (Fixture *fixture, const char *uuid)
{
  GListModel *sources = htap_inventory_get_sources (fixture->inventory);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (g_str_equal (htap_profile_get_uuid (htap_source_get_profile (source)), uuid))
        g_ptr_array_add (found, g_steal_pointer (&source));
    }

  return found;
}

static void
refresh_and_wait (Fixture *fixture, const char *uuid)
{
  g_autoptr (GPtrArray) sources = dup_sources_of (fixture, uuid);
  g_autoptr (HtapRefresh) refresh =
      g_object_ref (htap_inventory_refresh (fixture->inventory, sources));

  htap_test_wait_until (is_finished, refresh, "the end of a refresh");
}

static void
add_demo_as (Fixture *fixture, HtapDemoCloud *cloud, const char *uuid, const char *token)
{
  g_autofree char *text = htap_demo_cloud_dup_profile_by_hand (cloud);
  const char *rest = strchr (text, ']');
  g_autofree char *renamed = g_strdup_printf ("[profile %s%s", uuid, rest);

  htap_inventory_add_demo_profile (fixture->inventory, renamed, token);
}

static void
assert_shown_through (HtapInstance *instance, const char *uuid)
{
  HtapSource *source = htap_instance_get_source (instance);

  g_assert_cmpstr (htap_profile_get_uuid (htap_source_get_profile (source)), ==, uuid);
}

static void
on_merged (HtapFieldSet *all, HtapFieldSet changed, HtapInventory *inventory)
{
  *all |= changed;
}

/* The whole way: the same cloud through two profiles, of which one loses its sign-in and the other
 * grows old. */
static void
test_one_database_through_two_profiles (Fixture *fixture, gconstpointer data)
{
  const HtapFieldSet profile_bit = HTAP_FIELD_BIT (HTAP_FIELD_PROFILE);
  g_autoptr (HtapDemoCloud) cloud = htap_demo_cloud_new ();
  GListModel *instances = htap_inventory_get_instances (fixture->inventory);
  GListModel *sources = htap_inventory_get_sources (fixture->inventory);
  g_autoptr (HtapInstance) before = NULL;
  g_autoptr (HtapInstance) after = NULL;
  g_autoptr (GError) error = NULL;
  HtapFieldSet changed = 0;
  guint n_instances, n_sources;

  htap_demo_cloud_start (cloud, 0, &error);
  g_assert_no_error (error);
  add_demo_as (fixture, cloud, "one", htap_demo_cloud_get_token (cloud));
  refresh_and_wait (fixture, "one");
  n_instances = g_list_model_get_n_items (instances);
  n_sources = g_list_model_get_n_items (sources);
  before = g_list_model_get_item (instances, 0);

  add_demo_as (fixture, cloud, "two", htap_demo_cloud_get_token (cloud));
  refresh_and_wait (fixture, "two");
  g_assert_cmpuint (g_list_model_get_n_items (instances), ==, n_instances);
  g_assert_cmpuint (g_list_model_get_n_items (sources), ==, 2 * n_sources);
  assert_shown_through (before, "one");

  g_signal_connect_swapped (fixture->inventory, "merged", G_CALLBACK (on_merged), &changed);
  add_demo_as (fixture, cloud, "one", "wrong");
  refresh_and_wait (fixture, "one");
  g_assert_cmpuint (g_list_model_get_n_items (instances), ==, n_instances);
  after = g_list_model_get_item (instances, 0);
  g_assert_true (before == after);
  assert_shown_through (before, "two");
  g_assert_cmpuint (changed & profile_bit, ==, profile_bit);

  add_demo_as (fixture, cloud, "one", htap_demo_cloud_get_token (cloud));
  refresh_and_wait (fixture, "one");
  assert_shown_through (before, "two");
  htap_source_succeed (htap_instance_get_source (before), 100, -1, -1, 0, NULL);
  changed = 0;
  htap_inventory_tick (fixture->inventory);
  assert_shown_through (before, "one");
  g_assert_cmpuint (changed & profile_bit, ==, profile_bit);
  htap_demo_cloud_stop (cloud);
}

int
main (int argc, char **argv)
{
  g_autofree char *config = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  config = htap_test_temporary_directory ();
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);

#define ADD(path, function)                                                                        \
  g_test_add ("/inventory-profiles/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("broken-file", test_broken_file);
  ADD ("broken-profile", test_broken_profile);
  ADD ("changed-by-another", test_changed_by_another);
  ADD ("broken-by-another", test_broken_by_another);
  ADD ("saved-after-another-wrote", test_saved_after_another_wrote);
  ADD ("one-database-through-two-profiles", test_one_database_through_two_profiles);
#undef ADD

  status = g_test_run ();
  htap_test_remove_tree (config);

  return status;
}
