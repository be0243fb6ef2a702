/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DEVIATIONS_LIST (htap_deviations_list_get_type ())

/**
 * HtapDeviationsList:
 *
 * Where the last answers deviate from the documented schema, TaurusDB instance by TaurusDB instance.
 */
G_DECLARE_FINAL_TYPE (HtapDeviationsList, htap_deviations_list, HTAP, DEVIATIONS_LIST, AdwBin)

GtkWidget *htap_deviations_list_new (HtapInventory *inventory);

G_END_DECLS
