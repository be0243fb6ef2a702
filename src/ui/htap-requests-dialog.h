/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REQUESTS_DIALOG (htap_requests_dialog_get_type ())

/**
 * HtapRequestsDialog:
 *
 * The request log: the last requests and what came of them, and where the answers deviate from the
 * documented schema; all of it as text for a support ticket.
 */
G_DECLARE_FINAL_TYPE (HtapRequestsDialog, htap_requests_dialog, HTAP, REQUESTS_DIALOG, AdwWindow)

GtkWidget *htap_requests_dialog_new (GtkWindow     *parent,
                                     HtapInventory *inventory);

G_END_DECLS
