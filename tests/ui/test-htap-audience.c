/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-audience.h"

#include "htap-compat.h"
#include "htap-test.h"
#include "htap-widget-test.h"

static void
count (guint *n_notified)
{
  (*n_notified)++;
}

static GtkWindow *
open_window (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  htap_widget_test_settle ();

  return GTK_WINDOW (window);
}

/* Somebody looks for as long as one window is on the screen. */
static void
test_windows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  HtapAudience *audience = htap_audience_new (application);
  guint n_notified = 0;
  GtkWindow *first, *second;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (audience, "notify::present", G_CALLBACK (count), &n_notified);
  g_assert_false (htap_audience_get_present (audience));

  first = open_window (application);
  g_assert_true (htap_audience_get_present (audience));
  second = open_window (application);
  gtk_window_destroy (first);
  htap_widget_test_settle ();
  g_assert_true (htap_audience_get_present (audience));
  g_assert_cmpuint (n_notified, ==, 1);

  gtk_widget_set_visible (GTK_WIDGET (second), FALSE);
  g_assert_false (htap_audience_get_present (audience));
  gtk_window_present (second);
  htap_widget_test_settle ();
  g_assert_true (htap_audience_get_present (audience));
  gtk_window_destroy (second);
  htap_widget_test_settle ();
  g_assert_false (htap_audience_get_present (audience));

  g_assert_finalize_object (audience);
}

/* Without a window manager no window can be minimized; what that would say. */
static void
test_states (void)
{
  g_assert_true (htap_compat_is_in_sight (0));
  g_assert_true (
      htap_compat_is_in_sight (GDK_TOPLEVEL_STATE_FOCUSED | GDK_TOPLEVEL_STATE_MAXIMIZED));
  g_assert_true (htap_compat_is_in_sight (GDK_TOPLEVEL_STATE_TILED));
  g_assert_false (htap_compat_is_in_sight (GDK_TOPLEVEL_STATE_MINIMIZED));
  g_assert_false (
      htap_compat_is_in_sight (GDK_TOPLEVEL_STATE_MINIMIZED | GDK_TOPLEVEL_STATE_MAXIMIZED));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/audience/windows", test_windows);
  g_test_add_func ("/audience/states", test_states);

  return g_test_run ();
}
