/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-pause.h"

typedef struct
{
  HtapAlarm *alarm;   /* (nullable) */
  GSource *cancelled; /* (nullable) */
} Pause;

static void
pause_end (Pause *pause)
{
  g_clear_pointer (&pause->alarm, htap_alarm_free);
  if (pause->cancelled != NULL)
    g_source_destroy (pause->cancelled);
  g_clear_pointer (&pause->cancelled, g_source_unref);
}

static void
pause_free (gpointer data)
{
  pause_end (data);
  g_free (data);
}

static void
on_pause_over (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  pause_end (g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_pause_cancelled (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  pause_end (g_task_get_task_data (task));
  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

/**
 * htap_pause_async:
 * @clock: whose time it is
 * @delay: how long, microseconds
 * @cancellable: (nullable): ends it at once
 *
 * Does nothing for a while.
 */
void
htap_pause_async (HtapClock *clock,
                  gint64 delay,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (clock, cancellable, callback, user_data);
  Pause *pause = g_new0 (Pause, 1);

  g_task_set_source_tag (task, htap_pause_async);
  g_task_set_task_data (task, pause, pause_free);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (cancellable != NULL)
    {
      pause->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (pause->cancelled, G_SOURCE_FUNC (on_pause_cancelled), task, NULL);
      g_source_attach (pause->cancelled, g_task_get_context (task));
    }
  /* The first of the two takes the reference, and ends the other. */
  pause->alarm = htap_clock_add_alarm (clock, delay, on_pause_over, g_steal_pointer (&task));
}

/**
 * htap_pause_finish:
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is over; %FALSE with @error
 */
gboolean
htap_pause_finish (HtapClock *clock, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, clock), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
