/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance-view.h"

G_BEGIN_DECLS

void htap_view_settings_bind (HtapInstanceView *view,
                              GSettings        *settings);

G_END_DECLS
