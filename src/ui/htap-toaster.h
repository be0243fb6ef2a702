/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_TOASTER (htap_toaster_get_type ())

/**
 * HtapToaster:
 *
 * Says short things at the bottom of the window, one at a time, and to a screen reader as well.
 */
G_DECLARE_FINAL_TYPE (HtapToaster, htap_toaster, HTAP, TOASTER, GtkWidget)

GtkWidget *htap_toaster_new       (void);
void       htap_toaster_set_child (HtapToaster *self,
                                   GtkWidget   *child);
void       htap_toaster_say       (HtapToaster *self,
                                   const char  *sentence);
void       htap_toaster_announce  (HtapToaster *self,
                                   const char  *sentence);
const char *htap_toaster_get_last (HtapToaster *self);

G_END_DECLS
