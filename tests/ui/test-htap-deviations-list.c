/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-deviations-list.h"

#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

typedef struct
{
  HtapInventory *inventory;
  GtkWidget *list;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5",
                                "cn-north-4:ain07;cn-north-4:bin07");
  fixture->list = htap_deviations_list_new (fixture->inventory);
  fixture->window = htap_test_window_new (fixture->list, 600, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static void
answer (Fixture *fixture, guint position, const char *deviation)
{
  HtapSource *source = htap_window_test_get_source (fixture->inventory, position);
  g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (deviations, g_strdup (deviation));
  g_ptr_array_add (deviations, g_strdup ("\x1B[1m another"));
  htap_source_succeed (source, NOW, 1, 1, 1, deviations);
  g_signal_emit_by_name (fixture->inventory, "merged", (guint64) 0);
  htap_widget_test_settle ();
}

static guint
count_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->list, ADW_TYPE_ACTION_ROW);

  return rows->len;
}

/* The page without any deviation is on top. */
static gboolean
shows_none (Fixture *fixture)
{
  return gtk_widget_get_mapped (htap_widget_test_find (fixture->list, "No Deviations"));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows_none (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* A row for each that deviates, by its name, with what it deviates in; nothing of it is markup. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  htap_source_set_taurus_name (htap_window_test_get_source (fixture->inventory, 1), "taurus-<b>&");
  answer (fixture, 1, "instances[].x: <i>undocumented");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (htap_widget_test_shows (fixture->list, "taurus-<b>&"));
  g_assert_true (htap_widget_test_shows (
      fixture->list, "• instances[].x: <i>undocumented\n• \xEF\xBF\xBD[1m another"));
  g_assert_false (shows_none (fixture));

  answer (fixture, 0, "total: absent");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

/* The same answer again leaves the rows, and with them the focus. */
static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  answer (fixture, 0, "total: absent");
  row = htap_widget_test_find (fixture->list, "ain07");
  g_assert_nonnull (row);
  answer (fixture, 0, "total: absent");
  g_assert_true (htap_widget_test_find (fixture->list, "ain07") == row);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/deviations-list/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("none", test_none);
  ADD ("rows", test_rows);
  ADD ("unchanged", test_unchanged);
#undef ADD

  return g_test_run ();
}
