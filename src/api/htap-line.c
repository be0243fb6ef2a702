/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-line.h"

struct _HtapLine
{
  GQueue waiting;    /* Waiter */
  HtapLineLeft left; /* (nullable) */
  gpointer user_data;
};

typedef struct
{
  HtapLine *line;
  GTask *task;
  GSource *cancelled; /* (nullable) */
} Waiter;

static GTask *
waiter_free_to_task (Waiter *waiter)
{
  GTask *task = waiter->task;

  if (waiter->cancelled != NULL)
    g_source_destroy (waiter->cancelled);
  g_clear_pointer (&waiter->cancelled, g_source_unref);
  g_free (waiter);

  return task;
}

static gboolean
on_waiter_cancelled (GCancellable *cancellable, gpointer user_data)
{
  Waiter *waiter = user_data;
  HtapLine *self = waiter->line;
  g_autoptr (GTask) task = NULL;

  g_queue_remove (&self->waiting, waiter);
  task = waiter_free_to_task (waiter);
  g_task_return_error_if_cancelled (task);

  if (self->left != NULL)
    self->left (self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * htap_line_new:
 * @left: (nullable): told of everyone who gave up
 *
 * Returns: (transfer full): a line with nobody in it
 */
HtapLine *
htap_line_new (HtapLineLeft left, gpointer user_data)
{
  HtapLine *self = g_new0 (HtapLine, 1);

  g_queue_init (&self->waiting);
  self->left = left;
  self->user_data = user_data;

  return self;
}

/**
 * htap_line_free:
 * @self: a line with nobody in it
 */
void
htap_line_free (HtapLine *self)
{
  g_return_if_fail (htap_line_is_empty (self));

  g_free (self);
}

/**
 * htap_line_join:
 * @task: waits until htap_line_pop() returns it, or answers with %G_IO_ERROR_CANCELLED
 */
void
htap_line_join (HtapLine *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->line = self;
  waiter->task = g_object_ref (task);
  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (on_waiter_cancelled), waiter, NULL);
      g_source_attach (waiter->cancelled, g_task_get_context (task));
    }

  g_queue_push_tail (&self->waiting, waiter);
}

/**
 * htap_line_pop:
 *
 * Returns: (transfer full) (nullable): who waited longest, to be answered by the caller
 */
GTask *
htap_line_pop (HtapLine *self)
{
  Waiter *waiter = g_queue_pop_head (&self->waiting);

  return waiter != NULL ? waiter_free_to_task (waiter) : NULL;
}

gboolean
htap_line_is_empty (HtapLine *self)
{
  return g_queue_is_empty (&self->waiting);
}
