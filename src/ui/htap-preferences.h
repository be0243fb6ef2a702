/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-inventory.h"
#include "htap-language.h"

G_BEGIN_DECLS

#define HTAP_TYPE_PREFERENCES (htap_preferences_get_type ())

/**
 * HtapPreferences:
 *
 * The window of preferences. Each takes effect at once, but for the language: a new one needs a new
 * start, which the window offers by the application's action `restart`.
 */
G_DECLARE_FINAL_TYPE (HtapPreferences, htap_preferences, HTAP, PREFERENCES, AdwWindow)

GtkWidget *htap_preferences_new            (GtkWindow       *parent,
                                            GSettings       *settings);
void       htap_preferences_offer_language (HtapPreferences *self,
                                            HtapLanguage     spoken);
void       htap_preferences_offer_saved_data (HtapPreferences *self,
                                            HtapInventory   *inventory,
                                            GSettings       *settings);

G_END_DECLS
