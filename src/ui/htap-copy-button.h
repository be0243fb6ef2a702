/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell.h"

G_BEGIN_DECLS

#define HTAP_TYPE_COPY_BUTTON (htap_copy_button_get_type ())

/**
 * HtapCopyButton:
 *
 * The one copy button of a list. It appears at the end of the address under the pointer.
 */
G_DECLARE_FINAL_TYPE (HtapCopyButton, htap_copy_button, HTAP, COPY_BUTTON, GObject)

HtapCopyButton *htap_copy_button_new (GtkColumnView *view);
GtkWidget *htap_copy_button_get_widget (HtapCopyButton *self);

void htap_copy_button_move_to (HtapCopyButton *self, HtapCell *cell);

G_END_DECLS
