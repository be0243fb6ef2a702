/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-request-entry.h"

G_BEGIN_DECLS

char *htap_request_text_dup_outcome  (const HtapRequestFacts *facts);
char *htap_request_text_dup_question (const HtapRequestFacts *facts);
char *htap_request_text_dup_duration (const HtapRequestFacts *facts);
char *htap_request_text_dup_rest     (const HtapRequestFacts *facts);
char *htap_request_text_dup_sentence (const HtapRequestFacts *facts);

G_END_DECLS
