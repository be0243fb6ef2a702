/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-clipboard.h"

#include <gdk/gdk.h>

#define DEADLINE_MS 1000

static void
on_clipboard_stored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GMainLoop) loop = user_data;

  gdk_clipboard_store_finish (GDK_CLIPBOARD (object), result, NULL);
  g_main_loop_quit (loop);
}

static gboolean
on_deadline (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

/**
 * htap_clipboard_hand_over:
 *
 * An address that was copied should outlive the program: on X11 somebody else has to take it over,
 * who may not be there or not answer. Waits for that, but not for long.
 */
void
htap_clipboard_hand_over (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkClipboard *clipboard;
  guint deadline;

  if (display == NULL)
    return;

  clipboard = gdk_display_get_clipboard (display);
  if (!gdk_clipboard_is_local (clipboard))
    return;

  deadline = g_timeout_add (DEADLINE_MS, on_deadline, loop);
  gdk_clipboard_store_async (clipboard, G_PRIORITY_DEFAULT, NULL, on_clipboard_stored,
                             g_main_loop_ref (loop));
  g_main_loop_run (loop);
  g_source_remove (deadline);
}
