/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-changes.h"
#include "htap-touched.h"

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
 *
 * With changes to feed, one that an answer does not list any more stays, as no longer listed, until
 * somebody has seen that it is gone. If it comes back before that, it is the same object again.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceList, htap_instance_list, HTAP, INSTANCE_LIST, GObject)

/**
 * HtapListing:
 * @source: (transfer none): whose answer it is
 * @records: (transfer none) (element-type HtapRecord): every instance the answer listed; ids differ
 * @at: when the answer came, seconds since 1970 UTC; 0 if it is none of now, and tells of no change
 *
 * What one answer said. The state of @source is still that of before.
 */
typedef struct {
  HtapSource *source;
  GPtrArray  *records;
  gint64      at;
} HtapListing;

HtapInstanceList *htap_instance_list_new           (void);
void              htap_instance_list_set_changes   (HtapInstanceList  *self,
                                                    HtapChanges       *changes);
void              htap_instance_list_set_touched   (HtapInstanceList  *self,
                                                    HtapTouched       *touched);
void              htap_instance_list_touch_source  (HtapInstanceList  *self,
                                                    HtapSource        *source,
                                                    HtapSourceState    before);
guint             htap_instance_list_get_n_listed  (HtapInstanceList  *self);
HtapInstance     *htap_instance_list_find          (HtapInstanceList  *self,
                                                    const char        *region,
                                                    const char        *taurus_id,
                                                    const char        *id);
HtapFieldSet      htap_instance_list_merge         (HtapInstanceList  *self,
                                                    const HtapListing *listings,
                                                    guint              n_listings);
HtapFieldSet      htap_instance_list_hand_over     (HtapInstanceList  *self,
                                                    HtapSource        *source);
HtapFieldSet      htap_instance_list_remove_source (HtapInstanceList  *self,
                                                    HtapSource        *source);
gboolean          htap_instance_list_restore_gone  (HtapInstanceList  *self,
                                                    HtapSource        *source,
                                                    HtapRecord        *record,
                                                    gint64             since);
gboolean          htap_instance_list_dismiss_seen  (HtapInstanceList  *self);

G_END_DECLS
