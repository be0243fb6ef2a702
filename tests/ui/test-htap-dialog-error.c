/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-dialog-error.h"

#include "htap-widget-test.h"

static gboolean
is_revealed (GtkWidget *error)
{
  g_autoptr (GPtrArray) revealers = htap_widget_test_find_all (error, GTK_TYPE_REVEALER);

  g_assert_cmpuint (revealers->len, ==, 1);

  return gtk_revealer_get_reveal_child (revealers->pdata[0]);
}

static void
test_say_and_clear (void)
{
  GtkWidget *error = htap_dialog_error_new ();
  g_autoptr (HtapTestWindow) window = htap_test_window_new (error, 400, 200);
  GtkWidget *label;

  g_assert_false (is_revealed (error));

  htap_dialog_error_say (HTAP_DIALOG_ERROR (error), "It is <b>full</b> & more\nof it.");
  htap_widget_test_settle ();
  g_assert_true (is_revealed (error));
  label = htap_widget_test_find (error, "It is <b>full</b> & more of it.");
  g_assert_nonnull (label);
  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_ALERT);
  htap_widget_test_assert_harmless (error, "dialog error");

  htap_dialog_error_clear (HTAP_DIALOG_ERROR (error));
  g_assert_false (is_revealed (error));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/dialog-error/say-and-clear", test_say_and_clear);

  return g_test_run ();
}
