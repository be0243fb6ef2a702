/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-access.h"
#include "htap-demo-data.h"

G_BEGIN_DECLS

HtapDemoAnswer *htap_demo_api_answer (HtapDemoData      *data,
                                      HtapDemoAccess    *access,
                                      SoupServerMessage *message,
                                      const char        *path,
                                      GHashTable        *query);

G_END_DECLS
