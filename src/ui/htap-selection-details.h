/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_SELECTION_DETAILS (htap_selection_details_get_type ())

/**
 * HtapSelectionDetails:
 *
 * What several selected instances have in common, and buttons that copy from all of them.
 */
G_DECLARE_FINAL_TYPE (HtapSelectionDetails,
                      htap_selection_details,
                      HTAP,
                      SELECTION_DETAILS,
                      AdwBin)

GtkWidget *htap_selection_details_new           (void);

void       htap_selection_details_set_instances (HtapSelectionDetails *self,
                                                 GListModel           *instances);

G_END_DECLS
