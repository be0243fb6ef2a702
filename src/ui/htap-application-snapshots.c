/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"

/* What earlier runs of the program were answered, as far as the settings let it stay. */

/**
 * htap_application_show_snapshots:
 *
 * Shows what was kept, and keeps what comes. Where nothing is to be kept, nothing stays that was
 * kept before somebody said so. Called once the profiles are loaded.
 */
void
htap_application_show_snapshots (HtapApplication *self)
{
  g_settings_bind (self->settings, "keep-snapshots", self->inventory, "keep-snapshots",
                   G_SETTINGS_BIND_GET);

  if (htap_inventory_get_keep_snapshots (self->inventory))
    htap_inventory_show_snapshots_async (self->inventory, NULL, NULL, NULL);
  else
    htap_inventory_clear_snapshots_async (self->inventory, NULL, NULL, NULL);
}
