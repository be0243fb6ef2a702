/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-access.h"

G_BEGIN_DECLS

HtapDemoAnswer *htap_demo_control_access_accounts    (void);
HtapDemoAnswer *htap_demo_control_access_tokens      (HtapDemoAccess *access);
HtapDemoAnswer *htap_demo_control_access_set_tokens  (HtapDemoAccess *access,
                                                      JsonObject     *body);
HtapDemoAnswer *htap_demo_control_access_expire      (HtapDemoAccess *access);
HtapDemoAnswer *htap_demo_control_access_clock       (HtapDemoAccess *access);
HtapDemoAnswer *htap_demo_control_access_set_clock   (HtapDemoAccess *access,
                                                      JsonObject     *body);

G_END_DECLS
