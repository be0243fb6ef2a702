/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"

G_BEGIN_DECLS

/**
 * HtapChangeIndex:
 *
 * The changes of each instance, to be found without looking through all of them.
 */
typedef struct _HtapChangeIndex HtapChangeIndex;

HtapChangeIndex *htap_change_index_new        (void);
void             htap_change_index_free       (HtapChangeIndex *self);

void             htap_change_index_add        (HtapChangeIndex *self,
                                               HtapChange      *change);
void             htap_change_index_remove     (HtapChangeIndex *self,
                                               HtapChange      *change);
guint            htap_change_index_mark_seen  (HtapChangeIndex *self,
                                               HtapChange      *of);
GPtrArray       *htap_change_index_get_of     (HtapChangeIndex *self,
                                               HtapInstance    *instance);
HtapFieldSet     htap_change_index_get_unseen_fields (HtapChangeIndex *self,
                                               HtapInstance    *instance);
guint            htap_change_index_get_n_unseen (HtapChangeIndex *self,
                                               HtapInstance    *instance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapChangeIndex, htap_change_index_free)

G_END_DECLS
