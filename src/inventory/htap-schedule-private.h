/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-clock.h"
#include "htap-schedule.h"

G_BEGIN_DECLS

HtapSchedule *htap_schedule_new_with_clock (HtapInventory *inventory,
                                            HtapClock     *clock);

G_END_DECLS
