/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-group.h"

struct _HtapChangeGroup
{
  GObject parent_instance;
  GPtrArray *changes; /* HtapChange, the newest first; never empty */
};

G_DEFINE_FINAL_TYPE (HtapChangeGroup, htap_change_group, G_TYPE_OBJECT)

static void
htap_change_group_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_CHANGE_GROUP (object)->changes);

  G_OBJECT_CLASS (htap_change_group_parent_class)->finalize (object);
}

static void
htap_change_group_class_init (HtapChangeGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_change_group_finalize;
}

static void
htap_change_group_init (HtapChangeGroup *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * htap_change_groups_new:
 * @changes: of #HtapChange, the newest first
 * @seen: of those that were seen, or of those that were not
 *
 * Returns: (transfer full) (element-type HtapChangeGroup): one for each instance, the one that
 *   changed last first
 */
GPtrArray *
htap_change_groups_new (GListModel *changes, gboolean seen)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known =
      g_hash_table_new (htap_change_hash_subject, htap_change_is_same_subject);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (HtapChange) change = g_list_model_get_item (changes, i);
      HtapChangeGroup *group;

      if (htap_change_get_seen (change) != seen)
        continue;

      group = g_hash_table_lookup (known, change);
      if (group == NULL)
        {
          group = g_object_new (HTAP_TYPE_CHANGE_GROUP, NULL);
          g_hash_table_insert (known, change, group);
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->changes, g_steal_pointer (&change));
    }

  return groups;
}

/**
 * htap_change_group_get_newest:
 *
 * Returns: (transfer none): what has changed last
 */
HtapChange *
htap_change_group_get_newest (HtapChangeGroup *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE_GROUP (self), NULL);

  return self->changes->pdata[0];
}

/**
 * htap_change_group_get_changes:
 *
 * Returns: (transfer none) (element-type HtapChange): the newest first
 */
GPtrArray *
htap_change_group_get_changes (HtapChangeGroup *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE_GROUP (self), NULL);

  return self->changes;
}

/**
 * htap_change_group_says_the_same:
 *
 * Returns: whether both are of the same changes
 */
gboolean
htap_change_group_says_the_same (HtapChangeGroup *self, HtapChangeGroup *other)
{
  g_return_val_if_fail (HTAP_IS_CHANGE_GROUP (self), FALSE);

  if (self->changes->len != other->changes->len)
    return FALSE;

  for (guint i = 0; i < self->changes->len; i++)
    if (self->changes->pdata[i] != other->changes->pdata[i])
      return FALSE;

  return TRUE;
}
