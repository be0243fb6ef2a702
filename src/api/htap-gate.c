/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-gate.h"

#include "htap-line.h"

struct _HtapGate
{
  GObject parent_instance;
  GHashTable *places; /* host → Place */
  guint limit;
};

typedef struct
{
  guint n_inside;
  HtapLine *waiting;
} Place;

G_DEFINE_FINAL_TYPE (HtapGate, htap_gate, G_TYPE_OBJECT)

static void
place_free (gpointer data)
{
  Place *place = data;

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
      place->waiting = htap_line_new (NULL, NULL);
      g_hash_table_insert (self->places, g_strdup (host), place);
    }

  return place;
}

static void
admit (HtapGate *self, Place *place)
{
  while (place->n_inside < self->limit && !htap_line_is_empty (place->waiting))
    {
      g_autoptr (GTask) task = htap_line_pop (place->waiting);

      place->n_inside++;
      g_task_return_boolean (task, TRUE);
    }
}

static void
htap_gate_finalize (GObject *object)
{
  HtapGate *self = HTAP_GATE (object);

  g_hash_table_unref (self->places);

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
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
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
