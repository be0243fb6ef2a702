/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-request-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REQUEST_LIST (htap_request_list_get_type ())

/**
 * HtapRequestList:
 *
 * Requests as rows; without any, a page that says so. One Tab leads in, and one out.
 *
 * Signals: `activated` (#HtapRequestEntry): by Enter or a double click.
 */
G_DECLARE_FINAL_TYPE (HtapRequestList, htap_request_list, HTAP, REQUEST_LIST, GtkWidget)

GtkWidget *htap_request_list_new (GListModel *requests);

G_END_DECLS
