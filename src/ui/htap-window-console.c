/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-console-link.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* Going on in the web console, which lists TaurusDB instances but cannot be sent to one of them:
 * its id goes along on the clipboard. */

/* One profile's endpoint may be its own, another's the region's. */
static char *
dup_link (HtapWindow *self, const char *taurus_id)
{
  g_autoptr (GPtrArray) sources = htap_window_find_sources (self, taurus_id);
  char *link = NULL;

  for (guint i = 0; link == NULL && i < sources->len; i++)
    link = htap_console_link_dup (sources->pdata[i]);

  return link;
}

static void
on_console_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HtapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    return;

  /* Translators: the web console; %s is a technical message. */
  sentence = g_strdup_printf (_ ("The console could not be opened: %s"), error->message);
  htap_toaster_say (self->toaster, sentence);
}

static void
on_open_console (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  const char *taurus_id = g_variant_get_string (parameter, NULL);
  g_autofree char *link = dup_link (self, taurus_id);

  if (link == NULL)
    return;

  g_action_group_activate_action (
      G_ACTION_GROUP (self), "copy-text",
      g_variant_new ("(ss)", taurus_id, _ ("Paste the ID into the console’s search")));
  gtk_show_uri_full (GTK_WINDOW (self), link, GDK_CURRENT_TIME, NULL, on_console_opened,
                     g_object_ref (self));
}

/**
 * htap_window_add_console_action:
 *
 * Adds `open-console` with the id of a TaurusDB instance.
 */
void
htap_window_add_console_action (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "open-console", .activate = on_open_console, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
