/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

G_BEGIN_DECLS

typedef struct _HtapSearch HtapSearch;

HtapSearch *htap_search_new     (const char       *text);
void        htap_search_free    (HtapSearch       *self);
gboolean    htap_search_is_empty (const HtapSearch *self);
gboolean    htap_search_matches (const HtapSearch *self,
                                 HtapInstance     *instance);
gboolean    htap_search_matches_source (const HtapSearch *self,
                                        HtapSource       *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapSearch, htap_search_free)

G_END_DECLS
