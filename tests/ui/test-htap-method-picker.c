/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-method-picker.h"

#include "htap-test.h"
#include "htap-widget-test.h"

static void
on_picker_changed (guint *n_changes)
{
  (*n_changes)++;
}

/* One is chosen, always, and each change is told once. */
static void
test_choice (void)
{
  GtkWidget *picker = htap_method_picker_new ();
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (picker, 400, 100);
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (picker, GTK_TYPE_TOGGLE_BUTTON);
  guint n_changes = 0;

  g_signal_connect_swapped (picker, "changed", G_CALLBACK (on_picker_changed), &n_changes);
  g_assert_cmpint (htap_method_picker_get_sign_in (HTAP_METHOD_PICKER (picker)), ==,
                   HTAP_SIGN_IN_ACCESS_KEY);
  gtk_test_accessible_assert_property (picker, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sign-in method");

  g_signal_emit_by_name (buttons->pdata[2], "clicked");
  g_assert_cmpint (htap_method_picker_get_sign_in (HTAP_METHOD_PICKER (picker)), ==,
                   HTAP_SIGN_IN_TOKEN);
  g_assert_cmpuint (n_changes, ==, 1);

  htap_method_picker_set_sign_in (HTAP_METHOD_PICKER (picker), HTAP_SIGN_IN_PASSWORD);
  g_assert_true (gtk_toggle_button_get_active (buttons->pdata[1]));
  g_assert_false (gtk_toggle_button_get_active (buttons->pdata[2]));
  g_assert_cmpuint (n_changes, ==, 2);

  /* Who presses what is chosen chooses it still. */
  g_signal_emit_by_name (buttons->pdata[1], "clicked");
  g_assert_cmpint (htap_method_picker_get_sign_in (HTAP_METHOD_PICKER (picker)), ==,
                   HTAP_SIGN_IN_PASSWORD);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/method-picker/choice", test_choice);

  return g_test_run ();
}
