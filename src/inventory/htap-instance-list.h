/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

#define HTAP_TYPE_INSTANCE_LIST (htap_instance_list_get_type ())

/**
 * HtapInstanceList:
 *
 * The instances of every source, as a #GListModel that is merged into and never replaced: an
 * instance that stays listed keeps its object and its neighbours, so selection, scroll position and
 * focus of a view survive.
 *
 * Sources that look at the same TaurusDB instance through different profiles share its instances:
 * each is one row, which shows one of the sources.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceList, htap_instance_list, HTAP, INSTANCE_LIST, GObject)

/**
 * HtapListing:
 * @source: (transfer none): whose answer it is
 * @records: (transfer none) (element-type HtapRecord): every instance the answer listed; ids differ
 *
 * What one answer said.
 */
typedef struct {
  HtapSource *source;
  GPtrArray  *records;
} HtapListing;

HtapInstanceList *htap_instance_list_new           (void);
HtapFieldSet      htap_instance_list_merge         (HtapInstanceList  *self,
                                                    const HtapListing *listings,
                                                    guint              n_listings);
HtapFieldSet      htap_instance_list_hand_over     (HtapInstanceList  *self,
                                                    HtapSource        *source);
HtapFieldSet      htap_instance_list_remove_source (HtapInstanceList  *self,
                                                    HtapSource        *source);

G_END_DECLS
