/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-cell.h"

#include "htap-compat.h"
#include "htap-error.h"
#include "htap-format.h"
#include "htap-instance-view.h"
#include "htap-list-test.h"

static HtapCellIcon
get_icon (HtapCell *cell)
{
  return htap_cell_get_face (cell)->leading;
}

static gboolean
has_clock (HtapCell *cell)
{
  return g_strcmp0 (htap_cell_get_face (cell)->trailing.name, "htap-stale-symbolic") == 0;
}

static void
test_statuses (void)
{
  static const struct
  {
    const char *status;
    const char *id;
    const char *text;
  } cases[] = {
    { "createfail", "creation-failed", "Creation failed" },
    { "abnormal", "abnormal", "Abnormal" },
    { "creating", "creating", "Creating" },
    { "<i>odd</i>", "unknown", "<i>odd</i>" },
    { "normal", "available", "Available" },
  };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (source, "0in17", "htap", "10.0.0.1", "normal");
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window;

  g_list_store_append (store, instance);
  window = htap_list_test_window (view, 1100, 200);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapRecord) record =
          htap_list_test_record ("0in17", "htap", "10.0.0.1", cases[i].status);
      HtapCell *cell = htap_list_test_get_cell (view, 0, HTAP_FIELD_SHOWN_STATUS);
      GdkRGBA color;

      htap_instance_set_record (instance, record);
      g_assert_nonnull (strstr (get_icon (cell).name, cases[i].id));
      g_assert_true (gtk_icon_theme_has_icon (theme, get_icon (cell).name));
      g_assert_nonnull (strstr (get_icon (cell).color, cases[i].id));
      g_assert_true (htap_compat_lookup_color (GTK_WIDGET (cell), get_icon (cell).color, &color));
      g_assert_cmpstr (htap_list_test_get_text (cell), ==, cases[i].text);
    }

  htap_list_test_close (window);
}

/* What it was says nothing any more, however old that is. */
static void
test_unlisted (void)
{
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_TIMEOUT, "late");
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 1);
  g_autoptr (HtapInstance) instance = g_list_model_get_item (G_LIST_MODEL (store), 0);
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 200);
  HtapCell *cell = htap_list_test_get_cell (view, 0, HTAP_FIELD_SHOWN_STATUS);

  htap_instance_set_listed (instance, FALSE);
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, "No longer listed");
  g_assert_cmpstr (get_icon (cell).name, ==, "dialog-warning-symbolic");

  htap_source_succeed (source, 1000, 1, 10, 1, NULL);
  htap_source_fail (source, error);
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, "No longer listed");
  g_assert_false (has_clock (cell));

  htap_instance_set_listed (instance, TRUE);
  g_assert_true (g_str_has_prefix (htap_list_test_get_text (cell), "Available, as of "));

  htap_list_test_close (window);
}

static void
test_stale (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *as_of = htap_format_as_of (now - 60, now);
  g_autofree char *expected = g_strdup_printf ("Available, as of %s", as_of);
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_TIMEOUT, "late");
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 1);
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 200);
  HtapCell *cell = htap_list_test_get_cell (view, 0, HTAP_FIELD_SHOWN_STATUS);

  htap_source_succeed (source, now - 60, 1, 10, 1, NULL);
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, "Available");
  g_assert_false (has_clock (cell));

  htap_source_fail (source, error);
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, expected);
  g_assert_true (has_clock (cell));

  htap_source_succeed (source, now, 1, 10, 1, NULL);
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, "Available");
  g_assert_false (has_clock (cell));

  htap_list_test_close (window);
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/status-cell/statuses", test_statuses);
  g_test_add_func ("/status-cell/unlisted", test_unlisted);
  g_test_add_func ("/status-cell/stale", test_stale);

  return g_test_run ();
}
