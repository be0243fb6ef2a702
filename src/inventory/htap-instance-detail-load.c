/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-detail-private.h"

/* Asking for what an instance is made of, and which answers count. */

/* How long what was read counts as present. */
#define CURRENT_FOR (60 * G_TIME_SPAN_SECOND)

typedef struct
{
  HtapInstanceDetail *detail;
  GCancellable *attempt;
} Step;

static Step *
step_new (HtapInstanceDetail *self)
{
  Step *step = g_new0 (Step, 1);

  step->detail = g_object_ref (self);
  step->attempt = g_object_ref (self->attempt);

  return step;
}

static void
step_free (Step *step)
{
  g_object_unref (step->detail);
  g_object_unref (step->attempt);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void
settle (const Step *step, HtapDetailPart part, gpointer data, const GError *error)
{
  HtapInstanceDetail *self = step->detail;

  if (self->attempt != step->attempt)
    {
      htap_instance_detail_free_data (part, data);
      return;
    }

  self->n_awaited--;
  if (self->n_awaited == 0)
    g_clear_object (&self->attempt);
  htap_instance_detail_take (self, part, data, error);
}

static void
on_detail_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;
  HtapDetail *detail = htap_client_read_detail_finish (HTAP_CLIENT (object), result, &error);

  settle (step, HTAP_DETAIL_PART_DETAIL, detail, error);
}

static void
on_nodes_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *nodes = htap_client_list_nodes_finish (HTAP_CLIENT (object), result, &error);

  settle (step, HTAP_DETAIL_PART_NODES, nodes, error);
}

static void
on_replications_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *tasks = htap_client_list_replications_finish (HTAP_CLIENT (object), result, &error);

  settle (step, HTAP_DETAIL_PART_REPLICATIONS, tasks, error);
}

static void
ask (HtapInstanceDetail *self, HtapCredentials *credentials)
{
  HtapSource *source = htap_instance_get_source (self->instance);
  const char *id = htap_instance_get_id (self->instance);
  const char *engine =
      htap_record_get_text (htap_instance_get_record (self->instance), HTAP_TEXT_ENGINE_NAME);

  htap_client_read_detail_async (self->client, source, id, engine, credentials, self->attempt,
                                 on_detail_read, step_new (self));
  htap_client_list_nodes_async (self->client, source, id, engine, credentials, self->attempt,
                                on_nodes_listed, step_new (self));
  htap_client_list_replications_async (self->client, source, id, engine, credentials, self->attempt,
                                       on_replications_listed, step_new (self));
}

static void
on_secret_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapCredentials) credentials =
      htap_secret_store_lookup_finish (HTAP_SECRET_STORE (object), result, &error);

  if (credentials == NULL)
    for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
      settle (step, i, NULL, error);
  else if (step->detail->attempt == step->attempt)
    ask (step->detail, credentials);
}

/* Returns: whether there was something to stop. */
static gboolean
stop (HtapInstanceDetail *self)
{
  g_autoptr (GCancellable) attempt = g_steal_pointer (&self->attempt);

  if (attempt == NULL)
    return FALSE;

  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    if (self->parts[i].state == HTAP_DETAIL_STATE_LOADING)
      self->parts[i].state =
          self->parts[i].data != NULL ? HTAP_DETAIL_STATE_HERE : HTAP_DETAIL_STATE_NONE;
  self->asked_at = HTAP_INSTANCE_DETAIL_NEVER;
  g_cancellable_cancel (attempt);

  return TRUE;
}

static void
start (HtapInstanceDetail *self)
{
  HtapProfile *profile = htap_source_get_profile (htap_instance_get_source (self->instance));

  self->attempt = g_cancellable_new ();
  self->asked_at = htap_clock_get_now (self->clock);
  self->n_awaited = HTAP_DETAIL_N_PARTS;
  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    self->parts[i].state = HTAP_DETAIL_STATE_LOADING;

  htap_secret_store_lookup_async (self->secrets, profile, self->attempt, on_secret_found,
                                  step_new (self));
  htap_instance_detail_tell (self);
}

/* Whether it is on its way, or young enough not to be asked for again. */
gboolean
htap_instance_detail_is_current (HtapInstanceDetail *self)
{
  return self->attempt != NULL || (self->asked_at != HTAP_INSTANCE_DETAIL_NEVER &&
                                   htap_clock_get_now (self->clock) - self->asked_at < CURRENT_FOR);
}

/* Has the next htap_instance_detail_load() ask again, however young it is. */
void
htap_instance_detail_expire (HtapInstanceDetail *self)
{
  self->asked_at = HTAP_INSTANCE_DETAIL_NEVER;
}

/**
 * htap_instance_detail_load:
 *
 * Reads every part side by side, unless they are on their way or were asked for within the last 60
 * seconds. A part that failed is not tried again before that.
 */
void
htap_instance_detail_load (HtapInstanceDetail *self)
{
  g_return_if_fail (HTAP_IS_INSTANCE_DETAIL (self));

  if (!htap_instance_detail_is_current (self))
    start (self);
}

/**
 * htap_instance_detail_reload:
 *
 * Reads every part now. No answer to an earlier question counts any more.
 */
void
htap_instance_detail_reload (HtapInstanceDetail *self)
{
  g_return_if_fail (HTAP_IS_INSTANCE_DETAIL (self));

  stop (self);
  start (self);
}

/**
 * htap_instance_detail_cancel:
 *
 * Stops what is on its way. What has arrived stays, and the next htap_instance_detail_load() asks
 * again.
 */
void
htap_instance_detail_cancel (HtapInstanceDetail *self)
{
  g_return_if_fail (HTAP_IS_INSTANCE_DETAIL (self));

  if (stop (self))
    htap_instance_detail_tell (self);
}
