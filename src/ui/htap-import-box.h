/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-import-offer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_IMPORT_BOX (htap_import_box_get_type ())

/**
 * HtapImportBox:
 *
 * A button for each profile that could be made of keys on this computer. Signal: `chosen`
 * (#HtapImportOffer *offer).
 */
G_DECLARE_FINAL_TYPE (HtapImportBox, htap_import_box, HTAP, IMPORT_BOX, GtkBox)

GtkWidget *htap_import_box_new  (void);

void       htap_import_box_show (HtapImportBox *self,
                                 GPtrArray     *offers);

G_END_DECLS
