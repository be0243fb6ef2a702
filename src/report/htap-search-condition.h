/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-address-range.h"
#include "htap-field.h"
#include "htap-search-token.h"

G_BEGIN_DECLS

typedef struct _HtapSearchCondition HtapSearchCondition;

HtapSearchCondition *htap_search_condition_new             (const HtapSearchToken     *token);
HtapSearchCondition *htap_search_condition_new_for_address (const HtapAddressRange    *range);
gboolean             htap_search_condition_loosen          (HtapSearchCondition       *self);
void                 htap_search_condition_free            (HtapSearchCondition       *self);
gboolean             htap_search_condition_matches         (const HtapSearchCondition *self,
                                                            HtapInstance              *instance,
                                                            HtapSource                *source);
guint                htap_search_condition_get_cost        (const HtapSearchCondition *self);
gboolean             htap_search_condition_is_within       (const HtapSearchCondition *self,
                                                            const HtapSearchCondition *other);
HtapFieldSet         htap_search_condition_get_fields      (const HtapSearchCondition *self);
const HtapAddressRange *htap_search_condition_get_address  (const HtapSearchCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapSearchCondition, htap_search_condition_free)

G_END_DECLS
