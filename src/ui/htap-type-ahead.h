/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_TYPE_AHEAD (htap_type_ahead_get_type ())

/**
 * HtapTypeAhead:
 *
 * Typing in one widget goes to an entry.
 *
 * Signals: `begun`: a first key is about to go to the entry, which must be on the screen when the
 * handlers return.
 */
G_DECLARE_FINAL_TYPE (HtapTypeAhead, htap_type_ahead, HTAP, TYPE_AHEAD, GObject)

HtapTypeAhead *htap_type_ahead_new (GtkWidget *from, GtkEditable *to);

G_END_DECLS
