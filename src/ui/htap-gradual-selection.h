/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_GRADUAL_SELECTION (htap_gradual_selection_get_type ())

/**
 * HtapGradualSelection:
 *
 * A selection model as a list sees it while its rows are being made. GTK makes two hundred rows at
 * once, of which a screen has room for thirty: that is a stop of the window that everybody sees.
 * This one has the first few items of another model at first, and more with each
 * htap_gradual_selection_grow(), until it has all of them. Positions, and what is selected, are
 * those of the other model.
 */
G_DECLARE_FINAL_TYPE (
    HtapGradualSelection, htap_gradual_selection, HTAP, GRADUAL_SELECTION, GObject)

/* A screen of usual height has room for about as many. */
#define HTAP_GRADUAL_SELECTION_FIRST 40

GtkSelectionModel *htap_gradual_selection_new (GtkSelectionModel *whole);

gboolean htap_gradual_selection_is_complete (HtapGradualSelection *self);
void     htap_gradual_selection_grow        (HtapGradualSelection *self);
void     htap_gradual_selection_complete    (HtapGradualSelection *self);

void htap_gradual_selection_begin_anew (HtapGradualSelection *self);
void htap_gradual_selection_end_anew   (HtapGradualSelection *self);

G_END_DECLS
