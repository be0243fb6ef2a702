/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-answer.h"

G_BEGIN_DECLS

/**
 * HtapDemoLanguage:
 * @HTAP_DEMO_LANGUAGE_ENGLISH: `en-us`, and when nothing is asked for
 * @HTAP_DEMO_LANGUAGE_CHINESE: `zh-cn`
 *
 * What the service's messages are written in. The gateway's are always English.
 */
typedef enum {
  HTAP_DEMO_LANGUAGE_ENGLISH,
  HTAP_DEMO_LANGUAGE_CHINESE,
} HtapDemoLanguage;

/**
 * HtapDemoErrorKind:
 * @HTAP_DEMO_ERROR_TOKEN_MISSING: no token was sent
 * @HTAP_DEMO_ERROR_TOKEN_WRONG: a token was sent that the cloud did not issue
 * @HTAP_DEMO_ERROR_TOKEN_EXPIRED: about a token's end
 * @HTAP_DEMO_ERROR_TOKEN_ELSEWHERE: a token of another project
 * @HTAP_DEMO_ERROR_KEY_UNKNOWN: about an access key id that the cloud does not have
 * @HTAP_DEMO_ERROR_KEY_TEMPORARY: about the id of a temporary key without its security token
 * @HTAP_DEMO_ERROR_KEY_LOCKED: too many wrong signatures
 * @HTAP_DEMO_ERROR_SIGNATURE: about what should have been signed: empty, or a comma and more
 * @HTAP_DEMO_ERROR_SIGNATURE_EXPIRED: signed too long ago, or in the future
 * @HTAP_DEMO_ERROR_NOT_ALLOWED: about an action that the user may not do
 * @HTAP_DEMO_ERROR_SIGN_IN_REQUEST: about a member that the body of a sign-in lacks
 * @HTAP_DEMO_ERROR_SIGN_IN_WRONG: no such account, user and password
 * @HTAP_DEMO_ERROR_SIGN_IN_LOCKED: too many wrong passwords
 * @HTAP_DEMO_ERROR_SIGN_IN_DISABLED: the user may not sign in any more
 * @HTAP_DEMO_ERROR_SIGN_IN_CONSOLE_ONLY: the user may sign in to the console only
 * @HTAP_DEMO_ERROR_SIGN_IN_PROTECTED: the user needs more than a password
 * @HTAP_DEMO_ERROR_SIGN_IN_SCOPE: about a project that the account does not have
 * @HTAP_DEMO_ERROR_SIGN_IN_FORBIDDEN: the user may not enter the project
 * @HTAP_DEMO_ERROR_PATH: no such API
 * @HTAP_DEMO_ERROR_METHOD: the API takes another method
 * @HTAP_DEMO_ERROR_PARAMETER: a header or parameter that is not allowed
 * @HTAP_DEMO_ERROR_ID: an id of the wrong form
 * @HTAP_DEMO_ERROR_LIMIT: a page size that is not allowed
 * @HTAP_DEMO_ERROR_DENIED: not this project, or not this instance
 * @HTAP_DEMO_ERROR_GONE: no such TaurusDB instance in this project
 * @HTAP_DEMO_ERROR_NO_INSTANCE: no such HTAP instance of this engine
 *
 * The documented errors that the demo cloud gives by itself.
 */
typedef enum {
  HTAP_DEMO_ERROR_TOKEN_MISSING,
  HTAP_DEMO_ERROR_TOKEN_WRONG,
  HTAP_DEMO_ERROR_TOKEN_EXPIRED,
  HTAP_DEMO_ERROR_TOKEN_ELSEWHERE,
  HTAP_DEMO_ERROR_KEY_UNKNOWN,
  HTAP_DEMO_ERROR_KEY_TEMPORARY,
  HTAP_DEMO_ERROR_KEY_LOCKED,
  HTAP_DEMO_ERROR_SIGNATURE,
  HTAP_DEMO_ERROR_SIGNATURE_EXPIRED,
  HTAP_DEMO_ERROR_NOT_ALLOWED,
  HTAP_DEMO_ERROR_SIGN_IN_REQUEST,
  HTAP_DEMO_ERROR_SIGN_IN_WRONG,
  HTAP_DEMO_ERROR_SIGN_IN_LOCKED,
  HTAP_DEMO_ERROR_SIGN_IN_DISABLED,
  HTAP_DEMO_ERROR_SIGN_IN_CONSOLE_ONLY,
  HTAP_DEMO_ERROR_SIGN_IN_PROTECTED,
  HTAP_DEMO_ERROR_SIGN_IN_SCOPE,
  HTAP_DEMO_ERROR_SIGN_IN_FORBIDDEN,
  HTAP_DEMO_ERROR_PATH,
  HTAP_DEMO_ERROR_METHOD,
  HTAP_DEMO_ERROR_PARAMETER,
  HTAP_DEMO_ERROR_ID,
  HTAP_DEMO_ERROR_LIMIT,
  HTAP_DEMO_ERROR_DENIED,
  HTAP_DEMO_ERROR_GONE,
  HTAP_DEMO_ERROR_NO_INSTANCE,
} HtapDemoErrorKind;

HtapDemoAnswer *htap_demo_error_answer       (HtapDemoErrorKind  kind,
                                              HtapDemoLanguage   language);
HtapDemoAnswer *htap_demo_error_answer_about (HtapDemoErrorKind  kind,
                                              const char        *subject);

G_END_DECLS
