/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-column-set.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_COLUMNS_DIALOG (htap_columns_dialog_get_type ())

/**
 * HtapColumnsDialog:
 *
 * Chooses which columns a list has and in which order; takes effect at once.
 */
G_DECLARE_FINAL_TYPE (HtapColumnsDialog, htap_columns_dialog, HTAP, COLUMNS_DIALOG, AdwWindow)

GtkWidget *htap_columns_dialog_new (GtkWindow *parent, HtapColumnSet *columns);

G_END_DECLS
