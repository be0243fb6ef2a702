/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

typedef struct _HtapSearch HtapSearch;

HtapSearch  *htap_search_new            (const char       *text);
HtapSearch  *htap_search_new_among      (const char       *text,
                                         GListModel       *instances);
HtapSearch  *htap_search_new_while_typing (const char     *text,
                                         GListModel       *instances,
                                         gboolean         *is_loose);
void         htap_search_free           (HtapSearch       *self);
gboolean     htap_search_is_empty       (const HtapSearch *self);
gboolean     htap_search_is_for_owner   (const HtapSearch *self);
GArray      *htap_search_get_addresses  (const HtapSearch *self);
gboolean     htap_search_is_within      (const HtapSearch *self,
                                         const HtapSearch *other);
HtapFieldSet htap_search_get_fields     (const HtapSearch *self);
gboolean     htap_search_matches        (const HtapSearch *self,
                                         HtapInstance     *instance);
gboolean     htap_search_matches_source (const HtapSearch *self,
                                         HtapSource       *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapSearch, htap_search_free)

G_END_DECLS
