/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

/* What a person sees at the end of a refresh, for those who listen. */

static gboolean
on_announce_idle (gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autofree char *summary = NULL;

  self->announce_idle = 0;
  htap_list_pane_update (self->list_pane);
  summary = htap_list_pane_dup_summary (self->list_pane);
  if (*summary != '\0')
    htap_toaster_announce (self->toaster, summary);

  return G_SOURCE_REMOVE;
}

/* Only what somebody asked for and waits for; and not at once: the last answer may not be in the
 * list yet. */
static void
on_inventory_notify_refresh (HtapWindow *self)
{
  HtapRefresh *refresh = htap_inventory_get_refresh (self->inventory);

  if (refresh != NULL)
    {
      self->announce_wanted = self->announce_wanted || !htap_refresh_is_quiet (refresh);
      return;
    }

  if (self->announce_wanted && self->announce_idle == 0)
    self->announce_idle = g_idle_add (on_announce_idle, self);
  self->announce_wanted = FALSE;
}

/**
 * htap_window_announce_refreshes:
 *
 * Has a screen reader say how each refresh that a person asked for ended, from now on.
 */
void
htap_window_announce_refreshes (HtapWindow *self)
{
  g_signal_connect_object (self->inventory, "notify::refresh",
                           G_CALLBACK (on_inventory_notify_refresh), self, G_CONNECT_SWAPPED);
  on_inventory_notify_refresh (self);
}
