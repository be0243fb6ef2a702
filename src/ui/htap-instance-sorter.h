/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_INSTANCE_SORTER (htap_instance_sorter_get_type ())

/**
 * HtapInstanceSorter:
 *
 * The order of a list: one field first, then shown status, name and id, so that the order is always
 * the same and trouble is on top.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceSorter, htap_instance_sorter, HTAP, INSTANCE_SORTER, GtkSorter)

HtapInstanceSorter *htap_instance_sorter_new (void);

HtapFieldIndex htap_instance_sorter_get_field (HtapInstanceSorter *self, gboolean *descending);
gboolean htap_instance_sorter_set_field (HtapInstanceSorter *self,
                                         HtapFieldIndex field,
                                         gboolean descending);
void htap_instance_sorter_note_merged (HtapInstanceSorter *self, HtapFieldSet changed);

G_END_DECLS
