/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two profiles that read the same TaurusDB instance, one saved and one not. */
typedef struct
{
  HtapInventory *inventory;
  char *folder;
  char *path;
} Fixture;

static const char SAVED[] = "[profile saved]\n"
                            "Name=Production\n"
                            "SignIn=token\n"
                            "Projects=cn-north-4:p\n"
                            "TaurusIds=cn-north-4:ain07;cn-north-4:bin07\n";

static void
add_transient (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("environment");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_parse ("cn-north-4:p"));
  g_ptr_array_add (ids, htap_regional_id_parse ("cn-north-4:ain07"));
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, ids);
  htap_inventory_add_transient_profile (fixture->inventory, profile, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_build_filename (g_get_user_config_dir (), "htap-inventory", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  fixture->path = g_build_filename (fixture->folder, "profiles.ini", NULL);
  htap_test_write_file (fixture->path, SAVED);
  fixture->inventory = htap_inventory_new ("en-us");
  htap_inventory_load (fixture->inventory, &error);
  g_assert_no_error (error);
  add_transient (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->inventory);
  htap_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* "profile/id " for each source. */
static void
assert_sources (Fixture *fixture, const char *expected)
{
  GListModel *sources = htap_inventory_get_sources (fixture->inventory);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      g_string_append_printf (text, "%s/%s ",
                              htap_profile_get_uuid (htap_source_get_profile (source)),
                              htap_source_get_taurus_id (source));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static HtapProfile *
dup_profile (Fixture *fixture, guint position)
{
  return g_list_model_get_item (htap_inventory_get_profiles (fixture->inventory), position);
}

static void
test_hide_and_show (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapProfile) saved = NULL;
  g_autoptr (HtapProfile) transient = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *shown = NULL;

  assert_sources (fixture, "saved/ain07 saved/bin07 environment/ain07 ");
  g_assert_true (htap_inventory_hide_taurus (fixture->inventory, "ain07", &error));
  g_assert_no_error (error);
  assert_sources (fixture, "saved/bin07 ");
  g_assert_true (g_file_get_contents (fixture->path, &hidden, NULL, NULL));
  g_assert_nonnull (strstr (hidden, "HiddenTaurusIds=cn-north-4:ain07"));
  /* What was added by hand is still there, to be shown again. */
  g_assert_nonnull (strstr (hidden, "TaurusIds=cn-north-4:ain07;cn-north-4:bin07"));

  /* What is not there is hidden already. */
  g_assert_true (htap_inventory_hide_taurus (fixture->inventory, "ain07", &error));

  saved = dup_profile (fixture, 0);
  g_assert_true (htap_inventory_show_hidden (fixture->inventory, saved, &error));
  g_assert_no_error (error);
  assert_sources (fixture, "saved/ain07 saved/bin07 ");
  g_assert_true (g_file_get_contents (fixture->path, &shown, NULL, NULL));
  g_assert_null (strstr (shown, "HiddenTaurusIds=cn"));
  transient = dup_profile (fixture, 1);
  g_assert_true (htap_inventory_show_hidden (fixture->inventory, transient, &error));
  assert_sources (fixture, "saved/ain07 saved/bin07 environment/ain07 ");
}

/* A folder in the file's place: nothing can be saved. */
static void
test_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  htap_test_remove_tree (fixture->folder);
  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  g_assert_false (htap_inventory_hide_taurus (fixture->inventory, "bin07", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == HTAP_ERROR);
  assert_sources (fixture, "saved/ain07 saved/bin07 environment/ain07 ");
}

int
main (int argc, char **argv)
{
  g_autofree char *home = htap_test_temporary_directory ();
  int status;

  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_unsetenv ("HW_REGION_NAME");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/inventory-hidden/hide-and-show", Fixture, NULL, set_up, test_hide_and_show,
              tear_down);
  g_test_add ("/inventory-hidden/fails", Fixture, NULL, set_up, test_fails, tear_down);

  status = g_test_run ();
  htap_test_remove_tree (home);

  return status;
}
