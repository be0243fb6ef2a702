/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-requests-dialog.h"
#include "htap-window-private.h"

/* The request log: one for each window. */

static GtkWindow *
find_dialog (HtapWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (HTAP_IS_REQUESTS_DIALOG (window) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return window; /* GTK holds it */
    }

  return NULL;
}

static void
on_show_requests (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  GtkWindow *dialog = find_dialog (self);

  if (dialog == NULL)
    dialog = GTK_WINDOW (htap_requests_dialog_new (GTK_WINDOW (self), self->inventory));

  gtk_window_present (dialog);
}

/**
 * htap_window_add_requests:
 *
 * Adds what shows the request log.
 */
void
htap_window_add_requests (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-requests", .activate = on_show_requests },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
