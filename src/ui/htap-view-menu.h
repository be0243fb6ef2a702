/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance-view.h"

G_BEGIN_DECLS

GMenuModel *htap_view_menu_new (HtapInstanceView *view);

G_END_DECLS
