/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FAILURES_DIALOG (htap_failures_dialog_get_type ())

/**
 * HtapFailuresDialog:
 *
 * What could not be read and why, each with its details for the clipboard and another try.
 */
G_DECLARE_FINAL_TYPE (HtapFailuresDialog, htap_failures_dialog, HTAP, FAILURES_DIALOG, AdwWindow)

GtkWidget *htap_failures_dialog_new (GtkWindow     *parent,
                                     HtapInventory *inventory,
                                     GPtrArray     *scope);

G_END_DECLS
