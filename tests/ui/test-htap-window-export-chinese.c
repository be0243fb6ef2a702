/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-export-dialog.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* A spreadsheet in Chinese takes a file without a byte order mark for one in another encoding: who
 * reads the window in Chinese is proposed one. */

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

static gboolean
has_gone (gpointer data)
{
  return find_dialog () == NULL;
}

static void
test_byte_order_mark (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (folder, "shown.csv", NULL);
  g_autofree char *first_line =
      g_strdup_printf ("\357\273\277%s,", htap_field_get_label (htap_field_get (HTAP_FIELD_NAME)));
  g_autofree char *text = NULL;
  HtapExportDialog *dialog;
  HtapRows rows = { 0 };

  g_settings_set_boolean (fixture->settings, "copy-column-titles", TRUE);
  htap_test_demo_refresh (fixture->demo);
  htap_window_fixture_activate (fixture, "export", NULL);
  htap_widget_test_settle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  htap_export_dialog_get_rows (dialog, &rows);
  g_assert_true (rows.byte_order_mark);

  g_signal_emit_by_name (dialog, "export", path);
  htap_test_wait_until (has_gone, NULL, "the end of the dialog");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, first_line));
  htap_test_remove_tree (folder);
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-export-chinese/byte-order-mark", test_byte_order_mark },
  };

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, HTAP_TEST_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
