/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"
#include "htap-refresh-private.h"

/* Asking the cloud: refreshes that run side by side, and whose answer counts. */

/* Another profile may read the same rows, and more recently. */
static HtapFieldSet
hand_over (HtapInventory *self, HtapSource *source)
{
  if (htap_source_get_state (source) == HTAP_SOURCE_FRESH)
    return 0;

  return htap_instance_list_hand_over (self->instances, source);
}

/* Whose answer counts for a source: the newest refresh that asks for it. */
static gboolean
is_owner (HtapInventory *self, HtapRefresh *refresh, HtapSource *source)
{
  return g_hash_table_lookup (self->owners, source) == refresh;
}

static void
on_refresh_answered (HtapRefresh *refresh,
                     HtapSource *source,
                     HtapAnswer *answer,
                     const GError *error,
                     gpointer user_data)
{
  HtapInventory *self = user_data;

  if (!is_owner (self, refresh, source))
    {
      g_clear_pointer (&answer, htap_answer_free);
      return;
    }

  g_hash_table_remove (self->owners, source);
  if (answer != NULL)
    htap_merge_queue_push (self->queue, source, answer);
  else
    htap_merge_queue_push_error (self->queue, source, error);
}

static void
on_refresh_notify_finished (HtapInventory *self, GParamSpec *pspec, HtapRefresh *refresh)
{
  htap_merge_queue_flush (self->queue);

  g_object_ref (refresh);
  g_signal_handlers_disconnect_by_data (refresh, self);
  g_ptr_array_remove (self->running, refresh);
  htap_inventory_tell_refresh (self);
  g_object_unref (refresh);
}

/* Returns: the fields that changed in rows that stay. */
HtapFieldSet
htap_inventory_drop_source (HtapInventory *self, HtapSource *source)
{
  HtapRefresh *owner = g_hash_table_lookup (self->owners, source);

  if (owner != NULL)
    htap_refresh_drop_source (owner, source);
  g_hash_table_remove (self->owners, source);
  htap_merge_queue_forget (self->queue, source);

  return htap_instance_list_remove_source (self->instances, source);
}

/* The newest refresh takes a source over; an older one that still asks for it lets go. */
static void
own_sources (HtapInventory *self, HtapRefresh *refresh, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      HtapSource *source = sources->pdata[i];
      HtapRefresh *previous = g_hash_table_lookup (self->owners, source);

      g_hash_table_insert (self->owners, g_object_ref (source), refresh);
      if (previous != NULL)
        htap_refresh_drop_source (previous, source);
      htap_source_begin (source);
    }
}

static GPtrArray *
dup_all_sources (HtapInventory *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->sources));

  for (guint i = 0; i < n_sources; i++)
    g_ptr_array_add (all, g_list_model_get_item (G_LIST_MODEL (self->sources), i));

  return all;
}

/* @sources: (nullable): as for htap_inventory_refresh() */
static HtapRefresh *
begin_refresh (HtapInventory *self, GPtrArray *sources, gboolean quiet)
{
  g_autoptr (GPtrArray) asked =
      sources != NULL ? g_ptr_array_ref (sources) : dup_all_sources (self);
  HtapRefresh *refresh;

  if (asked->len == 0)
    return NULL;

  /* What arrived before counts before what is asked from now on. */
  htap_merge_queue_flush (self->queue);
  refresh = htap_refresh_new (self->client, self->secrets, asked, on_refresh_answered, self);
  htap_refresh_set_quiet (refresh, quiet);
  g_ptr_array_add (self->running, refresh);
  g_signal_connect_swapped (refresh, "notify::finished", G_CALLBACK (on_refresh_notify_finished),
                            self);
  own_sources (self, refresh, asked);
  htap_refresh_start (refresh);
  htap_inventory_tell_refresh (self);

  return refresh;
}

/**
 * htap_inventory_refresh:
 * @sources: (nullable) (element-type HtapSource): %NULL for all
 *
 * Asks the cloud, as a person wishes. A source that a running refresh still asks for is asked anew,
 * and what was refused before is worth one more try.
 *
 * Returns: (transfer none) (nullable): the refresh, also the `refresh` property until it is
 *   finished; %NULL if there is nothing to ask
 */
HtapRefresh *
htap_inventory_refresh (HtapInventory *self, GPtrArray *sources)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  htap_client_forgive (self->client, NULL);

  return begin_refresh (self, sources, FALSE);
}

/**
 * htap_inventory_refresh_quietly:
 * @sources: (nullable) (element-type HtapSource): %NULL for all
 *
 * Asks the cloud without anybody having asked for it: what was refused before is not tried again,
 * for too many refusals lock a key.
 *
 * Returns: (transfer none) (nullable): as htap_inventory_refresh()
 */
HtapRefresh *
htap_inventory_refresh_quietly (HtapInventory *self, GPtrArray *sources)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return begin_refresh (self, sources, TRUE);
}

/**
 * htap_inventory_get_refresh:
 *
 * Returns: (transfer none) (nullable): the newest refresh that still runs
 */
HtapRefresh *
htap_inventory_get_refresh (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return self->running->len > 0 ? self->running->pdata[self->running->len - 1] : NULL;
}

/**
 * htap_inventory_stop:
 *
 * Ends every running refresh at once; what has arrived stays.
 */
void
htap_inventory_stop (HtapInventory *self)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));

  for (guint i = 0; i < self->running->len; i++)
    htap_refresh_stop (self->running->pdata[i]);
  htap_merge_queue_flush (self->queue);
}

/**
 * htap_inventory_tick:
 *
 * Lets what is known grow old; called once a minute by whoever shows ages.
 */
void
htap_inventory_tick (HtapInventory *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  HtapFieldSet changed = 0;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      htap_source_tick (source, now);
      changed |= hand_over (self, source);
    }

  htap_inventory_tell_changed (self, changed);
}
