/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-profile.h"

G_BEGIN_DECLS

#define HTAP_TYPE_PROFILE_ROW (htap_profile_row_get_type ())

/**
 * HtapProfileRow:
 *
 * A row of the sidebar that stands for everything of one profile.
 */
G_DECLARE_FINAL_TYPE (HtapProfileRow, htap_profile_row, HTAP, PROFILE_ROW, GtkListBoxRow)

GtkWidget   *htap_profile_row_new         (HtapProfile    *profile);
HtapProfile *htap_profile_row_get_profile (HtapProfileRow *self);
void         htap_profile_row_set_profile (HtapProfileRow *self,
                                           HtapProfile    *profile);

G_END_DECLS
