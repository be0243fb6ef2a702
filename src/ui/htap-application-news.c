/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"
#include "htap-status-news-text.h"

/* What changes while nobody looks: told by the desktop, if somebody wants that. */

/* One for all: the news take the place of what was said before. */
#define NOTIFICATION_ID "status-news"

static void
send (HtapApplication *self, GPtrArray *news)
{
  g_autofree char *title = htap_status_news_text_dup_title (news);
  g_autofree char *body = htap_status_news_text_dup_body (news);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.show-changes");
  g_application_send_notification (G_APPLICATION (self), NOTIFICATION_ID, notification);
}

/* A dialog of ours is as good as the window. One that was hidden still says that it is active. */
static gboolean
is_any_window_active (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return TRUE;
    }

  return FALSE;
}

static void
on_news_changed (HtapApplication *self)
{
  g_autoptr (GPtrArray) news = htap_status_news_dup (self->news);

  if (news->len == 0)
    g_application_withdraw_notification (G_APPLICATION (self), NOTIFICATION_ID);
  else if (is_any_window_active ())
    htap_status_news_clear (self->news);
  else
    send (self, news);
}

static void
on_window_notify_is_active (HtapApplication *self, GParamSpec *pspec, GtkWindow *window)
{
  if (self->news != NULL && gtk_window_is_active (window))
    htap_status_news_clear (self->news);
}

static void
on_window_added (HtapApplication *self, GtkWindow *window)
{
  /* What an earlier run told is old: somebody looks at what is known now. */
  g_application_withdraw_notification (G_APPLICATION (self), NOTIFICATION_ID);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_window_notify_is_active),
                           self, G_CONNECT_SWAPPED);
}

static void
on_settings_changed (HtapApplication *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "notify-status-changes");

  if (wanted == (self->news != NULL))
    return;

  if (!wanted)
    {
      g_application_withdraw_notification (G_APPLICATION (self), NOTIFICATION_ID);
      g_clear_object (&self->news);
    }
  else
    {
      self->news = htap_status_news_new (self->inventory);
      g_signal_connect_object (self->news, "changed", G_CALLBACK (on_news_changed), self,
                               G_CONNECT_SWAPPED);
    }
  htap_application_update_schedule (self);
}

static void
on_show_changes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapApplication *self = user_data;
  HtapWindow *window = htap_application_raise_window (self);

  g_action_group_activate_action (G_ACTION_GROUP (window), "show-changes", NULL);
  if (self->news != NULL)
    htap_status_news_clear (self->news);
}

/**
 * htap_application_start_news:
 *
 * Makes the setting `notify-status-changes` do what it says, from now on. Called before there are
 * windows.
 */
void
htap_application_start_news (HtapApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "show-changes", .activate = on_show_changes },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self, "window-added", G_CALLBACK (on_window_added), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::notify-status-changes",
                           G_CALLBACK (on_settings_changed), self, G_CONNECT_SWAPPED);
  on_settings_changed (self);
}
