/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-list.h"

#include "htap-changes-private.h"
#include "htap-instance-list-private.h"
#include "htap-instance-share.h"

static void htap_instance_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapInstanceList,
                               htap_instance_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      htap_instance_list_model_init))

/* Names the TaurusDB instance, whoever looks at it. */
static char *
dup_database (HtapSource *source)
{
  return g_strdup_printf ("%s:%s", htap_source_get_region (source),
                          htap_source_get_taurus_id (source));
}

/* Something else is known of @instance. */
void
htap_instance_list_touch (HtapInstanceList *self, HtapInstance *instance)
{
  if (self->touched != NULL)
    htap_touched_add_instance (self->touched, instance);
}

/* Returns: (transfer none): id → HtapInstance, of what @source lists; both borrowed */
GHashTable *
htap_instance_list_get_instances_of (HtapInstanceList *self, HtapSource *source)
{
  GHashTable *by_id = g_hash_table_lookup (self->by_source, source);

  if (by_id == NULL)
    {
      by_id = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->by_source, g_object_ref (source), by_id);
    }

  return by_id;
}

/* Returns: (transfer none): likewise, of what its TaurusDB instance has, whoever lists it */
GHashTable *
htap_instance_list_get_database (HtapInstanceList *self, HtapSource *source)
{
  g_autofree char *database = dup_database (source);
  GHashTable *by_id = g_hash_table_lookup (self->by_database, database);

  if (by_id == NULL)
    {
      by_id = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->by_database, g_steal_pointer (&database), by_id);
    }

  return by_id;
}

static void
forget (HtapInstanceList *self, HtapInstance *instance)
{
  g_autofree char *name = dup_database (htap_instance_get_source (instance));
  GHashTable *database = g_hash_table_lookup (self->by_database, name);

  g_hash_table_remove (database, htap_instance_get_id (instance));
  if (g_hash_table_size (database) == 0)
    g_hash_table_remove (self->by_database, name);
}

/* Takes the instances of the set @gone out, from the end, one signal for each run of neighbours. */
void
htap_instance_list_remove (HtapInstanceList *self, GHashTable *gone)
{
  guint end = g_hash_table_size (gone) > 0 ? self->instances->len : 0;

  while (end > 0)
    {
      g_autoptr (GPtrArray) run = NULL;
      guint start = end;

      while (start > 0 && g_hash_table_contains (gone, self->instances->pdata[start - 1]))
        start--;

      if (start == end)
        {
          end--;
          continue;
        }

      run = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = start; i < end; i++)
        {
          g_ptr_array_add (run, g_object_ref (self->instances->pdata[i]));
          forget (self, self->instances->pdata[i]);
          g_hash_table_remove (self->gone, self->instances->pdata[i]);
        }
      g_ptr_array_remove_range (self->instances, start, end - start);
      g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
      for (guint i = 0; i < run->len; i++)
        htap_instance_set_listed (run->pdata[i], FALSE);
      end = start;
    }
}

/* Appends them, with one signal. */
void
htap_instance_list_add (HtapInstanceList *self, GPtrArray *added)
{
  guint position = self->instances->len;
  guint n_added = added->len;

  if (n_added == 0)
    return;

  g_ptr_array_extend_and_steal (self->instances, g_ptr_array_ref (added));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_added);
}

static GType
htap_instance_list_get_item_type (GListModel *model)
{
  return HTAP_TYPE_INSTANCE;
}

static guint
htap_instance_list_get_n_items (GListModel *model)
{
  return HTAP_INSTANCE_LIST (model)->instances->len;
}

static gpointer
htap_instance_list_get_item (GListModel *model, guint position)
{
  HtapInstanceList *self = HTAP_INSTANCE_LIST (model);

  return position < self->instances->len ? g_object_ref (self->instances->pdata[position]) : NULL;
}

static void
htap_instance_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = htap_instance_list_get_item_type;
  iface->get_n_items = htap_instance_list_get_n_items;
  iface->get_item = htap_instance_list_get_item;
}

static void
htap_instance_list_finalize (GObject *object)
{
  HtapInstanceList *self = HTAP_INSTANCE_LIST (object);

  g_hash_table_unref (self->by_source);
  g_hash_table_unref (self->by_database);
  g_hash_table_unref (self->gone);
  g_clear_object (&self->changes);
  g_ptr_array_unref (self->instances);

  G_OBJECT_CLASS (htap_instance_list_parent_class)->finalize (object);
}

static void
htap_instance_list_class_init (HtapInstanceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_instance_list_finalize;
}

static void
htap_instance_list_init (HtapInstanceList *self)
{
  self->instances = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_source =
      g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_hash_table_unref);
  self->by_database =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->gone = g_hash_table_new (NULL, NULL);
}

HtapInstanceList *
htap_instance_list_new (void)
{
  return g_object_new (HTAP_TYPE_INSTANCE_LIST, NULL);
}

/**
 * htap_instance_list_set_changes:
 * @changes: told of what each answer changes, from now on
 */
void
htap_instance_list_set_changes (HtapInstanceList *self, HtapChanges *changes)
{
  g_return_if_fail (HTAP_IS_INSTANCE_LIST (self));

  g_set_object (&self->changes, changes);
}

/**
 * htap_instance_list_set_touched:
 * @touched: (nullable): outlives the list, or the next call; what is another for an answer is noted
 *   there, from now on
 */
void
htap_instance_list_set_touched (HtapInstanceList *self, HtapTouched *touched)
{
  g_return_if_fail (HTAP_IS_INSTANCE_LIST (self));

  self->touched = touched;
}

/**
 * htap_instance_list_touch_source:
 * @source: one of which something else is known
 * @before: its state until now
 *
 * In another state, it says something else of all its instances.
 */
void
htap_instance_list_touch_source (HtapInstanceList *self, HtapSource *source, HtapSourceState before)
{
  GHashTable *by_id;
  GHashTableIter iter;
  gpointer instance;

  g_return_if_fail (HTAP_IS_INSTANCE_LIST (self));

  if (self->touched == NULL)
    return;

  htap_touched_add_source (self->touched, source);
  by_id = htap_source_get_state (source) != before ? g_hash_table_lookup (self->by_source, source)
                                                   : NULL;
  if (by_id == NULL)
    return;

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, &instance))
    htap_touched_add_instance (self->touched, instance);
}

/**
 * htap_instance_list_get_n_listed:
 *
 * Returns: how many there are, without those that are no longer listed
 */
guint
htap_instance_list_get_n_listed (HtapInstanceList *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), 0);

  return self->instances->len - g_hash_table_size (self->gone);
}

/**
 * htap_instance_list_find:
 *
 * Returns: (transfer none) (nullable): the instance by that name, listed or no longer
 */
HtapInstance *
htap_instance_list_find (HtapInstanceList *self,
                         const char *region,
                         const char *taurus_id,
                         const char *id)
{
  g_autofree char *name = NULL;
  GHashTable *database;

  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), NULL);

  name = g_strdup_printf ("%s:%s", region, taurus_id);
  database = g_hash_table_lookup (self->by_database, name);

  return database != NULL ? g_hash_table_lookup (database, id) : NULL;
}

/**
 * htap_instance_list_hand_over:
 * @source: one that failed, or grew old
 *
 * Lets a fresh source take over the rows that show @source, where there is one.
 *
 * Returns: the fields in which any instance has changed
 */
HtapFieldSet
htap_instance_list_hand_over (HtapInstanceList *self, HtapSource *source)
{
  GHashTable *by_id;
  GHashTableIter iter;
  gpointer instance;
  HtapFieldSet changed = 0;

  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), 0);

  by_id = g_hash_table_lookup (self->by_source, source);
  if (by_id == NULL)
    return 0;

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, &instance))
    {
      HtapFieldSet news = htap_instance_share_hand_over (instance, source);

      changed |= news;
      if (news != 0)
        htap_instance_list_touch (self, instance);
    }

  return changed;
}

/* Returns: (transfer full): set of those that are no longer listed: of @source, or those that
 * somebody has seen to be gone */
static GHashTable *
collect_gone (HtapInstanceList *self, HtapSource *source)
{
  GHashTable *collected = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer instance;

  g_hash_table_iter_init (&iter, self->gone);
  while (g_hash_table_iter_next (&iter, &instance, NULL))
    if (source != NULL
            ? htap_instance_get_source (instance) == source
            : htap_changes_find_unseen_kind (self->changes, instance, HTAP_CHANGE_GONE) == NULL)
      g_hash_table_add (collected, instance);

  return collected;
}

/**
 * htap_instance_list_remove_source:
 *
 * Takes every instance of a source out that is no longer read, unless another source lists it.
 *
 * Returns: as htap_instance_list_merge()
 */
HtapFieldSet
htap_instance_list_remove_source (HtapInstanceList *self, HtapSource *source)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GHashTable) gone = NULL;
  const HtapListing listing = { source, nothing, 0 };
  HtapFieldSet changed;

  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), 0);

  gone = collect_gone (self, source);
  htap_instance_list_remove (self, gone);
  if (!g_hash_table_contains (self->by_source, source))
    return 0;

  changed = htap_instance_list_merge (self, &listing, 1);
  g_hash_table_remove (self->by_source, source);

  return changed;
}

/**
 * htap_instance_list_restore_gone:
 * @source: the last one that listed it
 * @record: what was last known of it
 * @since: when an answer first did not list it any more, seconds since 1970 UTC
 *
 * Shows one that went in an earlier run of the program, and that nobody has seen to be gone.
 *
 * Returns: %FALSE if it is there already
 */
gboolean
htap_instance_list_restore_gone (HtapInstanceList *self,
                                 HtapSource *source,
                                 HtapRecord *record,
                                 gint64 since)
{
  GHashTable *database;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  HtapInstance *instance;

  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), FALSE);

  database = htap_instance_list_get_database (self, source);
  if (g_hash_table_contains (database, htap_record_get_text (record, HTAP_TEXT_ID)))
    return FALSE;

  instance = htap_instance_new (source, record);
  htap_instance_set_gone_since (instance, since);
  g_hash_table_insert (database, (char *) htap_instance_get_id (instance), instance);
  g_hash_table_add (self->gone, instance);
  g_ptr_array_add (added, instance);
  htap_instance_list_add (self, added);

  return TRUE;
}

/**
 * htap_instance_list_dismiss_seen:
 *
 * Takes those out that are no longer listed and of which nobody needs to be told that they are gone
 * any more: it was seen, or is forgotten.
 *
 * Returns: whether there were any
 */
gboolean
htap_instance_list_dismiss_seen (HtapInstanceList *self)
{
  g_autoptr (GHashTable) seen = NULL;

  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), FALSE);

  seen = collect_gone (self, NULL);
  htap_instance_list_remove (self, seen);

  return g_hash_table_size (seen) > 0;
}
