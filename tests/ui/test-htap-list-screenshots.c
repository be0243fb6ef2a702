/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-instance-view.h"
#include "htap-list-rows.h"
#include "htap-list-test.h"
#include "htap-view-menu.h"

#include <adwaita.h>

/* Pictures of the list for people to look at; all that can fail here is drawing them. */

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static void
add (GListStore *store,
     HtapSource *source,
     const char *name,
     const char *ip,
     const char *status,
     const char *mode,
     const char *engine,
     const char *version,
     HtapRecordNumber flag,
     const char *action)
{
  g_autofree char *id = g_strdup_printf ("%08xa34d5fd1b8b9a5a2de7a1c6ein17", g_str_hash (name));
  g_autoptr (HtapRecord) record = htap_list_test_record (id, name, ip, status);
  g_autoptr (HtapInstance) instance = NULL;

  htap_record_set_text (record, HTAP_TEXT_HA_MODE, mode);
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, engine);
  htap_record_set_text (record, HTAP_TEXT_ENGINE_VERSION, version);
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "4f8aa25c-9d4e-4a5c-8c61-0d1d7a5ab6d0");
  htap_record_set_number (record, HTAP_NUMBER_PORT, 3306);
  htap_record_set_number (record, HTAP_NUMBER_NODE_NUM, g_str_equal (mode, "Single") ? 2 : 6);
  htap_record_set_number (record, HTAP_NUMBER_CREATE_AT,
                          G_GINT64_CONSTANT (1715431222000) +
                              (gint64) (g_str_hash (name) % 300) * DAY);
  if (flag != HTAP_N_NUMBERS)
    htap_record_set_number (record, flag, 1);
  if (action != NULL)
    htap_record_add_action (record, &(HtapAction){ .action = action, .status = "RUNNING" });

  instance = htap_instance_new (source, record);
  g_list_store_append (store, instance);
}

static GListStore *
new_fleet (void)
{
  g_autoptr (HtapSource) orders = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapSource) bi = htap_list_test_source ("cn-north-4", "bin07", "taurus-bi");
  g_autoptr (HtapSource) old = htap_list_test_source ("cn-east-3", "cin07", "taurus-t1");
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_TIMEOUT, "late");
  GListStore *store = g_list_store_new (HTAP_TYPE_INSTANCE);
  const char *sr = "star-rocks", *ch = "click-house";

  htap_source_succeed (orders, g_get_real_time () / G_USEC_PER_SEC, -1, 10, 4, NULL);
  htap_source_succeed (bi, g_get_real_time () / G_USEC_PER_SEC, -1, 10, 4, NULL);
  htap_source_succeed (old, g_get_real_time () / G_USEC_PER_SEC - 1200, -1, 10, 4, NULL);
  htap_source_fail (old, error);

  add (store, orders, "htap-fjlb", "192.168.0.209", "normal", "Single", sr, "3.1.15.80",
       HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, NULL);
  add (store, orders, "htap-fjlc", "192.168.0.249", "normal", "Cluster", sr, "3.1.15.80",
       HTAP_N_NUMBERS, NULL);
  add (store, orders, "htap-fjld", "192.168.0.207", "normal", "Single", sr, "3.1.15.80",
       HTAP_N_NUMBERS, NULL);
  add (store, orders, "htap-new", NULL, "creating", "Cluster", sr, NULL, HTAP_N_NUMBERS, NULL);
  add (store, bi, "crm-report-2", "10.20.3.14", "abnormal", "Cluster", sr, "3.1.15.80",
       HTAP_N_NUMBERS, NULL);
  add (store, bi, "crm-report-10", "10.20.3.15", "normal", "Cluster", sr, "3.1.15.80",
       HTAP_N_NUMBERS, "resize_flavor");
  add (store, bi, "lite-old", "10.20.3.9", "normal", "Single", ch, "21.8.15.7",
       HTAP_NUMBER_IS_FROZEN, NULL);
  add (store, bi, "failed-create", NULL, "createfail", "Single", sr, NULL, HTAP_N_NUMBERS, NULL);
  add (store, bi, "<b>strange & odd</b>", "10.20.3.77", "hibernating", "Ha", sr, "3.2.0.1",
       HTAP_N_NUMBERS, NULL);
  add (store, old, "eastern-analytics-warehouse-01", "10.9.0.4", "normal", "Cluster", sr,
       "3.1.15.80", HTAP_N_NUMBERS, NULL);
  add (store, old, "东区报表", "10.9.0.12", "normal", "Single", sr, "3.1.15.80", HTAP_N_NUMBERS,
       NULL);

  return store;
}

static void
take_pictures (const char *scheme)
{
  g_autoptr (GListStore) store = new_fleet ();
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 560);
  g_autofree char *name = g_strconcat ("list-", scheme, NULL);
  GtkColumnView *columns = GTK_COLUMN_VIEW (
      gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (view))));
  HtapCell *cell;

  htap_instance_view_move_cursor (HTAP_INSTANCE_VIEW (view), 4);
  cell = htap_list_rows_find_cell (htap_list_rows_find (columns, 6),
                                   htap_field_get (HTAP_FIELD_DATA_VIP));
  htap_list_test_point_at (GTK_WIDGET (cell), 0.5);
  htap_list_test_screenshot (name);
  htap_list_test_close (window);
}

static void
test_light (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  take_pictures ("light");
}

static void
test_dark (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  take_pictures ("dark");
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/list/screenshots/light", test_light);
  g_test_add_func ("/list/screenshots/dark", test_dark);

  return g_test_run ();
}
