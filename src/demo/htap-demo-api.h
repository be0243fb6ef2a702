/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-answer.h"
#include "htap-demo-data.h"

G_BEGIN_DECLS

HtapDemoAnswer *htap_demo_api_answer (HtapDemoData      *data,
                                      const char        *token,
                                      SoupServerMessage *message,
                                      const char        *path,
                                      GHashTable        *query);

G_END_DECLS
