/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-discovery-private.h"

/* How a discovery's last attempt went, which its stand-in keeps, and what it listed. */

/* What every change of state tells, once each. */
static void
notify_state (HtapDiscovery *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify (object, "state");
  g_object_notify (object, "loading");
  g_object_notify (object, "as-of");
  g_object_notify (object, "n-taurus");
  g_object_thaw_notify (object);
}

/* Returns: (transfer full): a set of the ids in @taurus, which are borrowed */
static GHashTable *
collect_ids (GPtrArray *taurus)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < taurus->len; i++)
    g_hash_table_add (ids, (char *) htap_taurus_get_id (taurus->pdata[i]));

  return ids;
}

/* Who is missing in a list that is not complete is not gone for sure. */
static void
replace_lists (HtapDiscovery *self, GPtrArray *taurus, gboolean complete)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->taurus);
  g_autoptr (GPtrArray) gone_before = g_steal_pointer (&self->gone);
  g_autoptr (GHashTable) listed = collect_ids (taurus);
  GPtrArray *missing_to;

  self->taurus = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);
  missing_to = complete ? self->gone : self->taurus;

  for (guint i = 0; i < taurus->len; i++)
    g_ptr_array_add (self->taurus, htap_taurus_ref (taurus->pdata[i]));
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (listed, htap_taurus_get_id (before->pdata[i])))
      g_ptr_array_add (missing_to, htap_taurus_ref (before->pdata[i]));
  for (guint i = 0; i < gone_before->len; i++)
    if (!g_hash_table_contains (listed, htap_taurus_get_id (gone_before->pdata[i])))
      g_ptr_array_add (self->gone, htap_taurus_ref (gone_before->pdata[i]));
}

HtapSourceState
htap_discovery_get_state (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), HTAP_SOURCE_NEVER);

  return htap_source_get_state (self->stand_in);
}

/**
 * htap_discovery_is_loading:
 *
 * Returns: whether it is being asked, whatever is known
 */
gboolean
htap_discovery_is_loading (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), FALSE);

  return htap_source_is_loading (self->stand_in);
}

/**
 * htap_discovery_get_as_of:
 *
 * Returns: when the project was last listed, seconds since 1970 UTC; 0 if it never was
 */
gint64
htap_discovery_get_as_of (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), 0);

  return htap_source_get_as_of (self->stand_in);
}

/**
 * htap_discovery_get_error:
 *
 * Returns: (transfer none) (nullable): why the last attempt failed
 */
const GError *
htap_discovery_get_error (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return htap_source_get_error (self->stand_in);
}

/**
 * htap_discovery_is_complete:
 *
 * Returns: whether the last list told of everything, as far as it said so itself
 */
gboolean
htap_discovery_is_complete (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), FALSE);

  return self->complete;
}

/**
 * htap_discovery_begin:
 *
 * An attempt has begun. The last error stays until the attempt is over.
 */
void
htap_discovery_begin (HtapDiscovery *self)
{
  g_return_if_fail (HTAP_IS_DISCOVERY (self));

  htap_source_begin (self->stand_in);
  notify_state (self);
}

static void
take_list (HtapDiscovery *self, GPtrArray *taurus, gboolean complete)
{
  self->complete = complete;
  replace_lists (self, taurus, complete);
  for (guint i = 0; i < taurus->len; i++)
    g_hash_table_replace (self->known, (char *) htap_taurus_get_id (taurus->pdata[i]),
                          htap_taurus_ref (taurus->pdata[i]));
}

/**
 * htap_discovery_succeed:
 * @now: seconds since 1970 UTC
 * @taurus: (element-type HtapTaurus): each once; kept
 * @complete: whether that is all; if not, who is missing is taken to be still there
 */
void
htap_discovery_succeed (HtapDiscovery *self, gint64 now, GPtrArray *taurus, gboolean complete)
{
  g_return_if_fail (HTAP_IS_DISCOVERY (self));

  take_list (self, taurus, complete);
  htap_source_succeed (self->stand_in, now, -1, -1, 0, NULL);
  notify_state (self);
}

/**
 * htap_discovery_restore:
 * @as_of: when the project was listed, seconds since 1970 UTC; not 0
 * @taurus: (element-type HtapTaurus): each once; kept
 * @complete: whether that was all
 *
 * What is known now was listed by an earlier run of the program: it is stale until it is listed
 * again.
 */
void
htap_discovery_restore (HtapDiscovery *self, gint64 as_of, GPtrArray *taurus, gboolean complete)
{
  g_return_if_fail (HTAP_IS_DISCOVERY (self));

  take_list (self, taurus, complete);
  htap_source_restore (self->stand_in, as_of, -1, -1, 0, NULL);
  notify_state (self);
}

/**
 * htap_discovery_fail:
 * @error: why; copied
 *
 * The attempt failed. What is known stays.
 */
void
htap_discovery_fail (HtapDiscovery *self, const GError *error)
{
  g_return_if_fail (HTAP_IS_DISCOVERY (self));
  g_return_if_fail (error != NULL);

  htap_source_fail (self->stand_in, error);
  notify_state (self);
}

/**
 * htap_discovery_abandon:
 *
 * The attempt was stopped: as if there had been none.
 */
void
htap_discovery_abandon (HtapDiscovery *self)
{
  g_return_if_fail (HTAP_IS_DISCOVERY (self));

  htap_source_abandon (self->stand_in);
  notify_state (self);
}
