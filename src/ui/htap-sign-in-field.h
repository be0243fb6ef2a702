/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-form-check.h"
#include "htap-profile.h"

G_BEGIN_DECLS

/**
 * HtapSignInField:
 * @sign_in: the method that asks for it
 * @title: what it is called, a message id
 * @saved_title: (nullable): the same for one that is in the keyring
 * @entered_title: (nullable): the same for one that was entered and is not saved yet
 * @get: (nullable): reads it from a profile; %NULL for a secret
 * @set: (nullable): writes it into a profile; %NULL for a secret
 * @secret: which one it is; %HTAP_N_SECRETS for what is none
 * @is_optional: whether it can be left out
 * @missing: what is said where it is needed and not there, a message id
 * @stays_behind: (nullable): what is said where the saved one belongs to others of the method's
 *   fields than those entered now, a message id
 *
 * One of the things that somebody signs in with.
 */
typedef struct {
  HtapSignIn      sign_in;
  const char     *title;
  const char     *saved_title;
  const char     *entered_title;
  const char   *(*get) (HtapProfile *profile);
  void          (*set) (HtapProfile *profile, const char *text);
  HtapSecretKind  secret;
  gboolean        is_optional;
  const char     *missing;
  const char     *stays_behind;
} HtapSignInField;

#define HTAP_N_SIGN_IN_FIELDS 7

const HtapSignInField *htap_sign_in_field_get       (guint                  place);
gboolean               htap_sign_in_field_is_secret (const HtapSignInField *self);
HtapFormVerdict        htap_sign_in_field_check     (const HtapSignInField *self,
                                                     const char            *text,
                                                     gboolean               required,
                                                     const char           **message);
char                  *htap_sign_in_field_clean     (const HtapSignInField *self,
                                                     const char            *text);

G_END_DECLS
