/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"

/* What is asked again by itself: as often as the settings say, for as long as somebody looks. */

static void
on_settings_changed (GSettings *settings, const char *key, HtapSchedule *schedule)
{
  htap_schedule_set_interval (schedule, (guint) g_settings_get_enum (settings, key));
}

/**
 * htap_application_update_schedule:
 *
 * Who wants to be told of what changes has it asked for also while nobody looks, for as long as
 * there is a window.
 */
void
htap_application_update_schedule (HtapApplication *self)
{
  gboolean is_open = gtk_application_get_windows (GTK_APPLICATION (self)) != NULL;
  gboolean is_wanted =
      htap_audience_get_present (self->audience) || (is_open && self->news != NULL);

  htap_schedule_set_paused (self->schedule, !is_wanted);
}

static gboolean
on_first_refresh (gpointer user_data)
{
  HtapApplication *self = user_data;

  self->first_refresh = 0;
  if (gtk_application_get_windows (GTK_APPLICATION (self)) != NULL)
    htap_inventory_refresh_reachable (self->inventory);

  return G_SOURCE_REMOVE;
}

/**
 * htap_application_refresh_first:
 *
 * Asks for everything, now that there is a first window. What is known already is shown before that:
 * the keyring, the transport and what turns meanwhile would come before the rows. Where nothing is
 * known, that it is being read is what there is to show.
 */
void
htap_application_refresh_first (HtapApplication *self)
{
  GListModel *instances = G_LIST_MODEL (htap_inventory_get_instances (self->inventory));

  if (g_list_model_get_n_items (instances) == 0 && !htap_inventory_is_restoring (self->inventory))
    htap_inventory_refresh_reachable (self->inventory);
  else if (self->first_refresh == 0)
    self->first_refresh = g_idle_add (on_first_refresh, self);
}

/**
 * htap_application_start_schedule:
 *
 * Makes `app.auto-refresh` do what it says, from now on. Called before there are windows.
 */
void
htap_application_start_schedule (HtapApplication *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "auto-refresh");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  self->schedule = htap_schedule_new (self->inventory);
  self->audience = htap_audience_new (GTK_APPLICATION (self));
  g_signal_connect_object (self->audience, "notify::present",
                           G_CALLBACK (htap_application_update_schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "window-removed", G_CALLBACK (htap_application_update_schedule),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  htap_application_update_schedule (self);
  g_signal_connect_object (self->settings, "changed::auto-refresh",
                           G_CALLBACK (on_settings_changed), self->schedule, 0);
  on_settings_changed (self->settings, "auto-refresh", self->schedule);
}
