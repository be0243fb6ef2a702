/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-detail.h"

#include "htap-instance-detail-private.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapInstanceDetail, htap_instance_detail, G_TYPE_OBJECT)

static void
part_clear (HtapDetailPart which, HtapDetailPartData *part)
{
  g_clear_error (&part->error);
  htap_instance_detail_free_data (which, part->data);
}

static void
htap_instance_detail_finalize (GObject *object)
{
  HtapInstanceDetail *self = HTAP_INSTANCE_DETAIL (object);

  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    part_clear (i, &self->parts[i]);
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
  self->asked_at = HTAP_INSTANCE_DETAIL_NEVER;
}

/**
 * htap_instance_detail_new:
 * @client: (nullable): %NULL for one that is only told, never asked for
 * @secrets: (nullable): likewise
 * @clock: (nullable): says how old it is
 *
 * Returns: (transfer full): what nobody has asked for yet
 */
HtapInstanceDetail *
htap_instance_detail_new (HtapInstance *instance,
                          HtapClient *client,
                          HtapSecretStore *secrets,
                          HtapClock *clock)
{
  HtapInstanceDetail *self = g_object_new (HTAP_TYPE_INSTANCE_DETAIL, NULL);

  self->instance = g_object_ref (instance);
  g_set_object (&self->client, client);
  g_set_object (&self->secrets, secrets);
  g_set_object (&self->clock, clock);

  return self;
}

void
htap_instance_detail_tell (HtapInstanceDetail *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* @data: (transfer full) (nullable): of that part */
void
htap_instance_detail_free_data (HtapDetailPart part, gpointer data)
{
  if (data != NULL && part == HTAP_DETAIL_PART_DETAIL)
    htap_detail_unref (data);
  else if (data != NULL)
    g_ptr_array_unref (data);
}

/* Puts an answer in its place. What was known before stays where there is nothing to put there.
 * @data: (transfer full) (nullable): %NULL with @error */
void
htap_instance_detail_take (HtapInstanceDetail *self,
                           HtapDetailPart which,
                           gpointer data,
                           const GError *error)
{
  HtapDetailPartData *part = &self->parts[which];

  g_clear_error (&part->error);
  if (data != NULL)
    {
      htap_instance_detail_free_data (which, part->data);
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

  htap_instance_detail_tell (self);
}

/* Returns: (transfer none) */
HtapInstance *
htap_instance_detail_get_instance (HtapInstanceDetail *self)
{
  return self->instance;
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
