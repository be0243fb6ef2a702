/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-gate.h"

struct _HtapGate {
  GObject     parent_instance;
  GHashTable *lines; /* host → Line */
  guint       limit;
};

typedef struct {
  guint  n_inside;
  GQueue waiting; /* GTask, whose data is a Waiter */
} Line;

typedef struct {
  Line    *line;
  GSource *cancelled; /* (nullable) */
} Waiter;

G_DEFINE_FINAL_TYPE (HtapGate, htap_gate, G_TYPE_OBJECT)

static void
waiter_free (gpointer data)
{
  Waiter *waiter = data;

  if (waiter->cancelled != NULL)
    g_source_destroy (waiter->cancelled);
  g_clear_pointer (&waiter->cancelled, g_source_unref);
  g_free (waiter);
}

static Line *
get_line (HtapGate *self, const char *host)
{
  Line *line = g_hash_table_lookup (self->lines, host);

  if (line == NULL)
    {
      line = g_new0 (Line, 1);
      g_queue_init (&line->waiting);
      g_hash_table_insert (self->lines, g_strdup (host), line);
    }

  return line;
}

static void
admit (HtapGate *self, Line *line)
{
  while (line->n_inside < self->limit && !g_queue_is_empty (&line->waiting))
    {
      g_autoptr (GTask) task = g_queue_pop_head (&line->waiting);
      Waiter *waiter = g_task_get_task_data (task);

      if (waiter->cancelled != NULL)
        g_source_destroy (waiter->cancelled);
      line->n_inside++;
      g_task_return_boolean (task, TRUE);
    }
}

static gboolean
on_waiter_cancelled (GCancellable *cancellable, gpointer user_data)
{
  GTask *task = user_data;
  Waiter *waiter = g_task_get_task_data (task);

  if (g_queue_remove (&waiter->line->waiting, task))
    {
      g_task_return_error_if_cancelled (task);
      g_object_unref (task);
    }

  return G_SOURCE_REMOVE;
}

static void
htap_gate_finalize (GObject *object)
{
  HtapGate *self = HTAP_GATE (object);

  g_hash_table_unref (self->lines);

  G_OBJECT_CLASS (htap_gate_parent_class)->finalize (object);
}

static void
htap_gate_class_init (HtapGateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_gate_finalize;
}

static void
htap_gate_init (HtapGate *self)
{
  /* Nobody waits any more when it is freed: who waits has a reference. */
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * htap_gate_new:
 * @limit: how many may be inside for each host, at least 1
 *
 * Returns: (transfer full): a gate that nobody passed
 */
HtapGate *
htap_gate_new (guint limit)
{
  HtapGate *self = g_object_new (HTAP_TYPE_GATE, NULL);

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
  gpointer line;

  g_return_if_fail (HTAP_IS_GATE (self));
  g_return_if_fail (limit > 0);

  self->limit = limit;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    admit (self, line);
}

/**
 * htap_gate_enter_async:
 * @host: where the request goes; each has a line of its own
 * @cancellable: (nullable): leaves the line
 *
 * Waits until there is room, first come, first served.
 */
void
htap_gate_enter_async (HtapGate *self,
                       const char *host,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->line = get_line (self, host);
  g_task_set_source_tag (task, htap_gate_enter_async);
  g_task_set_task_data (task, waiter, waiter_free);
  /* Who was let in is inside, even if cancelled before hearing of it, and must leave. */
  g_task_set_check_cancellable (task, FALSE);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_task_attach_source (task, waiter->cancelled, G_SOURCE_FUNC (on_waiter_cancelled));
    }

  g_queue_push_tail (&waiter->line->waiting, g_object_ref (task));
  admit (self, waiter->line);
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
  Line *line = get_line (self, host);

  g_return_if_fail (line->n_inside > 0);

  line->n_inside--;
  admit (self, line);
}
