/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-about.h"
#include "htap-application-private.h"
#include "htap-preferences.h"
#include "htap-program.h"
#include "htap-window.h"

#include <glib/gi18n-lib.h>

/* What every window's menu and the desktop's launcher can ask of the program. */

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  htap_application_open_window (user_data, NULL);
}

static void
say (HtapApplication *self, const char *sentence)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (HTAP_IS_WINDOW (window))
    htap_window_say (HTAP_WINDOW (window), sentence);
}

static void
on_try_demo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapApplication *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (htap_program_start (self->environment, "--demo", &error))
    return;

  /* Translators: %s is a technical message. */
  sentence = g_strdup_printf (_ ("The demo could not start: %s"), error->message);
  say (self, sentence);
}

/* A profile has no place in a demo: the real program takes over. */
static void
on_add_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapApplication *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!self->demo)
    {
      htap_application_add_profile (self);
      return;
    }

  if (htap_program_start (self->environment, "--" HTAP_OPTION_ADD_PROFILE, &error))
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), "quit", NULL);
      return;
    }

  /* Translators: %s is a technical message. */
  sentence = g_strdup_printf (_ ("The demo could not be left: %s"), error->message);
  say (self, sentence);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapApplication *self = user_data;
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->preferences == NULL)
    {
      GtkWidget *preferences = htap_preferences_new (parent, self->settings);

      if (!self->demo)
        {
          htap_preferences_offer_language (HTAP_PREFERENCES (preferences), self->language);
          htap_preferences_offer_saved_data (HTAP_PREFERENCES (preferences), self->inventory,
                                             self->settings);
        }
      g_set_weak_pointer (&self->preferences, preferences);
    }

  gtk_window_present (GTK_WINDOW (self->preferences));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapApplication *self = user_data;

  htap_about_show (gtk_application_get_active_window (GTK_APPLICATION (self)), self->inventory);
}

static gpointer
ref_window (gconstpointer window, gpointer user_data)
{
  return g_object_ref ((gpointer) window);
}

static gboolean
on_quit_idle (gpointer user_data)
{
  g_autolist (GtkWindow) windows =
      g_list_copy_deep (gtk_application_get_windows (user_data), ref_window, NULL);

  /* Or the program would stay for what is watched. */
  htap_watch_list_clear (HTAP_APPLICATION (user_data)->watches);

  /* Closing saves sizes and ends what runs; what the window used last looked like is what stays. A
   * window that refuses is asked once. */
  for (GList *l = g_list_last (windows); l != NULL; l = l->prev)
    gtk_window_close (l->data);

  /* It may have been started for a search, and wait for the next one. */
  if (gtk_application_get_windows (user_data) == NULL)
    g_application_quit (user_data);

  return G_SOURCE_REMOVE;
}

/* Not at once: the window of the button that was pressed goes, too, and GTK is not done with it. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_quit_idle, g_object_ref (user_data), g_object_unref);
}

static void
on_restart (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapApplication *self = user_data;

  self->restarting = TRUE;
  on_quit (action, parameter, user_data);
}

/**
 * htap_application_add_actions:
 *
 * Adds the application's actions.
 */
void
htap_application_add_actions (HtapApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "new-window", .activate = on_new_window },
    { .name = "try-demo", .activate = on_try_demo },
    { .name = "add-profile", .activate = on_add_profile },
    { .name = "preferences", .activate = on_preferences },
    { .name = "about", .activate = on_about },
    { .name = "restart", .activate = on_restart },
    { .name = "quit", .activate = on_quit },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
