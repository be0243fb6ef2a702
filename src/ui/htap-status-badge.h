/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_STATUS_BADGE (htap_status_badge_get_type ())

/**
 * HtapStatusBadge:
 *
 * The shown status as an icon and words.
 */
G_DECLARE_FINAL_TYPE (HtapStatusBadge, htap_status_badge, HTAP, STATUS_BADGE, GtkBox)

GtkWidget *htap_status_badge_new        (void);

void       htap_status_badge_set_status (HtapStatusBadge  *self,
                                         HtapShownStatus   status,
                                         const char       *text);
void       htap_status_badge_set_record (HtapStatusBadge  *self,
                                         const HtapRecord *record);

G_END_DECLS
