/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column.h"

#include "htap-widget-test.h"

/* Every field can be a column. */
static void
test_every_field (void)
{
  for (int i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get ((HtapFieldIndex) i);
      g_autoptr (GtkColumnViewColumn) column = htap_column_new (field);
      int width = htap_column_get_default_width (field);

      g_assert_true (htap_column_get_field (column) == field);
      g_assert_false (gtk_column_view_column_get_visible (column));
      g_assert_true (gtk_column_view_column_get_resizable (column));
      g_assert_cmpstr (gtk_column_view_column_get_title (column), ==, htap_field_get_label (field));
      g_assert_cmpint (width, >=, HTAP_COLUMN_MINIMUM_WIDTH);
      g_assert_cmpint (width, <=, HTAP_COLUMN_MAXIMUM_WIDTH);
    }
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/column/every-field", test_every_field);

  return g_test_run ();
}
