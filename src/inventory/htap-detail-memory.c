/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-memory.h"

#include "htap-instance-detail-private.h"

struct _HtapDetailMemory
{
  HtapClient *client;
  HtapSecretStore *secrets;
  HtapClock *clock;
  HtapDetailChanged changed; /* (nullable) */
  gpointer user_data;
  GPtrArray *details; /* HtapInstanceDetail, what was looked at last at the end */
};

/* Few enough to look through. */
static gboolean
find (HtapDetailMemory *self, HtapInstance *instance, guint *position)
{
  for (guint i = 0; i < self->details->len; i++)
    if (htap_instance_detail_get_instance (self->details->pdata[i]) == instance)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
on_detail_changed (HtapInstanceDetail *detail, HtapDetailMemory *self)
{
  if (self->changed != NULL)
    self->changed (htap_instance_detail_get_instance (detail), detail, self->user_data);
}

/* Nobody waits for what nobody can get any more. */
static void
forget (HtapDetailMemory *self, guint position)
{
  g_autoptr (HtapInstanceDetail) detail = g_ptr_array_steal_index (self->details, position);

  g_signal_handlers_disconnect_by_data (detail, self);
  htap_instance_detail_cancel (detail);
}

/**
 * htap_detail_memory_new:
 * @clock: says how old an answer is
 *
 * Returns: (transfer full): a memory of nothing
 */
HtapDetailMemory *
htap_detail_memory_new (HtapClient *client, HtapSecretStore *secrets, HtapClock *clock)
{
  HtapDetailMemory *self = g_new0 (HtapDetailMemory, 1);

  self->client = g_object_ref (client);
  self->secrets = g_object_ref (secrets);
  self->clock = g_object_ref (clock);
  self->details = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
htap_detail_memory_free (HtapDetailMemory *self)
{
  while (self->details->len > 0)
    forget (self, self->details->len - 1);

  g_ptr_array_unref (self->details);
  g_object_unref (self->client);
  g_object_unref (self->secrets);
  g_object_unref (self->clock);
  g_free (self);
}

/**
 * htap_detail_memory_set_changed:
 * @changed: called when something of a detail may have arrived
 * @user_data: outlives the memory
 */
void
htap_detail_memory_set_changed (HtapDetailMemory *self,
                                HtapDetailChanged changed,
                                gpointer user_data)
{
  self->changed = changed;
  self->user_data = user_data;
}

/**
 * htap_detail_memory_peek:
 *
 * Returns: (transfer none) (nullable): what is remembered of @instance and not too old
 */
HtapInstanceDetail *
htap_detail_memory_peek (HtapDetailMemory *self, HtapInstance *instance)
{
  guint position;

  if (!find (self, instance, &position) ||
      !htap_instance_detail_is_current (self->details->pdata[position]))
    return NULL;

  return self->details->pdata[position];
}

/**
 * htap_detail_memory_get:
 *
 * What was looked at longest ago makes room where there are too many.
 *
 * Returns: (transfer full): what is remembered of @instance, or a new one that asks for nothing by
 *   itself
 */
HtapInstanceDetail *
htap_detail_memory_get (HtapDetailMemory *self, HtapInstance *instance)
{
  HtapInstanceDetail *detail = htap_detail_memory_peek (self, instance);
  guint position;

  if (detail != NULL)
    g_object_ref (detail);
  else
    detail = htap_instance_detail_new (instance, self->client, self->secrets, self->clock);

  if (find (self, instance, &position))
    {
      g_signal_handlers_disconnect_by_data (self->details->pdata[position], self);
      g_ptr_array_remove_index (self->details, position);
    }
  g_signal_connect (detail, "changed", G_CALLBACK (on_detail_changed), self);
  while (self->details->len >= HTAP_DETAIL_MEMORY_MAXIMUM)
    forget (self, 0);
  g_ptr_array_add (self->details, g_object_ref (detail));

  return detail;
}

/**
 * htap_detail_memory_expire:
 *
 * The instances of @source may be made of something else now. Whoever shows one keeps showing what
 * was known until the next answer.
 */
void
htap_detail_memory_expire (HtapDetailMemory *self, HtapSource *source)
{
  for (guint i = 0; i < self->details->len; i++)
    {
      HtapInstance *instance = htap_instance_detail_get_instance (self->details->pdata[i]);

      if (htap_instance_get_source (instance) == source)
        htap_instance_detail_expire (self->details->pdata[i]);
    }
}

/**
 * htap_detail_memory_drop:
 *
 * Forgets the instances of @source, which is no longer looked at.
 */
void
htap_detail_memory_drop (HtapDetailMemory *self, HtapSource *source)
{
  for (guint i = self->details->len; i-- > 0;)
    {
      HtapInstance *instance = htap_instance_detail_get_instance (self->details->pdata[i]);

      if (htap_instance_get_source (instance) == source)
        forget (self, i);
    }
}

guint
htap_detail_memory_get_n (HtapDetailMemory *self)
{
  return self->details->len;
}
