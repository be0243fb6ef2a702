/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"

/* The desktop's search: what it can ask, and where it leads. */

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  htap_window_search (htap_application_raise_window (user_data),
                      g_variant_get_string (parameter, NULL));
}

/**
 * htap_application_export_search:
 * @path: of the application
 *
 * Called before the application has its name on the bus, and before it starts up: calls wait until
 * htap_application_show_snapshots() is done. A demo cannot be searched.
 *
 * Returns: %FALSE with @error
 */
gboolean
htap_application_export_search (HtapApplication *self,
                                GDBusConnection *connection,
                                const char *path,
                                GError **error)
{
  g_autofree char *object_path = g_strconcat (path, "/SearchProvider", NULL);

  if (self->demo)
    return TRUE;

  self->search = htap_search_provider_new (GTK_APPLICATION (self));

  return htap_search_provider_export (self->search, connection, object_path, error);
}

/**
 * htap_application_start_search:
 *
 * Makes the search do what the settings say, and lead somewhere.
 */
void
htap_application_start_search (HtapApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "search", .activate = on_search, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (self->search != NULL)
    g_settings_bind (self->settings, "desktop-search", self->search, "enabled",
                     G_SETTINGS_BIND_GET);
}

/**
 * htap_application_stop_search:
 *
 * Takes it from the bus, if it is there.
 */
void
htap_application_stop_search (HtapApplication *self)
{
  if (self->search != NULL)
    htap_search_provider_unexport (self->search);
  g_clear_object (&self->search);
}
