/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-answer.h"
#include "htap-demo-clock.h"
#include "htap-demo-lockout.h"
#include "htap-demo-tokens.h"

G_BEGIN_DECLS

/**
 * HtapDemoCaller:
 * @user: (nullable): %NULL for whoever has the operator's token
 * @is_bound: whether a token was shown, which is good for one project only
 * @project_id: (nullable): the one project, or the one that a signature is for; borrowed from the
 *   request or from its token
 *
 * Who is asking.
 */
typedef struct {
  const HtapDemoUser *user;
  gboolean            is_bound;
  const char         *project_id;
} HtapDemoCaller;

/**
 * HtapDemoAccess:
 * @operator_token: (nullable): taken in every project and on the control path; never expires
 * @clock: what the cloud thinks the time is
 * @tokens: those that were issued for passwords
 * @users: users with too many wrong passwords
 * @keys: access keys with too many wrong signatures
 *
 * Whom the cloud lets in. Verifies tokens and signatures by itself.
 */
typedef struct {
  char            *operator_token;
  HtapDemoClock    clock;
  HtapDemoTokens  *tokens;
  HtapDemoLockout *users;
  HtapDemoLockout *keys;
} HtapDemoAccess;

HtapDemoAccess *htap_demo_access_new     (void);
void            htap_demo_access_free    (HtapDemoAccess *self);
HtapDemoAnswer *htap_demo_access_check   (HtapDemoAccess    *self,
                                          SoupServerMessage *message,
                                          HtapDemoCaller    *caller);
HtapDemoAnswer *htap_demo_access_enter   (const HtapDemoCaller *caller,
                                          const char           *project_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoAccess, htap_demo_access_free)

G_END_DECLS
