/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-row.h"

#include "htap-widget-test.h"

/* 2024-03-22 14:02:31 UTC. */
#define NOW G_GINT64_CONSTANT (1711116151)

static HtapChange *seen;

static HtapChange *
new_change (HtapFieldIndex field, const char *old_value, const char *new_value)
{
  return htap_change_new (&(HtapChangeFacts){ .kind = HTAP_CHANGE_CHANGED,
                                              .profile = "uuid",
                                              .region = "cn-north-4",
                                              .taurus_id = "ain07",
                                              .taurus_name = "taurus-<b>&",
                                              .id = "0in17",
                                              .name = "htap-<b>&",
                                              .field = field,
                                              .old_value = old_value,
                                              .new_value = new_value,
                                              .at = NOW });
}

static HtapChangeGroup *
new_group (guint n_changes)
{
  g_autoptr (GListStore) changes = g_list_store_new (HTAP_TYPE_CHANGE);
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < n_changes; i++)
    {
      g_autofree char *port = g_strdup_printf ("%u", 3306 + i);
      g_autoptr (HtapChange) change = new_change (HTAP_FIELD_PORT, "<i>1", port);

      g_list_store_append (changes, change);
    }
  groups = htap_change_groups_new (G_LIST_MODEL (changes), FALSE);

  return g_object_ref (groups->pdata[0]);
}

static void
on_row_seen (GtkWidget *row, HtapChange *change)
{
  seen = change;
}

static void
test_row (void)
{
  g_autoptr (HtapChangeGroup) group = new_group (2);
  GtkWidget *row = htap_change_row_new ();
  g_autoptr (HtapTestWindow) window = htap_test_window_new (row, 500, 300);
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (row, GTK_TYPE_BUTTON);

  htap_change_row_show (HTAP_CHANGE_ROW (row), group, FALSE, NOW);
  g_assert_true (htap_widget_test_shows (row, "htap-<b>&"));
  g_assert_true (htap_widget_test_shows (row, "taurus-<b>&"));
  g_assert_true (htap_widget_test_shows (row, "<i>1 → 3306"));
  g_assert_true (htap_widget_test_shows (row, "<i>1 → 3307"));
  g_assert_false (htap_widget_test_shows (row, "earlier"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "htap-<b>&: Port: <i>1 → 3306, 14:02\n"
                                       "Port: <i>1 → 3307, 14:02");
  gtk_test_accessible_assert_property (buttons->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mark as Seen: htap-<b>&");

  g_signal_connect (row, "seen", G_CALLBACK (on_row_seen), NULL);
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  g_assert_true (seen == htap_change_group_get_newest (group));
}

/* Nobody reads all of it; and what was seen needs no button. */
static void
test_many (void)
{
  g_autoptr (HtapChangeGroup) group = new_group (9);
  GtkWidget *row = htap_change_row_new ();
  g_autoptr (HtapTestWindow) window = htap_test_window_new (row, 500, 300);
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (row, GTK_TYPE_BUTTON);

  htap_change_row_show (HTAP_CHANGE_ROW (row), group, TRUE, NOW);
  g_assert_true (htap_widget_test_shows (row, "<i>1 → 3311"));
  g_assert_false (htap_widget_test_shows (row, "<i>1 → 3312"));
  g_assert_true (htap_widget_test_shows (row, "and 3 earlier changes"));
  g_assert_false (gtk_widget_get_visible (buttons->pdata[0]));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/change-row/row", test_row);
  g_test_add_func ("/change-row/many", test_many);

  return g_test_run ();
}
