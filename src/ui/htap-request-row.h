/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-request-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REQUEST_ROW (htap_request_row_get_type ())

/**
 * HtapRequestRow:
 *
 * One request of the log: what became of it by shape, colour and word, what it was, and the rest.
 */
G_DECLARE_FINAL_TYPE (HtapRequestRow, htap_request_row, HTAP, REQUEST_ROW, GtkWidget)

GtkWidget *htap_request_row_new  (void);
void       htap_request_row_show (HtapRequestRow   *self,
                                  HtapRequestEntry *entry);

G_END_DECLS
