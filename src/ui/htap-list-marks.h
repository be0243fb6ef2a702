/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-changes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_LIST_MARKS (htap_list_marks_get_type ())

/**
 * HtapListMarks:
 *
 * Marks the cells of a list whose value changed and nobody has seen it.
 */
G_DECLARE_FINAL_TYPE (HtapListMarks, htap_list_marks, HTAP, LIST_MARKS, GObject)

HtapListMarks *htap_list_marks_new (GtkColumnView *view, HtapChanges *changes);

G_END_DECLS
