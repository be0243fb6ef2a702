/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-panes.h"

#include "htap-test.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  HtapPanes *panes;
  GtkWidget *sidebar;
  GtkWidget *list;
  GtkWidget *details;
} Fixture;

static GtkWidget *
new_pane (int minimum_width)
{
  return g_object_new (GTK_TYPE_LABEL, "label", "pane", "width-request", minimum_width, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->panes = g_object_new (HTAP_TYPE_PANES, NULL);
  fixture->sidebar = new_pane (180);
  fixture->list = new_pane (200);
  fixture->details = new_pane (200);
  htap_panes_set_sidebar (fixture->panes, fixture->sidebar);
  htap_panes_set_list (fixture->panes, fixture->list);
  htap_panes_set_details (fixture->panes, fixture->details);
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->panes), 1100, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
}

/* "slD": what is on the screen, in capitals what is not. */
static void
assert_shown (Fixture *fixture, const char *expected)
{
  char shown[4] = {
    gtk_widget_get_mapped (fixture->sidebar) ? 's' : 'S',
    gtk_widget_get_mapped (fixture->list) ? 'l' : 'L',
    gtk_widget_get_mapped (fixture->details) ? 'd' : 'D',
  };
  gboolean sidebar, list, details;

  g_assert_cmpstr (shown, ==, expected);

  g_object_get (fixture->panes, "sidebar-shown", &sidebar, "list-shown", &list, "details-shown",
                &details, NULL);
  g_assert_cmpint (sidebar, ==, expected[0] == 's');
  g_assert_cmpint (list, ==, expected[1] == 'l');
  g_assert_cmpint (details, ==, expected[2] == 'd');
  g_assert_cmpint (htap_panes_get_sidebar_shown (fixture->panes), ==, sidebar);
  g_assert_cmpint (htap_panes_get_list_shown (fixture->panes), ==, list);
  g_assert_cmpint (htap_panes_get_details_shown (fixture->panes), ==, details);
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int width;
    const char *shown;
  } cases[] = {
    { 1400, "sld" }, { 1000, "sld" }, { 999, "slD" }, { 900, "slD" },
    { 700, "slD" },  { 699, "SlD" },  { 600, "SlD" }, { 1400, "sld" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      htap_panes_set_window_width (fixture->panes, cases[i].width);
      assert_shown (fixture, cases[i].shown);
    }
}

static void
test_wanted (Fixture *fixture, gconstpointer data)
{
  htap_panes_set_window_width (fixture->panes, 1400);
  g_object_set (fixture->panes, "sidebar-wanted", FALSE, NULL);
  assert_shown (fixture, "Sld");
  htap_panes_show_details (fixture->panes, FALSE);
  assert_shown (fixture, "SlD");
  htap_panes_show_sidebar (fixture->panes, TRUE);
  assert_shown (fixture, "slD");

  /* What was chosen for a wide window holds when it is wide again. */
  htap_panes_set_window_width (fixture->panes, 600);
  assert_shown (fixture, "SlD");
  htap_panes_set_window_width (fixture->panes, 1400);
  assert_shown (fixture, "slD");
}

static void
test_instead_of_list (Fixture *fixture, gconstpointer data)
{
  gboolean sidebar_wanted, details_wanted;

  htap_panes_set_window_width (fixture->panes, 600);
  htap_panes_show_sidebar (fixture->panes, TRUE);
  assert_shown (fixture, "sLD");
  htap_panes_show_details (fixture->panes, TRUE);
  assert_shown (fixture, "SLd");
  htap_panes_show_list (fixture->panes);
  assert_shown (fixture, "SlD");

  /* Details in the list's place, with the sidebar beside them. */
  htap_panes_set_window_width (fixture->panes, 900);
  htap_panes_show_details (fixture->panes, TRUE);
  assert_shown (fixture, "sLd");
  htap_panes_show_details (fixture->panes, FALSE);
  assert_shown (fixture, "slD");

  /* Enough room ends it. */
  htap_panes_show_details (fixture->panes, TRUE);
  htap_panes_set_window_width (fixture->panes, 1400);
  assert_shown (fixture, "sld");

  /* And none of it was a choice for a wide window. */
  g_object_get (fixture->panes, "sidebar-wanted", &sidebar_wanted, "details-wanted",
                &details_wanted, NULL);
  g_assert_true (sidebar_wanted);
  g_assert_true (details_wanted);
}

static void
on_notify (guint *n_notifications)
{
  (*n_notifications)++;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint n_sidebar = 0, n_list = 0, n_details = 0;

  g_signal_connect_swapped (fixture->panes, "notify::sidebar-shown", G_CALLBACK (on_notify),
                            &n_sidebar);
  g_signal_connect_swapped (fixture->panes, "notify::list-shown", G_CALLBACK (on_notify), &n_list);
  g_signal_connect_swapped (fixture->panes, "notify::details-shown", G_CALLBACK (on_notify),
                            &n_details);

  htap_panes_set_window_width (fixture->panes, 1300);
  htap_panes_set_window_width (fixture->panes, 900);
  htap_panes_set_window_width (fixture->panes, 800);
  g_assert_cmpuint (n_sidebar, ==, 0);
  g_assert_cmpuint (n_list, ==, 0);
  g_assert_cmpuint (n_details, ==, 1);
}

typedef struct
{
  GtkWidget *widget;
  int width;
} Width;

static gboolean
is_wide (gpointer data)
{
  const Width *expected = data;

  return ABS (gtk_widget_get_width (expected->widget) - expected->width) <= 1;
}

static void
wait_for_width (GtkWidget *widget, int width)
{
  Width expected = { widget, width };

  htap_test_wait_until (is_wide, &expected, "the width of a pane");
}

static void
resize (Fixture *fixture, int width)
{
  gtk_window_set_default_size (fixture->window->window, width, 300);
  wait_for_width (GTK_WIDGET (fixture->panes), width);
  htap_widget_test_settle ();
}

static void
assert_widths (Fixture *fixture, int sidebar, int details)
{
  int sidebar_width, details_width;

  g_object_get (fixture->panes, "sidebar-width", &sidebar_width, "details-width", &details_width,
                NULL);
  g_assert_cmpint (sidebar_width, ==, sidebar);
  g_assert_cmpint (details_width, ==, details);
  wait_for_width (fixture->sidebar, sidebar);
  wait_for_width (fixture->details, details);
}

static void
test_resize (Fixture *fixture, gconstpointer data)
{
  assert_widths (fixture, 240, 360);
  resize (fixture, 1250);
  assert_widths (fixture, 240, 360);

  g_object_set (fixture->panes, "sidebar-width", 300, "details-width", 250, NULL);
  htap_widget_test_settle ();
  assert_widths (fixture, 300, 250);
  resize (fixture, 1050);
  assert_widths (fixture, 300, 250);

  /* Gone and back, with another width of the window in between. */
  htap_panes_show_details (fixture->panes, FALSE);
  htap_panes_show_sidebar (fixture->panes, FALSE);
  resize (fixture, 1200);
  htap_panes_show_details (fixture->panes, TRUE);
  htap_panes_show_sidebar (fixture->panes, TRUE);
  htap_widget_test_settle ();
  assert_widths (fixture, 300, 250);
}

/* A person moves the handles, here with the keyboard's own way to do it. */
static void
test_handles (Fixture *fixture, gconstpointer data)
{
  GtkPaned *outer = GTK_PANED (gtk_widget_get_first_child (GTK_WIDGET (fixture->panes)));
  GtkPaned *inner = GTK_PANED (gtk_paned_get_end_child (outer));
  int before, after;

  gtk_paned_set_position (outer, 280);
  htap_widget_test_settle ();
  assert_widths (fixture, 280, 360);

  gtk_paned_set_position (inner, gtk_paned_get_position (inner) - 40);
  htap_widget_test_settle ();
  assert_widths (fixture, 280, 400);

  /* Too far is as far as it goes. */
  gtk_paned_set_position (outer, 10);
  g_object_get (fixture->panes, "sidebar-width", &after, NULL);
  g_assert_cmpint (after, ==, 180);

  /* Something in the panes changes its size: nothing moves. */
  htap_widget_test_settle ();
  before = gtk_paned_get_position (inner);
  gtk_label_set_label (GTK_LABEL (fixture->list), "a longer text");
  gtk_widget_queue_resize (fixture->list);
  htap_widget_test_settle ();
  g_assert_cmpint (ABS (gtk_paned_get_position (inner) - before), <=, 1);
  g_object_get (fixture->panes, "details-width", &after, NULL);
  g_assert_cmpint (after, ==, 400);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/panes/widths", test_widths }, { "/panes/wanted", test_wanted },
    { "/panes/notify", test_notify }, { "/panes/instead-of-list", test_instead_of_list },
    { "/panes/resize", test_resize }, { "/panes/handles", test_handles },
  };

  htap_widget_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
