/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-data.h"

G_BEGIN_DECLS

void htap_demo_fleet_fill (HtapDemoData *data,
                           guint         n_taurus,
                           guint         n_htap);

G_END_DECLS
