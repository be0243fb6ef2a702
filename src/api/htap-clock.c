/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-clock.h"

struct _HtapClock
{
  GObject parent_instance;
  gboolean is_manual;
  gint64 now;        /* of a manual one; microseconds since 1970 */
  GPtrArray *alarms; /* of a manual one: HtapAlarm that have not rung */
};

struct _HtapAlarm
{
  HtapClock *clock;
  gint64 due;      /* of a manual clock */
  GSource *source; /* (nullable): of a real clock */
  HtapAlarmRing ring;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (HtapClock, htap_clock, G_TYPE_OBJECT)

static gboolean
on_alarm_due (gpointer user_data)
{
  HtapAlarm *alarm = user_data;

  alarm->ring (alarm->user_data);

  return G_SOURCE_REMOVE;
}

static HtapAlarm *
find_next (HtapClock *self)
{
  HtapAlarm *next = NULL;

  for (guint i = 0; i < self->alarms->len; i++)
    {
      HtapAlarm *alarm = g_ptr_array_index (self->alarms, i);

      if (next == NULL || alarm->due < next->due)
        next = alarm;
    }

  return next;
}

static void
htap_clock_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_CLOCK (object)->alarms);

  G_OBJECT_CLASS (htap_clock_parent_class)->finalize (object);
}

static void
htap_clock_class_init (HtapClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_clock_finalize;
}

static void
htap_clock_init (HtapClock *self)
{
  self->alarms = g_ptr_array_new ();
}

/**
 * htap_clock_new:
 *
 * Returns: (transfer full): this computer's clock; its alarms ring in the thread-default main
 *   context of who adds them
 */
HtapClock *
htap_clock_new (void)
{
  return g_object_new (HTAP_TYPE_CLOCK, NULL);
}

/**
 * htap_clock_new_manual:
 * @now: microseconds since 1970 UTC
 *
 * For tests, whose time passes faster.
 *
 * Returns: (transfer full): a clock that stands still, but for htap_clock_advance()
 */
HtapClock *
htap_clock_new_manual (gint64 now)
{
  HtapClock *self = htap_clock_new ();

  self->is_manual = TRUE;
  self->now = now;

  return self;
}

/**
 * htap_clock_get_now:
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
htap_clock_get_now (HtapClock *self)
{
  return self->is_manual ? self->now : g_get_real_time ();
}

/**
 * htap_clock_get_chance:
 *
 * Returns: any number from 0 to 1; a manual clock's is always 1
 */
double
htap_clock_get_chance (HtapClock *self)
{
  return self->is_manual ? 1.0 : g_random_double ();
}

/**
 * htap_clock_add_alarm:
 * @delay: microseconds from now
 * @ring: called once, unless the alarm is freed before
 *
 * Time that this computer sleeps, and changes of its clock, do not count.
 *
 * Returns: (transfer full): the alarm, to be freed even after it rang
 */
HtapAlarm *
htap_clock_add_alarm (HtapClock *self, gint64 delay, HtapAlarmRing ring, gpointer user_data)
{
  HtapAlarm *alarm = g_new0 (HtapAlarm, 1);
  gint64 milliseconds = (MAX (delay, 0) + 999) / 1000;

  alarm->clock = g_object_ref (self);
  alarm->ring = ring;
  alarm->user_data = user_data;
  if (self->is_manual)
    {
      alarm->due = self->now + MAX (delay, 0);
      g_ptr_array_add (self->alarms, alarm);
      return alarm;
    }

  alarm->source = g_timeout_source_new ((guint) MIN (milliseconds, G_MAXUINT));
  g_source_set_callback (alarm->source, on_alarm_due, alarm, NULL);
  g_source_attach (alarm->source, g_main_context_get_thread_default ());

  return alarm;
}

/**
 * htap_alarm_free:
 *
 * It does not ring any more.
 */
void
htap_alarm_free (HtapAlarm *alarm)
{
  g_ptr_array_remove (alarm->clock->alarms, alarm);
  if (alarm->source != NULL)
    g_source_destroy (alarm->source);
  g_clear_pointer (&alarm->source, g_source_unref);
  g_object_unref (alarm->clock);
  g_free (alarm);
}

/**
 * htap_clock_get_next:
 * @self: a manual clock
 *
 * Returns: microseconds until the next alarm; -1 if there is none
 */
gint64
htap_clock_get_next (HtapClock *self)
{
  HtapAlarm *next = find_next (self);

  return next != NULL ? MAX (next->due - self->now, 0) : -1;
}

/**
 * htap_clock_advance:
 * @self: a manual clock
 * @duration: microseconds
 *
 * Lets time pass, and every alarm ring that is due by then.
 */
void
htap_clock_advance (HtapClock *self, gint64 duration)
{
  HtapAlarm *next;

  g_return_if_fail (self->is_manual);

  self->now += duration;
  while ((next = find_next (self)) != NULL && next->due <= self->now)
    {
      g_ptr_array_remove (self->alarms, next);
      next->ring (next->user_data);
    }
}
