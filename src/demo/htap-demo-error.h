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
 * @HTAP_DEMO_ERROR_PATH: no such API
 * @HTAP_DEMO_ERROR_METHOD: the API takes another method
 * @HTAP_DEMO_ERROR_PARAMETER: a header or parameter that is not allowed
 * @HTAP_DEMO_ERROR_ID: an id of the wrong form
 * @HTAP_DEMO_ERROR_LIMIT: a page size that is not allowed
 * @HTAP_DEMO_ERROR_DENIED: not this project, or not this instance
 * @HTAP_DEMO_ERROR_GONE: no such TaurusDB instance in this project
 *
 * The documented errors that the demo cloud gives by itself.
 */
typedef enum {
  HTAP_DEMO_ERROR_TOKEN_MISSING,
  HTAP_DEMO_ERROR_TOKEN_WRONG,
  HTAP_DEMO_ERROR_PATH,
  HTAP_DEMO_ERROR_METHOD,
  HTAP_DEMO_ERROR_PARAMETER,
  HTAP_DEMO_ERROR_ID,
  HTAP_DEMO_ERROR_LIMIT,
  HTAP_DEMO_ERROR_DENIED,
  HTAP_DEMO_ERROR_GONE,
} HtapDemoErrorKind;

HtapDemoAnswer *htap_demo_error_answer (HtapDemoErrorKind kind,
                                        HtapDemoLanguage  language);

G_END_DECLS
