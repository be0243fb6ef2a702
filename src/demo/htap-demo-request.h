/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-access.h"
#include "htap-demo-data.h"
#include "htap-demo-error.h"

G_BEGIN_DECLS

/**
 * HtapDemoRequest:
 * @variables: what stands in the path; the first is the project
 * @query: (nullable): its parameters
 *
 * One request that passed the gateway.
 */
typedef struct {
  HtapDemoData     *data;
  GStrv             variables;
  GHashTable       *query;
  HtapDemoCaller    caller;
  HtapDemoLanguage  language;
} HtapDemoRequest;

gboolean        htap_demo_request_is_id         (const char       *text,
                                                 gsize             length,
                                                 const char       *suffix);
HtapDemoAnswer *htap_demo_request_check_project (HtapDemoRequest  *self,
                                                 const char       *action);
HtapDemoAnswer *htap_demo_request_find_taurus   (HtapDemoRequest  *self,
                                                 HtapDemoEntry   **entry);
HtapDemoAnswer *htap_demo_request_read_page     (HtapDemoRequest  *self,
                                                 const char       *action,
                                                 guint            *offset,
                                                 guint            *limit);

G_END_DECLS
