/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SCOPE (htap_scope_get_type ())

/**
 * HtapScope:
 *
 * What a window looks at: everything, one profile, or one TaurusDB instance. `changed`: something
 * else was chosen, or a profile in view has other TaurusDB instances now.
 */
G_DECLARE_FINAL_TYPE (HtapScope, htap_scope, HTAP, SCOPE, GObject)

HtapScope  *htap_scope_new            (HtapInventory *inventory);

HtapSource *htap_scope_get_source     (HtapScope     *self);
const char *htap_scope_get_profile    (HtapScope     *self);
GPtrArray  *htap_scope_get_sources    (HtapScope     *self);
char       *htap_scope_dup_title      (HtapScope     *self);
const char *htap_scope_get_title_of_all (void);

void        htap_scope_choose_source  (HtapScope     *self,
                                       HtapSource    *source);
void        htap_scope_choose_profile (HtapScope     *self,
                                       HtapProfile   *profile);

G_END_DECLS
