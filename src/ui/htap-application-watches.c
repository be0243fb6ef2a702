/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"
#include "htap-watch-text.h"

/* What somebody waits for: watched also while there is no window, and told by the desktop. */

static void
on_watches_changed (HtapApplication *self)
{
  gboolean watching = htap_watch_list_get_size (self->watches) > 0;

  if (self->watching == watching)
    return;

  self->watching = watching;
  if (watching)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
on_watches_ended (HtapApplication *self, HtapInstance *instance, int end)
{
  g_autofree char *title = htap_watch_text_dup_title (instance, (HtapWatchEnd) end);
  g_autofree char *body = htap_watch_text_dup_body (instance, (HtapWatchEnd) end);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-instance", "s",
                                                htap_instance_get_id (instance));
  if (self->news != NULL && end != HTAP_WATCH_GAVE_UP)
    htap_status_news_leave_out (self->news, instance);
  /* One for each instance: the news takes the place of what was said before. */
  g_application_send_notification (G_APPLICATION (self), htap_instance_get_id (instance),
                                   notification);
}

static void
on_show_instance (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  htap_window_show_instance (htap_application_raise_window (user_data),
                             g_variant_get_string (parameter, NULL));
}

/**
 * htap_application_start_watches:
 *
 * Makes "Notify When Available" work, from now on. Called before there are windows.
 */
void
htap_application_start_watches (HtapApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "show-instance", .activate = on_show_instance, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->watches = htap_watch_list_new (self->inventory);
  g_signal_connect_object (self->watches, "changed", G_CALLBACK (on_watches_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watches, "ended", G_CALLBACK (on_watches_ended), self,
                           G_CONNECT_SWAPPED);
}
