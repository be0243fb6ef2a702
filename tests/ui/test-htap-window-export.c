/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-export-dialog.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

#include <signal.h>
#include <sys/resource.h>

static HtapExportDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  HtapExportDialog *dialog = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (HTAP_IS_EXPORT_DIALOG (window))
        dialog = HTAP_EXPORT_DIALOG (window);
    }

  return dialog;
}

static HtapExportDialog *
open_dialog (HtapWindowFixture *fixture, const char *search)
{
  htap_test_demo_refresh (fixture->demo);
  /* How it ended is announced first. */
  htap_widget_test_settle ();
  htap_window_fixture_search (fixture, search);
  htap_window_fixture_activate (fixture, "export", NULL);
  htap_widget_test_settle ();
  g_assert_nonnull (find_dialog ());

  return find_dialog ();
}

static gboolean
has_said (gpointer data)
{
  const char *last = htap_toaster_get_last (HTAP_WINDOW (data)->toaster);

  return g_str_has_prefix (last, "Exported ");
}

static char *
dup_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* What is in the list, as it is in the list. */
static void
test_shown (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (folder, "shown.csv", NULL);
  HtapExportDialog *dialog = NULL;
  HtapRows rows = { 0 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_settings_set_boolean (fixture->settings, "copy-column-titles", TRUE);
  dialog = open_dialog (fixture, "fjl");
  htap_export_dialog_get_rows (dialog, &rows);
  g_assert_false (rows.byte_order_mark);
  g_signal_emit_by_name (dialog, "export", path);
  htap_test_wait_until (has_said, fixture->window, "the export");
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==,
                   "Exported 3 instances to shown.csv");
  htap_widget_test_settle ();
  g_assert_null (find_dialog ());

  text = dup_file (path);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "Name,Status,"));
  g_assert_true (g_str_has_prefix (lines[1], "htap-fjl"));
  g_assert_cmpstr (lines[4], ==, "");
  htap_test_remove_tree (folder);
}

/* All, though the list shows one of them. */
static void
test_all (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (folder, "all.csv", NULL);
  HtapExportDialog *dialog = open_dialog (fixture, "htap-fjld");
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  guint n_all = g_list_model_get_n_items (htap_inventory_get_instances (fixture->demo->inventory));
  guint n_parts = g_list_model_get_n_items (adw_combo_row_get_model (rows->pdata[0]));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  adw_combo_row_set_selected (rows->pdata[0], n_parts - 1);
  g_signal_emit_by_name (dialog, "export", path);
  htap_test_wait_until (has_said, fixture->window, "the export");

  text = dup_file (path);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_all + 1);
  g_assert_cmpuint (n_all, >, 5);
  htap_test_remove_tree (folder);
}

static gboolean
can_choose_again (gpointer data)
{
  return gtk_widget_get_sensitive (htap_window_test_find_button (data, "Export…"));
}

/* The old file stays, and the dialog says why and asks again. */
static void
test_full_disk (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (folder, "old.csv", NULL);
  g_autofree char *sentence =
      g_strdup_printf ("%s could not be written and is as it was before. Check the permissions of "
                       "its folder and the free space.",
                       path);
  HtapExportDialog *dialog = open_dialog (fixture, "");
  g_autofree char *text = NULL;
  struct rlimit before, limit;

  htap_test_write_file (path, "before");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  gtk_widget_set_sensitive (htap_window_test_find_button (GTK_WIDGET (dialog), "Export…"), FALSE);
  g_signal_emit_by_name (dialog, "export", path);
  htap_test_wait_until (can_choose_again, dialog, "the failure");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  htap_widget_test_settle ();

  g_assert_true (htap_widget_test_shows (GTK_WIDGET (dialog), sentence));
  text = dup_file (path);
  g_assert_cmpstr (text, ==, "before");
  gtk_window_destroy (GTK_WINDOW (dialog));
  htap_test_remove_tree (folder);
}

static void
test_nothing (HtapWindowFixture *fixture, gconstpointer data)
{
  htap_window_fixture_activate (fixture, "export", NULL);
  g_assert_null (find_dialog ());
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "No instance to export");
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-export/shown", test_shown },
    { "/window-export/all", test_all },
    { "/window-export/full-disk", test_full_disk },
    { "/window-export/nothing", test_nothing },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
