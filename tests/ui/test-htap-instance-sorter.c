/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-sorter.h"

#include "htap-list-test.h"

static void
count (GtkSorter *sorter, GtkSorterChange change, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_ties (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) abnormal =
      htap_list_test_instance (source, "9in17", "z", "10.0.0.1", "abnormal");
  g_autoptr (HtapInstance) second =
      htap_list_test_instance (source, "8in17", "htap-2", "10.0.0.1", "normal");
  g_autoptr (HtapInstance) tenth =
      htap_list_test_instance (source, "1in17", "htap-10", "10.0.0.1", "normal");
  g_autoptr (HtapInstance) twin =
      htap_list_test_instance (source, "2in17", "htap-10", "10.0.0.1", "normal");
  gpointer order[] = { abnormal, second, tenth, twin };
  g_autoptr (HtapInstanceSorter) sorter = htap_instance_sorter_new ();

  /* Whichever way the equal addresses are sorted, trouble is on top, then names, then ids. */
  for (int descending = FALSE; descending <= TRUE; descending++)
    {
      htap_instance_sorter_set_field (sorter, HTAP_FIELD_DATA_VIP, descending);
      for (guint i = 0; i + 1 < G_N_ELEMENTS (order); i++)
        {
          g_assert_cmpint (gtk_sorter_compare (GTK_SORTER (sorter), order[i], order[i + 1]), <, 0);
          g_assert_cmpint (gtk_sorter_compare (GTK_SORTER (sorter), order[i + 1], order[i]), >, 0);
        }
    }
}

static void
test_set_field (void)
{
  g_autoptr (HtapInstanceSorter) sorter = htap_instance_sorter_new ();
  gboolean descending = TRUE;
  guint n_changes = 0;

  g_signal_connect (sorter, "changed", G_CALLBACK (count), &n_changes);

  g_assert_cmpint (htap_instance_sorter_get_field (sorter, &descending), ==,
                   HTAP_FIELD_SHOWN_STATUS);
  g_assert_false (descending);
  g_assert_false (htap_instance_sorter_set_field (sorter, HTAP_FIELD_SHOWN_STATUS, FALSE));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (htap_instance_sorter_set_field (sorter, HTAP_FIELD_SHOWN_STATUS, TRUE));
  g_assert_true (htap_instance_sorter_set_field (sorter, HTAP_FIELD_NAME, TRUE));
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_note_merged (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) one =
      htap_list_test_instance (source, "1in17", "htap-1", "10.0.0.1", "normal");
  g_autoptr (HtapInstance) twin =
      htap_list_test_instance (source, "2in17", "htap-1", "10.0.0.2", "normal");
  g_autoptr (HtapInstanceSorter) sorter = htap_instance_sorter_new ();
  static const HtapFieldIndex looked_at[] = { HTAP_FIELD_HA_MODE, HTAP_FIELD_NODE_NUM,
                                              HTAP_FIELD_SHOWN_STATUS, HTAP_FIELD_NAME };
  guint n_changes = 0;

  g_signal_connect (sorter, "changed", G_CALLBACK (count), &n_changes);
  htap_instance_sorter_set_field (sorter, HTAP_FIELD_HA_MODE, FALSE);
  n_changes = 0;

  /* The field itself, what else it shows, and what breaks ties. */
  for (guint i = 0; i < G_N_ELEMENTS (looked_at); i++)
    {
      gtk_sorter_compare (GTK_SORTER (sorter), one, twin);
      htap_instance_sorter_note_merged (sorter, 0);
      htap_instance_sorter_note_merged (sorter, HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP) |
                                                    HTAP_FIELD_BIT (HTAP_FIELD_CURRENT_ACTIONS));
      g_assert_cmpuint (n_changes, ==, i);
      htap_instance_sorter_note_merged (sorter, HTAP_FIELD_BIT (looked_at[i]));
      g_assert_cmpuint (n_changes, ==, i + 1);
    }
}

static void
test_no_ties (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) one =
      htap_list_test_instance (source, "1in17", "htap-1", "10.0.0.1", "normal");
  g_autoptr (HtapInstance) other =
      htap_list_test_instance (source, "2in17", "htap-2", "10.0.0.2", "normal");
  g_autoptr (HtapInstance) twin =
      htap_list_test_instance (source, "3in17", "htap-2", "10.0.0.3", "normal");
  g_autoptr (HtapInstanceSorter) sorter = htap_instance_sorter_new ();
  guint n_changes = 0;

  g_signal_connect (sorter, "changed", G_CALLBACK (count), &n_changes);
  htap_instance_sorter_set_field (sorter, HTAP_FIELD_NAME, FALSE);
  n_changes = 0;

  gtk_sorter_compare (GTK_SORTER (sorter), one, other);
  htap_instance_sorter_note_merged (sorter, HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS));
  g_assert_cmpuint (n_changes, ==, 0);

  gtk_sorter_compare (GTK_SORTER (sorter), other, twin);
  gtk_sorter_compare (GTK_SORTER (sorter), one, other);
  htap_instance_sorter_note_merged (sorter, HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS));
  g_assert_cmpuint (n_changes, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instance-sorter/ties", test_ties);
  g_test_add_func ("/instance-sorter/set-field", test_set_field);
  g_test_add_func ("/instance-sorter/note-merged", test_note_merged);

  g_test_add_func ("/instance-sorter/no-ties", test_no_ties);

  return g_test_run ();
}
