/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-list.h"

#include "htap-instance-share.h"

struct _HtapInstanceList
{
  GObject parent_instance;
  GPtrArray *instances;    /* HtapInstance, in the order they were first seen */
  GHashTable *by_source;   /* HtapSource -> GHashTable: id -> HtapInstance, both borrowed */
  GHashTable *by_database; /* of get_database(); likewise, whichever source lists it */
};

static void htap_instance_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapInstanceList,
                               htap_instance_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      htap_instance_list_model_init))

/* One merge in the making. */
typedef struct
{
  HtapInstanceList *list;
  HtapFieldSet changed;
  GPtrArray *added; /* HtapInstance */
  GHashTable *gone; /* set of HtapInstance */
} Merge;

/* Names the TaurusDB instance, whoever looks at it. */
static char *
dup_database (HtapSource *source)
{
  return g_strdup_printf ("%s:%s", htap_source_get_region (source),
                          htap_source_get_taurus_id (source));
}

static GHashTable *
get_instances_of (HtapInstanceList *self, HtapSource *source)
{
  GHashTable *by_id = g_hash_table_lookup (self->by_source, source);

  if (by_id == NULL)
    {
      by_id = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->by_source, g_object_ref (source), by_id);
    }

  return by_id;
}

static GHashTable *
get_database (HtapInstanceList *self, HtapSource *source)
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
remember (GHashTable *by_id, HtapInstance *instance)
{
  g_hash_table_insert (by_id, (char *) htap_instance_get_id (instance), instance);
}

/* Returns: whether @source listed it before */
static gboolean
merge_record (Merge *merge, GHashTable *by_id, HtapSource *source, HtapRecord *record)
{
  const char *id = htap_record_get_text (record, HTAP_TEXT_ID);
  HtapInstance *instance = g_hash_table_lookup (by_id, id);
  GHashTable *database;

  if (instance != NULL)
    {
      merge->changed |= htap_instance_share_take_in (instance, source, record);
      return TRUE;
    }

  database = get_database (merge->list, source);
  instance = g_hash_table_lookup (database, id);
  if (instance == NULL)
    {
      instance = htap_instance_new (source, record);
      g_ptr_array_add (merge->added, instance);
      remember (database, instance);
    }
  else if (g_hash_table_remove (merge->gone, instance))
    merge->changed |= htap_instance_share_move (instance, source, record);
  else
    merge->changed |= htap_instance_share_take_in (instance, source, record);
  remember (by_id, instance);

  return FALSE;
}

static void
let_go (Merge *merge, HtapInstance *instance, HtapSource *source)
{
  HtapFieldSet changed = htap_instance_share_let_go (instance, source);

  merge->changed |= changed;
  if (changed == 0)
    g_hash_table_add (merge->gone, instance);
}

static void
let_go_of_others (Merge *merge, GHashTable *by_id, const HtapListing *listing)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, instance;

  for (guint i = 0; i < listing->records->len; i++)
    g_hash_table_add (
        listed, (char *) htap_record_get_text (listing->records->pdata[i], HTAP_TEXT_ID));

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, &id, &instance))
    if (!g_hash_table_contains (listed, id))
      {
        g_hash_table_iter_remove (&iter);
        let_go (merge, instance, listing->source);
      }
}

static void
merge_listing (Merge *merge, const HtapListing *listing)
{
  GHashTable *by_id = get_instances_of (merge->list, listing->source);
  guint n_before = g_hash_table_size (by_id);
  guint n_stayed = 0;

  for (guint i = 0; i < listing->records->len; i++)
    n_stayed += merge_record (merge, by_id, listing->source, listing->records->pdata[i]);

  if (n_stayed < n_before)
    let_go_of_others (merge, by_id, listing);
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

/* Takes the instances of @gone out, from the end, one signal for each run of neighbours. */
static void
remove_instances (HtapInstanceList *self, GHashTable *gone)
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
        }
      g_ptr_array_remove_range (self->instances, start, end - start);
      g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
      for (guint i = 0; i < run->len; i++)
        htap_instance_set_listed (run->pdata[i], FALSE);
      end = start;
    }
}

static void
add_instances (HtapInstanceList *self, GPtrArray *added)
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
}

HtapInstanceList *
htap_instance_list_new (void)
{
  return g_object_new (HTAP_TYPE_INSTANCE_LIST, NULL);
}

/**
 * htap_instance_list_merge:
 * @listings: (array length=n_listings): answers of different sources
 *
 * Brings the list to what the answers say, with the least signals: a changed instance notifies
 * `record`, an unchanged one nothing; what appeared is appended in one go, what is gone leaves in
 * runs and is no longer listed. Other sources' instances are not touched.
 *
 * Returns: the fields in which any instance that stayed has changed; %HTAP_FIELD_PROFILE is among
 *   them also if another source lists one now, or no longer does
 */
HtapFieldSet
htap_instance_list_merge (HtapInstanceList *self, const HtapListing *listings, guint n_listings)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  Merge merge = { .list = self, .added = added, .gone = gone };

  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), 0);

  for (guint i = 0; i < n_listings; i++)
    merge_listing (&merge, &listings[i]);

  remove_instances (self, gone);
  add_instances (self, added);

  return merge.changed;
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
    changed |= htap_instance_share_hand_over (instance, source);

  return changed;
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
  const HtapListing listing = { source, nothing };
  HtapFieldSet changed;

  g_return_val_if_fail (HTAP_IS_INSTANCE_LIST (self), 0);

  if (!g_hash_table_contains (self->by_source, source))
    return 0;

  changed = htap_instance_list_merge (self, &listing, 1);
  g_hash_table_remove (self->by_source, source);

  return changed;
}
