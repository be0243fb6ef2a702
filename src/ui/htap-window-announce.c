/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* What a person sees at the end of a refresh, for those who listen. */

static guint
get_n_unseen (HtapWindow *self)
{
  return htap_changes_get_n_unseen (htap_inventory_get_changes (self->inventory));
}

/* Marks and counts tell the others of what is new. */
static char *
dup_sentence (HtapWindow *self)
{
  g_autofree char *summary = htap_list_pane_dup_summary (self->list_pane);
  guint n_unseen = get_n_unseen (self);
  guint n_new = n_unseen - MIN (n_unseen, self->n_unseen);

  if (n_new == 0)
    return g_steal_pointer (&summary);

  /* Translators: what is in the list after a refresh, and how much of it has changed: "9 instances,
   * 2 need attention · Updated 14:02 · 3 new changes". */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s · %u new change", "%s · %u new changes", n_new), summary,
      n_new);
}

static gboolean
on_announce_idle (gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autofree char *sentence = NULL;

  self->announce_idle = 0;
  htap_list_pane_update (self->list_pane);
  sentence = dup_sentence (self);
  if (*sentence != '\0')
    htap_toaster_announce (self->toaster, sentence);

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
      if (!self->announce_wanted)
        self->n_unseen = get_n_unseen (self);
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
