/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

/* Profiles made of what is on this computer already. */

static void
on_use_import (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (GPtrArray) offers = htap_inventory_find_imports (self->inventory, NULL);
  const char *key = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      g_autofree char *other = htap_import_offer_dup_key (offers->pdata[i]);

      if (g_str_equal (key, other))
        {
          htap_profile_dialog_use_import (htap_window_open_profile_dialog (self, NULL),
                                          offers->pdata[i]);
          return;
        }
    }
}

/**
 * htap_window_add_import_actions:
 *
 * Adds `use-import` with an offer's key.
 */
void
htap_window_add_import_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "use-import", .activate = on_use_import, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
