/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-gate.h"

#include "htap-line.h"

struct _HtapGate
{
  GObject parent_instance;
  GHashTable *places; /* host → Place */
  HtapClock *clock;
  guint limit;
  gint64 held_until; /* seconds since 1970: the latest of all places; 0 */
};

typedef struct
{
  HtapGate *gate;
  guint n_inside;
  HtapLine *waiting;
  HtapAlarm *alarm;  /* (nullable): while it is held */
  gint64 held_until; /* microseconds since 1970, while it is held */
} Place;

G_DEFINE_FINAL_TYPE (HtapGate, htap_gate, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HELD_UNTIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->alarm, htap_alarm_free);
  htap_line_free (place->waiting);
  g_free (place);
}

static Place *
get_place (HtapGate *self, const char *host)
{
  Place *place = g_hash_table_lookup (self->places, host);

  if (place == NULL)
    {
      place = g_new0 (Place, 1);
      place->gate = self;
      place->waiting = htap_line_new (NULL, NULL);
      g_hash_table_insert (self->places, g_strdup (host), place);
    }

  return place;
}

static void
admit (HtapGate *self, Place *place)
{
  while (place->alarm == NULL && place->n_inside < self->limit &&
         !htap_line_is_empty (place->waiting))
    {
      g_autoptr (GTask) task = htap_line_pop (place->waiting);

      place->n_inside++;
      g_task_return_boolean (task, TRUE);
    }
}

static void
update_held_until (HtapGate *self)
{
  GHashTableIter iter;
  gpointer value;
  gint64 latest = 0;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Place *place = value;

      if (place->alarm != NULL)
        latest = MAX (latest, place->held_until);
    }

  /* A moment that is shown may be late, but not early. */
  latest = (latest + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;
  if (latest == self->held_until)
    return;

  self->held_until = latest;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD_UNTIL]);
}

static void
on_hold_over (gpointer user_data)
{
  Place *place = user_data;
  g_autoptr (HtapGate) self = g_object_ref (place->gate);

  g_clear_pointer (&place->alarm, htap_alarm_free);
  update_held_until (self);
  admit (self, place);
}

static void
htap_gate_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_HELD_UNTIL:
      g_value_set_int64 (value, HTAP_GATE (object)->held_until);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
htap_gate_finalize (GObject *object)
{
  HtapGate *self = HTAP_GATE (object);

  g_hash_table_unref (self->places);
  g_object_unref (self->clock);

  G_OBJECT_CLASS (htap_gate_parent_class)->finalize (object);
}

static void
htap_gate_class_init (HtapGateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = htap_gate_get_property;
  object_class->finalize = htap_gate_finalize;

  /**
   * HtapGate:held-until:
   *
   * Until when requests are held back, seconds since 1970 UTC; the latest of all hosts, 0 if none
   * is held.
   */
  properties[PROP_HELD_UNTIL] =
      g_param_spec_int64 ("held-until", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_gate_init (HtapGate *self)
{
  /* Nobody waits any more when it is freed: who waits has a reference. */
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
}

/**
 * htap_gate_new:
 * @clock: whose time it is
 * @limit: how many may be inside for each host, at least 1
 *
 * Returns: (transfer full): a gate that nobody passed
 */
HtapGate *
htap_gate_new (HtapClock *clock, guint limit)
{
  HtapGate *self = g_object_new (HTAP_TYPE_GATE, NULL);

  self->clock = g_object_ref (clock);
  htap_gate_set_limit (self, limit);

  return self;
}

/**
 * htap_gate_set_limit:
 * @limit: how many may be inside for each host, at least 1; who is inside already stays
 */
void
htap_gate_set_limit (HtapGate *self, guint limit)
{
  GHashTableIter iter;
  gpointer place;

  g_return_if_fail (HTAP_IS_GATE (self));
  g_return_if_fail (limit > 0);

  self->limit = limit;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    admit (self, place);
}

/**
 * htap_gate_enter_async:
 * @host: where the request goes; each has a line of its own
 * @cancellable: (nullable): leaves the line
 *
 * Waits until there is room and nothing is held back, first come, first served.
 */
void
htap_gate_enter_async (HtapGate *self,
                       const char *host,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Place *place = get_place (self, host);

  g_task_set_source_tag (task, htap_gate_enter_async);
  /* Who was let in is inside, even if cancelled before hearing of it, and must leave. */
  g_task_set_check_cancellable (task, FALSE);

  if (g_task_return_error_if_cancelled (task))
    return;

  htap_line_join (place->waiting, task);
  admit (self, place);
}

/**
 * htap_gate_enter_finish:
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the caller is inside, and must call htap_gate_leave()
 */
gboolean
htap_gate_enter_finish (HtapGate *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * htap_gate_leave:
 * @host: as in htap_gate_enter_async()
 *
 * Makes room for the next in line.
 */
void
htap_gate_leave (HtapGate *self, const char *host)
{
  Place *place = get_place (self, host);

  g_return_if_fail (place->n_inside > 0);

  place->n_inside--;
  admit (self, place);
}

/**
 * htap_gate_hold:
 * @host: who asked for it
 * @duration: for how long, microseconds
 *
 * Lets nobody in to @host for a while; who is inside stays. A hold that ends sooner than one from
 * before changes nothing.
 */
void
htap_gate_hold (HtapGate *self, const char *host, gint64 duration)
{
  Place *place = get_place (self, host);
  gint64 until = htap_clock_get_now (self->clock) + duration;

  if (duration <= 0 || (place->alarm != NULL && until <= place->held_until))
    return;

  g_clear_pointer (&place->alarm, htap_alarm_free);
  place->held_until = until;
  place->alarm = htap_clock_add_alarm (self->clock, duration, on_hold_over, place);
  update_held_until (self);
}

/**
 * htap_gate_get_held_for:
 * @host: as in htap_gate_enter_async()
 *
 * Returns: for how much longer @host is held back, microseconds; 0 if it is not
 */
gint64
htap_gate_get_held_for (HtapGate *self, const char *host)
{
  const Place *place = g_hash_table_lookup (self->places, host);

  if (place == NULL || place->alarm == NULL)
    return 0;

  return MAX (place->held_until - htap_clock_get_now (self->clock), 0);
}

/**
 * htap_gate_get_held_until:
 *
 * Returns: #HtapGate:held-until
 */
gint64
htap_gate_get_held_until (HtapGate *self)
{
  g_return_val_if_fail (HTAP_IS_GATE (self), 0);

  return self->held_until;
}
