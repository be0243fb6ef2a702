/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-private.h"

/* How a source's last answer went, and how old it is. */

/* What every change of state tells, once each. */
static void
notify_state (HtapSource *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify (object, "state");
  g_object_notify (object, "loading");
  g_object_notify (object, "as-of");
  g_object_notify (object, "n-instances");
  g_object_thaw_notify (object);
}

HtapSourceState
htap_source_get_state (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), HTAP_SOURCE_NEVER);

  if (self->as_of != 0)
    return self->error != NULL || self->old || self->restored ? HTAP_SOURCE_STALE : HTAP_SOURCE_FRESH;
  if (self->loading)
    return HTAP_SOURCE_LOADING;

  return self->error != NULL ? HTAP_SOURCE_FAILED : HTAP_SOURCE_NEVER;
}

/**
 * htap_source_is_loading:
 *
 * Returns: whether it is being asked, whatever is known
 */
gboolean
htap_source_is_loading (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), FALSE);

  return self->loading;
}

/**
 * htap_source_get_as_of:
 *
 * Returns: when the last good answer came, seconds since 1970 UTC; 0 without one. A failed attempt
 *   never moves it.
 */
gint64
htap_source_get_as_of (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), 0);

  return self->as_of;
}

/**
 * htap_source_get_error:
 *
 * Returns: (transfer none) (nullable): why the last attempt failed
 */
const GError *
htap_source_get_error (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->error;
}

/**
 * htap_source_get_total:
 *
 * Returns: the answer's own count; -1 if unknown
 */
gint64
htap_source_get_total (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), -1);

  return self->as_of != 0 ? self->total : -1;
}

/**
 * htap_source_get_maximum:
 *
 * Returns: how many HTAP instances the TaurusDB instance can have; -1 if unknown
 */
gint64
htap_source_get_maximum (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), -1);

  return self->as_of != 0 ? self->maximum : -1;
}

guint
htap_source_get_n_instances (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), 0);

  return self->n_instances;
}

/**
 * htap_source_get_deviations:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): where the last good answer deviated from
 *   the documented schema
 */
GPtrArray *
htap_source_get_deviations (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->deviations;
}

/**
 * htap_source_begin:
 *
 * An attempt has begun. The last error stays until the attempt is over.
 */
void
htap_source_begin (HtapSource *self)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  self->loading = TRUE;
  notify_state (self);
}

/**
 * htap_source_succeed:
 * @now: when the answer came, seconds since 1970 UTC
 * @total: the answer's count, -1 if absent
 * @maximum: the answer's limit, -1 if absent
 * @n_instances: how many instances it listed
 * @deviations: (nullable) (element-type utf8): kept
 */
void
htap_source_succeed (HtapSource *self,
                     gint64 now,
                     gint64 total,
                     gint64 maximum,
                     guint n_instances,
                     GPtrArray *deviations)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  self->loading = FALSE;
  self->old = FALSE;
  self->restored = FALSE;
  self->as_of = now;
  self->total = total;
  self->maximum = maximum;
  self->n_instances = n_instances;
  g_clear_error (&self->error);
  g_clear_pointer (&self->deviations, g_ptr_array_unref);
  self->deviations = deviations != NULL ? g_ptr_array_ref (deviations) : NULL;
  notify_state (self);
}

/**
 * htap_source_restore:
 * @as_of: when the answer came, seconds since 1970 UTC; not 0
 * @total: the answer's count, -1 if absent
 * @maximum: the answer's limit, -1 if absent
 * @n_instances: how many instances it listed
 * @deviations: (nullable) (element-type utf8): kept
 *
 * What is known now was read by an earlier run of the program: it is stale, however young, until an
 * attempt succeeds. An attempt that runs goes on.
 */
void
htap_source_restore (HtapSource *self,
                     gint64 as_of,
                     gint64 total,
                     gint64 maximum,
                     guint n_instances,
                     GPtrArray *deviations)
{
  gboolean loading;

  g_return_if_fail (HTAP_IS_SOURCE (self));
  g_return_if_fail (as_of != 0);

  loading = self->loading;
  g_object_freeze_notify (G_OBJECT (self));
  htap_source_succeed (self, as_of, total, maximum, n_instances, deviations);
  self->loading = loading;
  self->restored = TRUE;
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * htap_source_fail:
 * @error: why; copied
 *
 * The attempt failed. What is known stays, with its age.
 */
void
htap_source_fail (HtapSource *self, const GError *error)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));
  g_return_if_fail (error != NULL);

  self->loading = FALSE;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  notify_state (self);
}

/**
 * htap_source_abandon:
 *
 * The attempt was stopped: as if there had been none.
 */
void
htap_source_abandon (HtapSource *self)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  self->loading = FALSE;
  notify_state (self);
}

/**
 * htap_source_tick:
 * @now: seconds since 1970 UTC
 *
 * Lets what is known grow old.
 *
 * Returns: whether it did, or is new again after the clock was set back
 */
gboolean
htap_source_tick (HtapSource *self, gint64 now)
{
  gboolean old;

  g_return_val_if_fail (HTAP_IS_SOURCE (self), FALSE);

  old = self->as_of != 0 && now - self->as_of >= HTAP_SOURCE_STALE_AFTER;
  if (old == self->old)
    return FALSE;

  self->old = old;
  notify_state (self);

  return TRUE;
}

/**
 * htap_source_state_get_id:
 *
 * Returns: (transfer none): as scripts read it
 */
const char *
htap_source_state_get_id (HtapSourceState state)
{
  static const char *const ids[] = {
    [HTAP_SOURCE_NEVER] = "never", [HTAP_SOURCE_LOADING] = "loading", [HTAP_SOURCE_FRESH] = "fresh",
    [HTAP_SOURCE_STALE] = "stale", [HTAP_SOURCE_FAILED] = "failed",
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (ids), ids[HTAP_SOURCE_NEVER]);

  return ids[state];
}
