/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-detail.h"

#include "htap-instance-detail-private.h"

/* How long what was read counts as present. */
#define CURRENT_FOR (60 * G_TIME_SPAN_SECOND)

#define NEVER (-1)

typedef struct {
  HtapDetailState state;
  GError         *error; /* (nullable): of the last attempt */
  gpointer        data;  /* (nullable): HtapDetail, or GPtrArray of nodes or tasks */
} Part;

struct _HtapInstanceDetail {
  GObject          parent_instance;
  HtapInstance    *instance;
  HtapClient      *client;
  HtapSecretStore *secrets;
  HtapClock       *clock;
  GCancellable    *attempt; /* (nullable): the one whose answers count */
  guint            n_awaited;
  gint64           asked_at; /* by the clock, or NEVER */
  Part             parts[HTAP_DETAIL_N_PARTS];
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapInstanceDetail, htap_instance_detail, G_TYPE_OBJECT)

typedef struct {
  HtapInstanceDetail *detail;
  GCancellable       *attempt;
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
tell (HtapInstanceDetail *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
data_free (HtapDetailPart part, gpointer data)
{
  if (data != NULL && part == HTAP_DETAIL_PART_DETAIL)
    htap_detail_unref (data);
  else if (data != NULL)
    g_ptr_array_unref (data);
}

/* What was known before stays where there is nothing to put in its place.
 * @data: (transfer full) (nullable) */
static void
settle (const Step *step, HtapDetailPart which, gpointer data, const GError *error)
{
  HtapInstanceDetail *self = step->detail;
  Part *part = &self->parts[which];

  if (self->attempt != step->attempt)
    {
      data_free (which, data);
      return;
    }

  g_clear_error (&part->error);
  if (data != NULL)
    {
      data_free (which, part->data);
      part->data = data;
      part->state = HTAP_DETAIL_STATE_HERE;
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    part->state = part->data != NULL ? HTAP_DETAIL_STATE_HERE : HTAP_DETAIL_STATE_NONE;
  else
    {
      part->error = g_error_copy (error);
      part->state = HTAP_DETAIL_STATE_FAILED;
    }

  self->n_awaited--;
  if (self->n_awaited == 0)
    g_clear_object (&self->attempt);
  tell (self);
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
  htap_client_list_replications_async (self->client, source, id, engine, credentials,
                                       self->attempt, on_replications_listed, step_new (self));
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
  self->asked_at = NEVER;
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
  tell (self);
}

static void
htap_instance_detail_finalize (GObject *object)
{
  HtapInstanceDetail *self = HTAP_INSTANCE_DETAIL (object);

  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    {
      g_clear_error (&self->parts[i].error);
      data_free (i, self->parts[i].data);
    }
  g_clear_object (&self->attempt);
  g_clear_object (&self->instance);
  g_clear_object (&self->client);
  g_clear_object (&self->secrets);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (htap_instance_detail_parent_class)->finalize (object);
}

static void
htap_instance_detail_class_init (HtapInstanceDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_instance_detail_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_INSTANCE_DETAIL, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_instance_detail_init (HtapInstanceDetail *self)
{
  self->asked_at = NEVER;
}

/**
 * htap_instance_detail_new:
 * @clock: says how old it is
 *
 * Returns: (transfer full): what nobody has asked for yet
 */
HtapInstanceDetail *
htap_instance_detail_new (HtapInstance    *instance,
                          HtapClient      *client,
                          HtapSecretStore *secrets,
                          HtapClock       *clock)
{
  HtapInstanceDetail *self = g_object_new (HTAP_TYPE_INSTANCE_DETAIL, NULL);

  self->instance = g_object_ref (instance);
  self->client = g_object_ref (client);
  self->secrets = g_object_ref (secrets);
  self->clock = g_object_ref (clock);

  return self;
}

/* Returns: (transfer none) */
HtapInstance *
htap_instance_detail_get_instance (HtapInstanceDetail *self)
{
  return self->instance;
}

/* Whether it is on its way, or young enough not to be asked for again. */
gboolean
htap_instance_detail_is_current (HtapInstanceDetail *self)
{
  return self->attempt != NULL ||
         (self->asked_at != NEVER &&
          htap_clock_get_now (self->clock) - self->asked_at < CURRENT_FOR);
}

/* Has the next htap_instance_detail_load() ask again, however young it is. */
void
htap_instance_detail_expire (HtapInstanceDetail *self)
{
  self->asked_at = NEVER;
}

HtapDetailState
htap_instance_detail_get_state (HtapInstanceDetail *self, HtapDetailPart part)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_DETAIL (self), HTAP_DETAIL_STATE_NONE);
  g_return_val_if_fail (part < HTAP_DETAIL_N_PARTS, HTAP_DETAIL_STATE_NONE);

  return self->parts[part].state;
}

/**
 * htap_instance_detail_get_error:
 *
 * Returns: (transfer none) (nullable): an #HtapError, why the last attempt failed
 */
const GError *
htap_instance_detail_get_error (HtapInstanceDetail *self, HtapDetailPart part)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_DETAIL (self), NULL);
  g_return_val_if_fail (part < HTAP_DETAIL_N_PARTS, NULL);

  return self->parts[part].error;
}

/**
 * htap_instance_detail_get_detail:
 *
 * Returns: (transfer none) (nullable): %NULL if none was read yet
 */
HtapDetail *
htap_instance_detail_get_detail (HtapInstanceDetail *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_DETAIL (self), NULL);

  return self->parts[HTAP_DETAIL_PART_DETAIL].data;
}

/**
 * htap_instance_detail_get_nodes:
 *
 * Returns: (transfer none) (nullable) (element-type HtapDetailNode): %NULL if none were read yet
 */
GPtrArray *
htap_instance_detail_get_nodes (HtapInstanceDetail *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_DETAIL (self), NULL);

  return self->parts[HTAP_DETAIL_PART_NODES].data;
}

/**
 * htap_instance_detail_get_replications:
 *
 * Returns: (transfer none) (nullable) (element-type HtapReplication): %NULL if none were read yet
 */
GPtrArray *
htap_instance_detail_get_replications (HtapInstanceDetail *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_DETAIL (self), NULL);

  return self->parts[HTAP_DETAIL_PART_REPLICATIONS].data;
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
    tell (self);
}
