/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-schedule.h"

#include "htap-instance.h"
#include "htap-schedule-private.h"

/* As often as is polite while something is changing, microseconds. */
#define MOVING_INTERVAL (10 * G_TIME_SPAN_SECOND)

struct _HtapSchedule
{
  GObject parent_instance;
  HtapInventory *inventory;
  HtapClock *clock;
  HtapAlarm *alarm;
  guint interval;
  gboolean paused;
  gboolean was_cut_off; /* the network came back while nobody looked */
  gboolean asking_all;
  gint64 asked_all; /* when everything was last asked for, by the clock */
  gint64 asked;     /* when anything was */
};

enum
{
  PROP_INTERVAL = 1,
  PROP_PAUSED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapSchedule, htap_schedule, G_TYPE_OBJECT)

static gboolean
is_moving (HtapInstance *instance)
{
  HtapShownStatus status = htap_instance_get_shown_status (instance);

  return htap_instance_get_listed (instance) &&
         (status == HTAP_SHOWN_STATUS_CREATING ||
          htap_record_get_running_action (htap_instance_get_record (instance)) != NULL);
}

/* The sources whose instances will not stay as they are. */
static GPtrArray *
find_moving (HtapSchedule *self)
{
  GListModel *instances = htap_inventory_get_instances (self->inventory);
  guint n_instances = g_list_model_get_n_items (instances);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *moving = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      HtapSource *source = htap_instance_get_source (instance);

      if (is_moving (instance) && g_hash_table_add (seen, source))
        g_ptr_array_add (moving, g_object_ref (source));
    }

  return moving;
}

/* The computer's clock may have been set back: nobody waits longer than one interval. */
static gint64
get_wait (HtapSchedule *self, gint64 since, gint64 interval)
{
  return CLAMP (since + interval - htap_clock_get_now (self->clock), 0, interval);
}

static gint64
get_wait_for_all (HtapSchedule *self)
{
  return get_wait (self, self->asked_all, self->interval * G_TIME_SPAN_SECOND);
}

static void update (HtapSchedule *self);

static void
on_alarm (gpointer user_data)
{
  HtapSchedule *self = user_data;
  g_autoptr (GPtrArray) moving = NULL;

  g_clear_pointer (&self->alarm, htap_alarm_free);
  if (get_wait_for_all (self) > 0)
    moving = find_moving (self);
  if (htap_inventory_refresh_quietly (self->inventory, moving) != NULL)
    return;

  /* Nothing to ask, and so no refresh whose end brings the next alarm. */
  self->asked_all = self->asked = htap_clock_get_now (self->clock);
  update (self);
}

/* Brings the alarm to what is known now. */
static void
update (HtapSchedule *self)
{
  g_autoptr (GPtrArray) moving = NULL;
  gint64 wait;

  g_clear_pointer (&self->alarm, htap_alarm_free);
  if (self->interval == 0 || self->paused || htap_inventory_get_refresh (self->inventory) != NULL ||
      g_list_model_get_n_items (htap_inventory_get_profiles (self->inventory)) == 0)
    return;

  wait = get_wait_for_all (self);
  moving = find_moving (self);
  if (moving->len > 0)
    wait = MIN (wait, get_wait (self, self->asked, MOVING_INTERVAL));
  self->alarm = htap_clock_add_alarm (self->clock, wait, on_alarm, self);
}

/* What was left alone is asked for now, whatever the interval. */
static void
catch_up (HtapSchedule *self)
{
  self->was_cut_off = self->paused;
  if (!self->paused)
    htap_inventory_refresh_quietly (self->inventory, NULL);
}

static void
on_inventory_notify_offline (HtapSchedule *self)
{
  self->was_cut_off = FALSE;
  if (!htap_inventory_get_offline (self->inventory))
    catch_up (self);
}

/* Intervals are counted from the end of what was asked last: a sweep that takes longer than one
 * would otherwise be followed by the next without a pause. */
static void
on_inventory_notify_refresh (HtapSchedule *self)
{
  HtapRefresh *refresh = htap_inventory_get_refresh (self->inventory);
  GListModel *sources = htap_inventory_get_sources (self->inventory);

  if (refresh != NULL)
    {
      self->asking_all = self->asking_all ||
                         htap_refresh_get_total (refresh) >= g_list_model_get_n_items (sources);
    }
  else
    {
      self->asked = htap_clock_get_now (self->clock);
      if (self->asking_all)
        self->asked_all = self->asked;
      self->asking_all = FALSE;
    }

  update (self);
}

static void
htap_schedule_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapSchedule *self = HTAP_SCHEDULE (object);

  switch (id)
    {
    case PROP_INTERVAL:
      g_value_set_uint (value, self->interval);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_schedule_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HtapSchedule *self = HTAP_SCHEDULE (object);

  switch (id)
    {
    case PROP_INTERVAL:
      htap_schedule_set_interval (self, g_value_get_uint (value));
      break;
    case PROP_PAUSED:
      htap_schedule_set_paused (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_schedule_dispose (GObject *object)
{
  HtapSchedule *self = HTAP_SCHEDULE (object);

  g_clear_pointer (&self->alarm, htap_alarm_free);
  g_clear_object (&self->inventory);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (htap_schedule_parent_class)->dispose (object);
}

static void
htap_schedule_class_init (HtapScheduleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = htap_schedule_get_property;
  object_class->set_property = htap_schedule_set_property;
  object_class->dispose = htap_schedule_dispose;

  properties[PROP_INTERVAL] = g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_schedule_init (HtapSchedule *self)
{
}

/**
 * htap_schedule_new_with_clock:
 * @clock: whose time it is
 *
 * Returns: (transfer full): as htap_schedule_new()
 */
HtapSchedule *
htap_schedule_new_with_clock (HtapInventory *inventory, HtapClock *clock)
{
  HtapSchedule *self = g_object_new (HTAP_TYPE_SCHEDULE, NULL);

  self->inventory = g_object_ref (inventory);
  self->clock = g_object_ref (clock);
  self->asked_all = self->asked = htap_clock_get_now (clock);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (on_inventory_notify_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "profiles-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::offline", G_CALLBACK (on_inventory_notify_offline),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * htap_schedule_new:
 * @inventory: what it keeps fresh
 *
 * Returns: (transfer full): a schedule that is off
 */
HtapSchedule *
htap_schedule_new (HtapInventory *inventory)
{
  g_autoptr (HtapClock) clock = htap_clock_new ();

  return htap_schedule_new_with_clock (inventory, clock);
}

guint
htap_schedule_get_interval (HtapSchedule *self)
{
  g_return_val_if_fail (HTAP_IS_SCHEDULE (self), 0);

  return self->interval;
}

/**
 * htap_schedule_set_interval:
 * @interval: seconds from the end of one sweep to the next; 0: off
 */
void
htap_schedule_set_interval (HtapSchedule *self, guint interval)
{
  g_return_if_fail (HTAP_IS_SCHEDULE (self));

  if (self->interval == interval)
    return;

  self->interval = interval;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERVAL]);
}

gboolean
htap_schedule_get_paused (HtapSchedule *self)
{
  g_return_val_if_fail (HTAP_IS_SCHEDULE (self), FALSE);

  return self->paused;
}

/**
 * htap_schedule_set_paused:
 * @paused: whether nobody looks; what came due meanwhile is asked for when somebody does
 */
void
htap_schedule_set_paused (HtapSchedule *self, gboolean paused)
{
  g_return_if_fail (HTAP_IS_SCHEDULE (self));

  if (self->paused == paused)
    return;

  self->paused = paused;
  if (self->was_cut_off)
    catch_up (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
}
