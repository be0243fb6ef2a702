/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_INSTANCE_CHAIN (htap_instance_chain_get_type ())

/**
 * HtapInstanceChain:
 *
 * What a list shows of the instances: searched, sorted, selected. It needs no display.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceChain, htap_instance_chain, HTAP, INSTANCE_CHAIN, GObject)

HtapInstanceChain *htap_instance_chain_new (GListModel *instances);

GtkSelectionModel *htap_instance_chain_get_selection (HtapInstanceChain *self);
GListModel *htap_instance_chain_get_shown (HtapInstanceChain *self);
gboolean htap_instance_chain_has_selection (HtapInstanceChain *self);
GListModel *htap_instance_chain_dup_selected (HtapInstanceChain *self);
GListModel *htap_instance_chain_dup_targets (HtapInstanceChain *self);

const HtapSearch *htap_instance_chain_get_search (HtapInstanceChain *self);
void htap_instance_chain_set_search (HtapInstanceChain *self, const char *text);
void htap_instance_chain_set_scope (HtapInstanceChain *self, GPtrArray *sources);
HtapFieldIndex htap_instance_chain_get_sort (HtapInstanceChain *self, gboolean *descending);
gboolean
htap_instance_chain_set_sort (HtapInstanceChain *self, HtapFieldIndex field, gboolean descending);
void htap_instance_chain_note_merged (HtapInstanceChain *self, HtapFieldSet changed);

guint htap_instance_chain_count_values (HtapInstanceChain *self, HtapFieldIndex field);

G_END_DECLS
