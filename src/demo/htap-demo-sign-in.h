/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-access.h"
#include "htap-demo-data.h"

G_BEGIN_DECLS

HtapDemoAnswer *htap_demo_sign_in_answer (HtapDemoAccess *access,
                                          HtapDemoData   *data,
                                          GBytes         *body,
                                          gboolean        with_catalog);

G_END_DECLS
