/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-clock.h"
#include "htap-watch-list.h"

G_BEGIN_DECLS

HtapWatchList *htap_watch_list_new_with_clock (HtapInventory *inventory,
                                               HtapClock     *clock);

G_END_DECLS
