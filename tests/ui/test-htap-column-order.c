/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-order.h"

#include "htap-column.h"
#include "htap-list-test.h"

typedef struct
{
  GtkColumnView *view;
  GtkColumnViewColumn *columns[3]; /* not owned */
} Fixture;

static const HtapFieldIndex fields[] = { HTAP_FIELD_NAME, HTAP_FIELD_PORT, HTAP_FIELD_VPC_ID };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = htap_column_new (htap_field_get (fields[i]));

      gtk_column_view_append_column (fixture->view, column);
      fixture->columns[i] = column;
    }
  gtk_column_view_column_set_visible (fixture->columns[0], TRUE);
  gtk_column_view_column_set_visible (fixture->columns[2], TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
}

static void
assert_fields (GArray *order, guint n_fields, const HtapFieldIndex *expected)
{
  g_assert_cmpmem (order->data, order->len * sizeof (HtapFieldIndex), expected,
                   n_fields * sizeof (HtapFieldIndex));
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  const HtapFieldIndex shown[] = { HTAP_FIELD_NAME, HTAP_FIELD_VPC_ID };
  g_autoptr (GArray) order = htap_column_order_dup (fixture->view);
  g_autoptr (GArray) visible = htap_column_order_dup_visible (fixture->view);

  assert_fields (order, G_N_ELEMENTS (fields), fields);
  assert_fields (visible, G_N_ELEMENTS (shown), shown);
}

/* A column that stands where it shall stand is left alone: taking it out would lose its cells. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  const HtapFieldIndex up[] = { HTAP_FIELD_VPC_ID, HTAP_FIELD_NAME, HTAP_FIELD_PORT };
  const HtapFieldIndex down[] = { HTAP_FIELD_NAME, HTAP_FIELD_PORT, HTAP_FIELD_VPC_ID };
  g_autoptr (GArray) moved_up = NULL;
  g_autoptr (GArray) moved_down = NULL;

  g_assert_false (htap_column_order_move (fixture->view, fixture->columns[1], 1));

  g_assert_true (htap_column_order_move (fixture->view, fixture->columns[2], 0));
  moved_up = htap_column_order_dup (fixture->view);
  assert_fields (moved_up, G_N_ELEMENTS (up), up);

  g_assert_true (htap_column_order_move (fixture->view, fixture->columns[2], 2));
  moved_down = htap_column_order_dup (fixture->view);
  assert_fields (moved_down, G_N_ELEMENTS (down), down);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/column-order/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("hidden", test_hidden);
  ADD_TEST ("move", test_move);

  return g_test_run ();
}
