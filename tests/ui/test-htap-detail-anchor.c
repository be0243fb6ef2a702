/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-anchor.h"

#include "htap-detail-group.h"
#include "htap-detail-row.h"
#include "htap-widget-test.h"

#define N_GROUPS 3

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *scrolled;
  GtkWidget *content;
  GtkWidget *groups[N_GROUPS];
} Fixture;

/* Shows @n_rows, of which those at the end are always the same. */
static void
fill (Fixture *fixture, guint group, guint n_rows)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);

  for (guint i = n_rows; i-- > 0;)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      g_ptr_array_add (facts, htap_detail_fact_new (key, key, "value", HTAP_DETAIL_FACT_TEXT));
    }
  htap_detail_group_set_facts (HTAP_DETAIL_GROUP (fixture->groups[group]), facts, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  fixture->scrolled = g_object_ref_sink (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled), fixture->content);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      fixture->groups[i] = htap_detail_group_new ();
      gtk_box_append (GTK_BOX (fixture->content), fixture->groups[i]);
      fill (fixture, i, 10);
    }
  fixture->window = htap_test_window_new (fixture->scrolled, 360, 300);
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->scrolled);
}

static HtapDetailAnchor *
take (Fixture *fixture)
{
  return htap_detail_anchor_take (GTK_SCROLLED_WINDOW (fixture->scrolled),
                                  GTK_BOX (fixture->content));
}

static GtkWidget *
get_row (Fixture *fixture, guint group, const char *key)
{
  g_autoptr (GPtrArray) rows =
      htap_widget_test_find_all (fixture->groups[group], HTAP_TYPE_DETAIL_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (htap_detail_row_get_fact (rows->pdata[i])->key, key))
      return rows->pdata[i];

  g_assert_not_reached ();
}

static double
get_y (Fixture *fixture, GtkWidget *row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (row, fixture->scrolled, &bounds));

  return bounds.origin.y;
}

/* So that @row is the first on the screen. */
static void
scroll_to (Fixture *fixture, GtkWidget *row)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + get_y (fixture, row));
  htap_widget_test_settle ();
  g_assert_cmpfloat (get_y (fixture, row), ==, 0);
}

/* What comes and goes in a group above, above in the same group, and below. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    guint group;
    guint n_rows;
  } changes[] = { { 0, 30 }, { 0, 1 }, { 1, 14 }, { 1, 6 }, { 2, 40 }, { 0, 60 } };
  GtkWidget *row = get_row (fixture, 1, "3");

  /* The focus has its own way to come into view. */
  gtk_widget_grab_focus (row);
  htap_widget_test_settle ();
  scroll_to (fixture, row);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      HtapDetailAnchor *anchor = take (fixture);

      fill (fixture, changes[i].group, changes[i].n_rows);
      htap_detail_anchor_release (anchor);
      htap_widget_test_settle ();
      g_test_message ("%u", i);
      g_assert_cmpfloat_with_epsilon (get_y (fixture, row), 0, 1);
    }
}

/* At the top somebody sees what arrives. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  HtapDetailAnchor *anchor = take (fixture);

  g_assert_null (anchor);
  fill (fixture, 0, 20);
  htap_detail_anchor_release (anchor);
  htap_widget_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (
                         GTK_SCROLLED_WINDOW (fixture->scrolled))),
                     ==, 0);
}

/* The row itself may go. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  HtapDetailAnchor *anchor;

  scroll_to (fixture, get_row (fixture, 1, "9"));
  anchor = take (fixture);
  fill (fixture, 1, 5);
  htap_detail_anchor_release (anchor);
  htap_widget_test_settle ();
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-anchor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("stays", test_stays);
  ADD ("top", test_top);
  ADD ("gone", test_gone);

  return g_test_run ();
}
