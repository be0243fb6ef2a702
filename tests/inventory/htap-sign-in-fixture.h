/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-probe.h"
#include "htap-inventory.h"

G_BEGIN_DECLS

#define BI_REGION     "cn-north-4"
#define BI_PROJECT    "ac72d1d4e9f9381df4b966d371e13167"
#define OTHER_PROJECT "7ded92e171f74ad7740543cdec9a264d"

/**
 * HtapSignInFixture:
 *
 * A demo cloud that verifies who asks, a client for its control path, and an inventory that knows
 * nothing.
 */
typedef struct {
  HtapDemoProbe *probe;
  HtapInventory *inventory;
} HtapSignInFixture;

void             htap_sign_in_fixture_set_up          (HtapSignInFixture *self,
                                                       gconstpointer      data);
void             htap_sign_in_fixture_tear_down       (HtapSignInFixture *self,
                                                       gconstpointer      data);
HtapProfile     *htap_sign_in_fixture_new_profile     (HtapSignInFixture *self,
                                                       HtapSignIn         sign_in,
                                                       const char        *project_id);
HtapCredentials *htap_sign_in_fixture_new_credentials (HtapSignIn         sign_in,
                                                       const char        *secret);
void             htap_sign_in_fixture_add_profile     (HtapSignInFixture *self,
                                                       HtapProfile       *profile,
                                                       HtapCredentials   *credentials);
void             htap_sign_in_fixture_refresh         (HtapSignInFixture *self);
guint            htap_sign_in_fixture_count_tokens    (HtapSignInFixture *self);
void             htap_sign_in_fixture_control         (HtapSignInFixture *self,
                                                       const char        *method,
                                                       const char        *path,
                                                       const char        *body);

G_END_DECLS
