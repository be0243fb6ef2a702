/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_CLOCK (htap_clock_get_type ())

/**
 * HtapClock:
 *
 * What time it is, alarms, and chance. Tests have one that stands still until they advance it, and
 * leaves nothing to chance.
 */
G_DECLARE_FINAL_TYPE (HtapClock, htap_clock, HTAP, CLOCK, GObject)

/**
 * HtapAlarm:
 *
 * Rings once; its owner frees it, before or after.
 */
typedef struct _HtapAlarm HtapAlarm;

/**
 * HtapAlarmRing:
 * @user_data: what was given to htap_clock_add_alarm()
 *
 * It is time. The alarm may be freed here.
 */
typedef void (*HtapAlarmRing) (gpointer user_data);

HtapClock *htap_clock_new        (void);
HtapClock *htap_clock_new_manual (gint64         now);
gint64     htap_clock_get_now    (HtapClock     *self);
double     htap_clock_get_chance (HtapClock     *self);
HtapAlarm *htap_clock_add_alarm  (HtapClock     *self,
                                  gint64         delay,
                                  HtapAlarmRing  ring,
                                  gpointer       user_data);
void       htap_alarm_free       (HtapAlarm     *alarm);

gint64     htap_clock_get_next   (HtapClock     *self);
void       htap_clock_advance    (HtapClock     *self,
                                  gint64         duration);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapAlarm, htap_alarm_free)

G_END_DECLS
