/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/* Asking the cloud: refreshes that run side by side, and whose answer counts. */

/* Another profile may read the same rows, and more recently. */
static HtapFieldSet
hand_over (HtapInventory *self, HtapSource *source)
{
  if (htap_source_get_state (source) == HTAP_SOURCE_FRESH)
    return 0;

  return htap_instance_list_hand_over (self->instances, source);
}

/* Whether the answer of @refresh counts for @item: the newest refresh that asks for it does. It has
 * answered now. */
gboolean
htap_inventory_take_over (HtapInventory *self, HtapRefresh *refresh, gpointer item)
{
  return g_hash_table_lookup (self->owners, item) == refresh &&
         g_hash_table_remove (self->owners, item);
}

static void
on_refresh_answered (HtapRefresh *refresh,
                     HtapSource *source,
                     HtapAnswer *answer,
                     const GError *error,
                     gpointer user_data)
{
  HtapInventory *self = user_data;

  if (!htap_inventory_take_over (self, refresh, source))
    g_clear_pointer (&answer, htap_answer_free);
  else if (answer != NULL)
    {
      htap_detail_memory_expire (self->details, source);
      htap_merge_queue_push (self->queue, source, answer);
    }
  else
    htap_merge_queue_push_error (self->queue, source, error);
}

static void
end (HtapInventory *self, HtapRefresh *refresh)
{
  g_object_ref (refresh);
  g_signal_handlers_disconnect_by_data (refresh, self);
  g_ptr_array_remove (self->running, refresh);
  htap_inventory_tell_refresh (self);
  g_object_unref (refresh);
}

/* Not while answers wait: who is told of the end sees what it brought. */
void
htap_inventory_end_finished (HtapInventory *self)
{
  g_autoptr (GPtrArray) finished = g_ptr_array_new_with_free_func (g_object_unref);

  if (!htap_merge_queue_is_empty (self->queue))
    return;

  for (guint i = 0; i < self->running->len; i++)
    if (htap_refresh_is_finished (self->running->pdata[i]))
      g_ptr_array_add (finished, g_object_ref (self->running->pdata[i]));

  for (guint i = 0; i < finished->len; i++)
    if (g_ptr_array_find (self->running, finished->pdata[i], NULL))
      end (self, finished->pdata[i]);
}

static void
on_refresh_notify_finished (HtapInventory *self)
{
  htap_merge_queue_hurry (self->queue);
  htap_inventory_end_finished (self);
}

/* No answer counts any more for what is no longer looked at. */
void
htap_inventory_let_go (HtapInventory *self, gpointer item)
{
  HtapRefresh *owner = g_hash_table_lookup (self->owners, item);

  if (owner != NULL)
    htap_refresh_drop (owner, item);
  g_hash_table_remove (self->owners, item);
}

/* Returns: the fields that changed in rows that stay. */
HtapFieldSet
htap_inventory_drop_source (HtapInventory *self, HtapSource *source)
{
  htap_inventory_let_go (self, source);
  htap_merge_queue_forget (self->queue, source);
  htap_detail_memory_drop (self->details, source);

  return htap_instance_list_remove_source (self->instances, source);
}

/* The newest refresh takes sources and discoveries over; an older one that still asks for them lets
 * go. */
void
htap_inventory_own (HtapInventory *self, HtapRefresh *refresh, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = items->pdata[i];
      HtapRefresh *previous = g_hash_table_lookup (self->owners, item);

      g_hash_table_insert (self->owners, g_object_ref (item), refresh);
      if (previous != NULL)
        htap_refresh_drop (previous, item);
      if (HTAP_IS_SOURCE (item))
        htap_source_begin (item);
      else
        htap_discovery_begin (item);
    }
}

/* Whether a refresh that was begun after @refresh asks for @source. */
gboolean
htap_inventory_is_asked_later (HtapInventory *self, HtapRefresh *refresh, HtapSource *source)
{
  HtapRefresh *owner = g_hash_table_lookup (self->owners, source);
  guint position = 0;
  guint its_position = 0;

  return owner != NULL && g_ptr_array_find (self->running, refresh, &position) &&
         g_ptr_array_find (self->running, owner, &its_position) && its_position > position;
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

/* What comes in from a refresh, with or without a sweep over what it finds. */
static const HtapRefreshListener sweep = {
  on_refresh_answered,
  htap_inventory_on_discovered,
  htap_inventory_on_named,
};
static const HtapRefreshListener look = {
  on_refresh_answered,
  htap_inventory_on_listed,
  htap_inventory_on_named,
};

static HtapRefresh *
begin (HtapInventory *self,
       GPtrArray *sources,
       GPtrArray *discoveries,
       const HtapRefreshListener *listener,
       gboolean quiet)
{
  HtapRefresh *refresh;

  self->asked = TRUE;
  if (sources->len == 0 && discoveries->len == 0)
    return NULL;

  /* What arrived before counts before what is asked from now on. */
  htap_merge_queue_flush (self->queue);
  refresh = htap_refresh_new (self->client, self->secrets, sources, discoveries, listener, self);
  htap_refresh_set_quiet (refresh, quiet);
  g_ptr_array_add (self->running, refresh);
  g_signal_connect_swapped (refresh, "notify::finished", G_CALLBACK (on_refresh_notify_finished),
                            self);
  htap_inventory_own (self, refresh, sources);
  htap_inventory_own (self, refresh, discoveries);
  htap_refresh_start (refresh);
  htap_inventory_tell_refresh (self);

  return refresh;
}

/* By itself, so what the network seems to be gone for is left alone. */
static HtapRefresh *
begin_reachable (HtapInventory *self, GPtrArray *sources, GPtrArray *discoveries, gboolean quiet)
{
  g_autoptr (GPtrArray) reachable_sources = htap_inventory_collect_reachable (self, sources);
  g_autoptr (GPtrArray) reachable_discoveries =
      htap_inventory_collect_reachable (self, discoveries);

  return begin (self, reachable_sources, reachable_discoveries, &sweep, quiet);
}

/* @profiles: (nullable): %NULL for all */
static HtapRefresh *
begin_profiles (HtapInventory *self, GPtrArray *profiles)
{
  g_autoptr (GPtrArray) discoveries = htap_inventory_collect_discoveries (self, profiles);
  g_autoptr (GPtrArray) sources = htap_inventory_collect_sources (self, profiles);

  return begin (self, sources, discoveries, &sweep, FALSE);
}

static HtapRefresh *
begin_all_reachable (HtapInventory *self, gboolean quiet)
{
  g_autoptr (GPtrArray) discoveries = htap_inventory_collect_discoveries (self, NULL);
  g_autoptr (GPtrArray) sources = htap_inventory_collect_sources (self, NULL);

  return begin_reachable (self, sources, discoveries, quiet);
}

/* What nobody has asked for yet, nor is asking. A program that was started only to tell what is known
 * already, and has asked for nothing at all, still does not. */
void
htap_inventory_refresh_new (HtapInventory *self)
{
  g_autoptr (GPtrArray) discoveries = NULL;
  g_autoptr (GPtrArray) sources = NULL;

  if (!self->asked)
    return;

  discoveries = htap_inventory_collect_discoveries (self, NULL);
  sources = dup_all_sources (self);
  for (guint i = discoveries->len; i-- > 0;)
    if (htap_discovery_get_state (discoveries->pdata[i]) != HTAP_SOURCE_NEVER)
      g_ptr_array_remove_index (discoveries, i);

  for (guint i = sources->len; i-- > 0;)
    {
      HtapDiscovery *discovery = htap_inventory_find_discovery (self, sources->pdata[i]);

      /* A project's sources are asked once it is listed. */
      if (htap_source_get_state (sources->pdata[i]) != HTAP_SOURCE_NEVER ||
          (discovery != NULL && htap_discovery_get_as_of (discovery) == 0))
        g_ptr_array_remove_index (sources, i);
    }

  begin_reachable (self, sources, discoveries, TRUE);
}

/**
 * htap_inventory_refresh:
 * @sources: (nullable) (element-type HtapSource): %NULL for everything
 *
 * Asks the cloud, as a person wishes. A source that a running refresh still asks for is asked anew,
 * and what was refused before is worth one more try. For everything, each project that a profile
 * discovers is listed first; what is found becomes sources, and is asked, while it runs.
 *
 * Returns: (transfer none) (nullable): the refresh, also the `refresh` property until it is
 *   finished; %NULL if there is nothing to ask
 */
HtapRefresh *
htap_inventory_refresh (HtapInventory *self, GPtrArray *sources)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  htap_client_forgive (self->client, NULL);

  return sources != NULL ? begin (self, sources, nothing, &sweep, FALSE)
                         : begin_profiles (self, NULL);
}

/**
 * htap_inventory_refresh_reachable:
 *
 * Like htap_inventory_refresh() for everything, at the start: nobody has asked by hand, so what needs
 * a network that seems to be gone is left alone until it is back.
 *
 * Returns: (transfer none) (nullable): as htap_inventory_refresh()
 */
HtapRefresh *
htap_inventory_refresh_reachable (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return begin_all_reachable (self, FALSE);
}

/**
 * htap_inventory_refresh_profiles:
 * @profiles: (element-type HtapProfile): those to read
 *
 * Like htap_inventory_refresh() for everything, as far as @profiles see it.
 *
 * Returns: (transfer none) (nullable): as htap_inventory_refresh()
 */
HtapRefresh *
htap_inventory_refresh_profiles (HtapInventory *self, GPtrArray *profiles)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  for (guint i = 0; i < profiles->len; i++)
    htap_client_forgive (self->client, profiles->pdata[i]);

  return begin_profiles (self, profiles);
}

/**
 * htap_inventory_discover:
 * @profiles: (element-type HtapProfile): those that look
 *
 * Lists the TaurusDB instances of the projects that @profiles discover, and asks none of them for
 * its HTAP instances.
 *
 * Returns: (transfer none) (nullable): as htap_inventory_refresh()
 */
HtapRefresh *
htap_inventory_discover (HtapInventory *self, GPtrArray *profiles)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) discoveries = NULL;

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  for (guint i = 0; i < profiles->len; i++)
    htap_client_forgive (self->client, profiles->pdata[i]);
  discoveries = htap_inventory_collect_discoveries (self, profiles);

  return begin (self, nothing, discoveries, &look, FALSE);
}

/**
 * htap_inventory_refresh_quietly:
 * @sources: (nullable) (element-type HtapSource): %NULL for everything
 *
 * Asks the cloud without anybody having asked for it: what was refused before is not tried again,
 * for too many refusals lock a key; and what needs a network that seems to be gone is left alone.
 *
 * Returns: (transfer none) (nullable): as htap_inventory_refresh()
 */
HtapRefresh *
htap_inventory_refresh_quietly (HtapInventory *self, GPtrArray *sources)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return sources != NULL ? begin_reachable (self, sources, nothing, TRUE)
                         : begin_all_reachable (self, TRUE);
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
  gboolean looks = htap_findings_is_due (self->findings, now);

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      looks = htap_source_tick (source, now) || looks;
      changed |= hand_over (self, source);
    }

  if (looks)
    htap_inventory_look_at_everything (self);
  htap_inventory_tell_changed (self, changed);
}
