/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-clipboard.h"

#include "htap-widget-test.h"

/* There is nobody here who would take it over; the program ends all the same. */
static void
test_nobody_takes_it (void)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  htap_clipboard_hand_over ();
  g_assert_false (gdk_clipboard_is_local (clipboard));

  gdk_clipboard_set_text (clipboard, "192.168.0.207");
  htap_clipboard_hand_over ();
  g_assert_true (gdk_clipboard_is_local (clipboard));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/clipboard/nobody-takes-it", test_nobody_takes_it);

  return g_test_run ();
}
