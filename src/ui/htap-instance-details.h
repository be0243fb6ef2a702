/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_INSTANCE_DETAILS (htap_instance_details_get_type ())

/**
 * HtapInstanceDetails:
 *
 * Everything that is known of one instance, kept up to date.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceDetails, htap_instance_details, HTAP, INSTANCE_DETAILS, AdwBin)

GtkWidget    *htap_instance_details_new          (void);

void          htap_instance_details_set_inventory (HtapInstanceDetails *self,
                                                   HtapInventory    *inventory);
HtapInstance *htap_instance_details_get_instance (HtapInstanceDetails *self);
void          htap_instance_details_set_instance (HtapInstanceDetails *self,
                                                  HtapInstance        *instance);

G_END_DECLS
