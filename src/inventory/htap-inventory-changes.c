/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes-private.h"
#include "htap-inventory-private.h"

/* What has changed, and what somebody has seen of it. */

/**
 * htap_inventory_get_changes:
 *
 * Returns: (transfer none): what has changed, the newest first; up to date whenever `merged` is
 *   emitted
 */
HtapChanges *
htap_inventory_get_changes (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return self->changes;
}

/**
 * htap_inventory_find_changed:
 *
 * Returns: (transfer none) (nullable): the instance that @change is of, listed or no longer; %NULL
 *   if it is not in the list of instances
 */
HtapInstance *
htap_inventory_find_changed (HtapInventory *self, HtapChange *change)
{
  const HtapChangeFacts *facts;

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  facts = htap_change_get_facts (change);

  return htap_instance_list_find (self->instances, facts->region, facts->taurus_id, facts->id);
}

/**
 * htap_inventory_get_n_listed:
 *
 * Returns: how many instances there are, without those that are no longer listed and that nobody
 *   has seen to be gone
 */
guint
htap_inventory_get_n_listed (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), 0);

  return htap_instance_list_get_n_listed (self->instances);
}

/* What is gone and seen leaves the list. */
static void
dismiss (HtapInventory *self)
{
  htap_instance_list_dismiss_seen (self->instances);
  htap_inventory_tell_merged (self, 0);
}

/**
 * htap_inventory_mark_changes_seen:
 * @of: (nullable): one of the instance whose changes somebody has seen; %NULL: those of all
 *
 * Marks go, and instances that are no longer listed leave the list. Emits `merged`.
 */
void
htap_inventory_mark_changes_seen (HtapInventory *self, HtapChange *of)
{
  G_GNUC_UNUSED g_autoptr (HtapChange) held = of != NULL ? g_object_ref (of) : NULL;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  if (!htap_changes_mark_seen (self->changes, of))
    return;

  htap_inventory_keep_seen (self, of);
  dismiss (self);
}

/**
 * htap_inventory_mark_instance_seen:
 *
 * htap_inventory_mark_changes_seen() for @instance. One that has not changed stays as it is.
 */
void
htap_inventory_mark_instance_seen (HtapInventory *self, HtapInstance *instance)
{
  HtapChange *any;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  any = htap_changes_find_any (self->changes, instance);
  if (any != NULL)
    htap_inventory_mark_changes_seen (self, any);
}

/* @profile: (nullable): uuid of one that is removed; %NULL: nothing is to stay of any */
void
htap_inventory_forget_changes (HtapInventory *self, const char *profile)
{
  /* In the file they may be, too, though nobody has read it yet. */
  if (profile != NULL)
    htap_inventory_know_kept (self);
  if (!htap_changes_forget (self->changes, profile))
    return;

  if (profile != NULL)
    htap_inventory_keep_rest (self);
  dismiss (self);
}
