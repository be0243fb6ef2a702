/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-user.h"

G_BEGIN_DECLS

/* A day, in seconds: how long a token lives unless a script says otherwise. */
#define HTAP_DEMO_TOKEN_LIFETIME (24 * 60 * 60)

/**
 * HtapDemoToken:
 * @user: whom it was issued to
 * @project_id: (nullable): the one project it is good for; %NULL for one that only IAM takes
 * @expires_at: microseconds since 1970 UTC
 *
 * What a token that the cloud issued stands for.
 */
typedef struct {
  const HtapDemoUser *user;
  char               *project_id;
  gint64              expires_at;
} HtapDemoToken;

/**
 * HtapDemoTokens:
 *
 * The tokens that were issued for passwords.
 */
typedef struct _HtapDemoTokens HtapDemoTokens;

HtapDemoTokens      *htap_demo_tokens_new          (void);
void                 htap_demo_tokens_free         (HtapDemoTokens *self);

const char          *htap_demo_tokens_issue        (HtapDemoTokens      *self,
                                                    const HtapDemoUser  *user,
                                                    const char          *project_id,
                                                    gint64               now);
const HtapDemoToken *htap_demo_tokens_find         (HtapDemoTokens *self,
                                                    const char     *text);
guint                htap_demo_tokens_count        (HtapDemoTokens *self);
guint                htap_demo_tokens_get_lifetime (HtapDemoTokens *self);
void                 htap_demo_tokens_set_lifetime (HtapDemoTokens *self,
                                                    guint           seconds);
void                 htap_demo_tokens_expire       (HtapDemoTokens *self,
                                                    gint64          now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoTokens, htap_demo_tokens_free)

G_END_DECLS
