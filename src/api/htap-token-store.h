/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-token.h"

G_BEGIN_DECLS

/**
 * HtapTokenStore:
 *
 * The tokens of one IAM user, each by its scope: what it is good for. In memory only, wiped when
 * freed.
 */
typedef struct _HtapTokenStore HtapTokenStore;

HtapTokenStore *htap_token_store_new          (void);
void            htap_token_store_free         (HtapTokenStore  *self);

const char     *htap_token_store_find         (HtapTokenStore  *self,
                                               const char      *scope,
                                               gint64           now);
const char     *htap_token_store_find_project (HtapTokenStore  *self,
                                               const char      *region);
void            htap_token_store_keep         (HtapTokenStore  *self,
                                               const char      *scope,
                                               HtapToken       *token,
                                               gint64           now);
void            htap_token_store_accept       (HtapTokenStore  *self,
                                               const char      *secret);
gboolean        htap_token_store_refuse       (HtapTokenStore  *self,
                                               const char      *secret);
void            htap_token_store_forgive      (HtapTokenStore  *self);

char           *htap_token_scope_new          (const char      *region,
                                               const char      *project_id);
void            htap_token_scope_split        (const char      *scope,
                                               char           **region,
                                               char           **project_id);

G_END_DECLS
