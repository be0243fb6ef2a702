/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-preferences.h"

#include "htap-settings.h"
#include "htap-test.h"
#include "htap-toaster.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#include <glib/gstdio.h>

static char *folder; /* with the settings, and what was kept */

typedef struct
{
  GSettings *settings;
  HtapTestWindow *window;
  GtkWidget *preferences;
  gboolean has_restarted;
} Fixture;

static void
on_restart (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->has_restarted = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "restart", .activate = on_restart } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  fixture->settings = htap_settings_new (TRUE);
  fixture->window = htap_test_window_new (NULL, 600, 500);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window->window), "app",
                                  G_ACTION_GROUP (actions));
  fixture->preferences = htap_preferences_new (fixture->window->window, fixture->settings);
  if (data != NULL)
    htap_preferences_offer_language (HTAP_PREFERENCES (fixture->preferences), HTAP_LANGUAGE_SYSTEM);
  gtk_window_present (GTK_WINDOW (fixture->preferences));
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->preferences != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->settings);
  g_assert_true (htap_language_save (HTAP_LANGUAGE_SYSTEM, NULL));
}

static GtkWidget *
find_only (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = htap_widget_test_find_all (fixture->preferences, type);

  g_assert_cmpuint (found->len, ==, 1);

  return found->pdata[0];
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  GtkWidget *found = htap_widget_test_find (fixture->preferences, text);

  return found != NULL && gtk_widget_get_mapped (found);
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) switches =
      htap_widget_test_find_all (fixture->preferences, GTK_TYPE_SWITCH);
  GtkWidget *titles = switches->pdata[0];

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (titles)));
  gtk_test_accessible_assert_property (titles, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy With Column Titles");

  /* A click anywhere on its row. */
  gtk_widget_activate (gtk_widget_get_ancestor (titles, ADW_TYPE_ACTION_ROW));
  g_assert_true (g_settings_get_boolean (fixture->settings, "copy-column-titles"));
}

static gboolean
is_gone (gpointer place)
{
  return *(gpointer *) place == NULL;
}

static HtapToaster *
get_toaster (Fixture *fixture)
{
  return HTAP_TOASTER (find_only (fixture, HTAP_TYPE_TOASTER));
}

/* A demo keeps nothing, so there is nothing to clear. */
static void
test_without_saved_data (Fixture *fixture, gconstpointer data)
{
  g_assert_false (shows (fixture, "Saved Data"));
  g_assert_false (shows (fixture, "Keep What Was Read"));
  g_assert_false (shows (fixture, "Clear Saved Data"));
}

static GtkSwitch *
find_switch (Fixture *fixture, const char *title)
{
  GtkWidget *row = gtk_widget_get_ancestor (htap_widget_test_find (fixture->preferences, title),
                                            ADW_TYPE_ACTION_ROW);
  g_autoptr (GPtrArray) switches = htap_widget_test_find_all (row, GTK_TYPE_SWITCH);

  g_assert_cmpuint (switches->len, ==, 1);
  gtk_test_accessible_assert_property (switches->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  /* Said once: the row's title says the same. */
  g_assert_false (
      gtk_test_accessible_has_relation (switches->pdata[0], GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  return switches->pdata[0];
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  GtkSwitch *keep;

  htap_preferences_offer_saved_data (HTAP_PREFERENCES (fixture->preferences), inventory,
                                     fixture->settings);
  htap_widget_test_settle ();
  keep = find_switch (fixture, "Keep What Was Read");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (keep)));
  g_assert_true (gtk_switch_get_active (keep));
  htap_widget_test_screenshot_of (fixture->preferences, "preferences-saved-data");

  gtk_widget_activate (gtk_widget_get_ancestor (GTK_WIDGET (keep), ADW_TYPE_ACTION_ROW));
  g_assert_false (g_settings_get_boolean (fixture->settings, "keep-snapshots"));
}

static gboolean
has_said (gpointer toaster)
{
  return *htap_toaster_get_last (toaster) != '\0';
}

static void
clear (Fixture *fixture)
{
  GtkWidget *button = htap_window_test_find_button (fixture->preferences, "Clear Saved Data");

  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  htap_test_wait_until (has_said, get_toaster (fixture), "the result");
}

/* The files are gone once it is said, whatever profile they were of. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autofree char *kept = g_build_filename (folder, "htap-inventory", "6f1c", NULL);
  g_autofree char *path = g_build_filename (kept, "ain07.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (kept, 0700), ==, 0);
  htap_test_write_file (path, "an answer");
  htap_preferences_offer_saved_data (HTAP_PREFERENCES (fixture->preferences), inventory,
                                     fixture->settings);
  htap_widget_test_settle ();
  clear (fixture);
  g_assert_cmpstr (htap_toaster_get_last (get_toaster (fixture)), ==, "Saved data cleared");
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
test_clear_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autofree char *inner = g_build_filename (folder, "htap-inventory", "6f1c", "inner", NULL);
  g_autofree char *kept = g_path_get_dirname (inner);
  g_autofree char *sentence = g_strdup_printf (
      "%s could not be removed and is still there. Check the permissions of its folder.", inner);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  htap_preferences_offer_saved_data (HTAP_PREFERENCES (fixture->preferences), inventory,
                                     fixture->settings);
  htap_widget_test_settle ();
  clear (fixture);
  g_assert_cmpstr (htap_toaster_get_last (get_toaster (fixture)), ==, sentence);
  htap_test_remove_tree (kept);
}

/* Its window is closed before the files are gone: there is nobody to tell. */
static void
test_closed_while_clearing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autofree char *kept = g_build_filename (folder, "htap-inventory", "6f1c", NULL);
  gpointer preferences = fixture->preferences;

  g_assert_cmpint (g_mkdir_with_parents (kept, 0700), ==, 0);
  htap_preferences_offer_saved_data (HTAP_PREFERENCES (fixture->preferences), inventory,
                                     fixture->settings);
  htap_widget_test_settle ();
  g_object_add_weak_pointer (G_OBJECT (fixture->preferences), &preferences);
  g_signal_emit_by_name (htap_window_test_find_button (fixture->preferences, "Clear Saved Data"),
                         "clicked");
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->preferences)));
  htap_test_wait_until (is_gone, &preferences, "the end of the preferences");
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
test_requests (Fixture *fixture, gconstpointer data)
{
  GtkWidget *requests = find_only (fixture, GTK_TYPE_SPIN_BUTTON);

  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (requests)), ==, 8);
  gtk_test_accessible_assert_property (requests, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Requests at a Time");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (requests), 25);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "requests-in-flight"), ==, 25);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (requests), 1000);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "requests-in-flight"), ==, 100);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (requests), 0);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "requests-in-flight"), ==, 1);
}

/* What is not kept cannot be found. */
static void
test_saved_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  GtkSwitch *keep, *search;

  g_assert_false (shows (fixture, "Saved Data"));
  htap_preferences_offer_saved_data (HTAP_PREFERENCES (fixture->preferences), inventory,
                                     fixture->settings);
  htap_widget_test_settle ();
  g_assert_true (shows (fixture, "Saved Data"));
  keep = find_switch (fixture, "Keep What Was Read");
  search = find_switch (fixture, "Show in Desktop Search");
  g_assert_true (gtk_switch_get_active (keep));
  g_assert_true (gtk_switch_get_active (search));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (search)));

  gtk_widget_activate (gtk_widget_get_ancestor (GTK_WIDGET (search), ADW_TYPE_ACTION_ROW));
  g_assert_false (g_settings_get_boolean (fixture->settings, "desktop-search"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "keep-snapshots"));

  gtk_switch_set_active (keep, FALSE);
  g_assert_false (g_settings_get_boolean (fixture->settings, "keep-snapshots"));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (search)));
}

/* Nobody is told anything who did not ask for it. */
static void
test_notify (Fixture *fixture, gconstpointer data)
{
  GtkSwitch *notify = find_switch (fixture, "Notify of Status Changes");

  g_assert_false (gtk_switch_get_active (notify));
  gtk_widget_activate (gtk_widget_get_ancestor (GTK_WIDGET (notify), ADW_TYPE_ACTION_ROW));
  g_assert_true (g_settings_get_boolean (fixture->settings, "notify-status-changes"));
}

/* A demo keeps nothing, so it has no language to choose. */
static void
test_without_language (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_mapped (find_only (fixture, ADW_TYPE_COMBO_ROW)));
  g_assert_false (shows (fixture, "Restart Now"));
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "System", "English", "简体中文" };
  AdwComboRow *row = ADW_COMBO_ROW (find_only (fixture, ADW_TYPE_COMBO_ROW));
  GListModel *model = adw_combo_row_get_model (row);
  GtkWidget *restart;

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), i), ==, names[i]);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, HTAP_LANGUAGE_SYSTEM);
  g_assert_false (shows (fixture, "Restart Now"));

  adw_combo_row_set_selected (row, HTAP_LANGUAGE_CHINESE);
  htap_widget_test_settle ();
  g_assert_cmpint (htap_language_load (), ==, HTAP_LANGUAGE_CHINESE);
  g_assert_true (shows (fixture, "Restart Now"));
  htap_widget_test_screenshot_of (fixture->preferences, "preferences");
  restart = gtk_widget_get_ancestor (htap_widget_test_find (fixture->preferences, "Restart Now"),
                                     GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (restart));
  g_assert_false (fixture->has_restarted);
  g_signal_emit_by_name (restart, "clicked");
  g_assert_true (fixture->has_restarted);

  /* Back at what is spoken, there is nothing to restart for. */
  adw_combo_row_set_selected (row, HTAP_LANGUAGE_SYSTEM);
  htap_widget_test_settle ();
  g_assert_cmpint (htap_language_load (), ==, HTAP_LANGUAGE_SYSTEM);
  g_assert_false (shows (fixture, "Restart Now"));
}

static void
test_language_fails (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_only (fixture, ADW_TYPE_COMBO_ROW));
  g_autofree char *path = g_build_filename (folder, "htap-inventory", "language", NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  adw_combo_row_set_selected (row, HTAP_LANGUAGE_CHINESE);
  htap_widget_test_settle ();
  g_assert_true (shows (fixture, "The language could not be saved"));
  g_assert_false (shows (fixture, "Restart Now"));

  htap_test_remove_tree (path);
  adw_combo_row_set_selected (row, HTAP_LANGUAGE_ENGLISH);
  htap_widget_test_settle ();
  g_assert_false (shows (fixture, "The language could not be saved"));
  g_assert_true (shows (fixture, "Restart Now"));
}

/* What was chosen earlier in this run still waits for the restart. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  g_assert_true (htap_language_save (HTAP_LANGUAGE_ENGLISH, NULL));
  g_settings_set_uint (fixture->settings, "requests-in-flight", 3);

  fixture->preferences = htap_preferences_new (fixture->window->window, fixture->settings);
  htap_preferences_offer_language (HTAP_PREFERENCES (fixture->preferences), HTAP_LANGUAGE_SYSTEM);
  gtk_window_present (GTK_WINDOW (fixture->preferences));
  htap_widget_test_settle ();
  g_assert_cmpuint (
      adw_combo_row_get_selected (ADW_COMBO_ROW (find_only (fixture, ADW_TYPE_COMBO_ROW))), ==,
      HTAP_LANGUAGE_ENGLISH);
  g_assert_true (shows (fixture, "Restart Now"));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (
                       GTK_SPIN_BUTTON (find_only (fixture, GTK_TYPE_SPIN_BUTTON))),
                   ==, 3);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    gboolean language;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/preferences/titles", FALSE, test_titles },
    { "/preferences/notify", FALSE, test_notify },
    { "/preferences/requests", FALSE, test_requests },
    { "/preferences/saved-data", FALSE, test_saved_data },
    { "/preferences/without-language", FALSE, test_without_language },
    { "/preferences/without-saved-data", FALSE, test_without_saved_data },
    { "/preferences/keep", FALSE, test_keep },
    { "/preferences/clear", FALSE, test_clear },
    { "/preferences/clear-fails", FALSE, test_clear_fails },
    { "/preferences/closed-while-clearing", FALSE, test_closed_while_clearing },
    { "/preferences/language", TRUE, test_language },
    { "/preferences/language-fails", TRUE, test_language_fails },
    { "/preferences/reopened", TRUE, test_reopened },
  };
  int status;

  folder = htap_test_temporary_directory ();
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  htap_widget_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].language ? "language" : NULL, set_up,
                tests[i].test, tear_down);

  status = g_test_run ();
  htap_test_remove_tree (folder);
  g_free (folder);

  return status;
}
