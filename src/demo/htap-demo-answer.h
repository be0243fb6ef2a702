/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * HtapDemoCut:
 * @HTAP_DEMO_CUT_NONE: the answer arrives whole
 * @HTAP_DEMO_CUT_BEFORE_ANSWER: the connection ends without a byte
 * @HTAP_DEMO_CUT_BODY: the connection ends in the middle of the body
 * @HTAP_DEMO_CUT_AFTER_HEADERS: the connection ends before the first byte of the body
 *
 * Where the connection ends before the answer does.
 */
typedef enum {
  HTAP_DEMO_CUT_NONE,
  HTAP_DEMO_CUT_BEFORE_ANSWER,
  HTAP_DEMO_CUT_BODY,
  HTAP_DEMO_CUT_AFTER_HEADERS,
} HtapDemoCut;

/**
 * HtapDemoAnswer:
 * @status: HTTP status
 * @body: never %NULL
 * @headers: in addition to those that the server writes by itself
 * @delay: milliseconds before the first byte
 * @cut: where the connection ends too early
 *
 * What is going to be sent for one request.
 */
typedef struct {
  guint               status;
  GBytes             *body;
  SoupMessageHeaders *headers;
  guint               delay;
  HtapDemoCut         cut;
} HtapDemoAnswer;

HtapDemoAnswer *htap_demo_answer_new          (guint status);
HtapDemoAnswer *htap_demo_answer_new_json     (guint       status,
                                               JsonObject *object);
HtapDemoAnswer *htap_demo_answer_new_sentence (guint       status,
                                               const char *sentence);
void            htap_demo_answer_free         (HtapDemoAnswer *self);

void            htap_demo_answer_set_body     (HtapDemoAnswer *self,
                                               GBytes         *body);
const char     *htap_demo_answer_get_id       (HtapDemoAnswer *self);
void            htap_demo_answer_write        (HtapDemoAnswer    *self,
                                               SoupServerMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoAnswer, htap_demo_answer_free)

G_END_DECLS
