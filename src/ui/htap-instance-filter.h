/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_INSTANCE_FILTER (htap_instance_filter_get_type ())

/**
 * HtapInstanceFilter:
 *
 * Which instances a list shows: those of some sources that match a search; whoever has an address,
 * of any source, where that alone is searched for.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceFilter, htap_instance_filter, HTAP, INSTANCE_FILTER, GtkFilter)

HtapInstanceFilter *htap_instance_filter_new (GListModel *instances);

void htap_instance_filter_set_search (HtapInstanceFilter *self, const char *text);
const HtapSearch *htap_instance_filter_get_search (HtapInstanceFilter *self);
gboolean htap_instance_filter_is_searching (HtapInstanceFilter *self);
void htap_instance_filter_set_scope (HtapInstanceFilter *self, GPtrArray *sources);
gboolean htap_instance_filter_in_scope (HtapInstanceFilter *self, HtapInstance *instance);
void htap_instance_filter_note_merged (HtapInstanceFilter *self, HtapFieldSet changed);

G_END_DECLS
