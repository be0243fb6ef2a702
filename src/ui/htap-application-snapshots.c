/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"

/* What earlier runs of the program were answered, as far as the settings let it stay. */

static void
on_snapshots_shown (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HtapSearchProvider) search = user_data;

  if (search != NULL)
    htap_search_provider_start (search, HTAP_INVENTORY (object));
}

/**
 * htap_application_show_snapshots:
 *
 * Shows what was kept, and keeps what comes; then the desktop's search gets its answers. Where
 * nothing is to be kept, nothing stays that was kept before somebody said so. Called once the
 * profiles are loaded.
 */
void
htap_application_show_snapshots (HtapApplication *self)
{
  /* It outlives an application that ends before that. */
  gpointer search = self->search != NULL ? g_object_ref (self->search) : NULL;

  g_settings_bind (self->settings, "keep-snapshots", self->inventory, "keep-snapshots",
                   G_SETTINGS_BIND_GET);

  if (htap_inventory_get_keep_snapshots (self->inventory))
    htap_inventory_show_snapshots_async (self->inventory, NULL, on_snapshots_shown, search);
  else
    htap_inventory_clear_snapshots_async (self->inventory, NULL, on_snapshots_shown, search);
}
