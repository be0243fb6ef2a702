/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SCHEDULE (htap_schedule_get_type ())

/**
 * HtapSchedule:
 *
 * Asks the cloud again by itself: for everything after each interval, and every ten seconds for
 * TaurusDB instances where something is being created or changed. It never asks while a refresh
 * runs, whoever began that, nor while it is paused; what came due meanwhile is asked for at once
 * afterwards. What needs a network that seems to be gone is left alone, and asked for once it is back,
 * also while the interval is off. While it is off there is no timer at all.
 *
 * Properties, both writable: `interval` (guint, seconds; 0: off), `paused` (gboolean: nobody
 * looks).
 */
G_DECLARE_FINAL_TYPE (HtapSchedule, htap_schedule, HTAP, SCHEDULE, GObject)

HtapSchedule *htap_schedule_new          (HtapInventory *inventory);

guint         htap_schedule_get_interval (HtapSchedule  *self);
void          htap_schedule_set_interval (HtapSchedule  *self,
                                          guint          interval);
gboolean      htap_schedule_get_paused   (HtapSchedule  *self);
void          htap_schedule_set_paused   (HtapSchedule  *self,
                                          gboolean       paused);

G_END_DECLS
