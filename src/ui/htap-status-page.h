/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-view-state.h"

G_BEGIN_DECLS

#define HTAP_TYPE_STATUS_PAGE (htap_status_page_get_type ())

/**
 * HtapStatusPage:
 *
 * What stands in the list's place while there is no list: it says what is the case and offers what
 * to do about it.
 */
G_DECLARE_FINAL_TYPE (HtapStatusPage, htap_status_page, HTAP, STATUS_PAGE, GtkWidget)

GtkWidget *htap_status_page_new         (void);
void       htap_status_page_set_imports (HtapStatusPage      *self,
                                         GPtrArray           *offers);
void       htap_status_page_update      (HtapStatusPage      *self,
                                         const HtapViewState *state,
                                         HtapSource          *only,
                                         const char          *search);
char      *htap_status_page_dup_summary (HtapStatusPage      *self);

G_END_DECLS
