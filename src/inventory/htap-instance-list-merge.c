/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes-private.h"
#include "htap-instance-list-private.h"
#include "htap-instance-share.h"

/* Bringing the list to what answers say, and telling what that changes. */

/* Sorters and filters look again at what is listed and what is not. */
#define WHETHER_LISTED                                                                             \
  (HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS) | HTAP_FIELD_BIT (HTAP_FIELD_PROFILE))

/* One merge in the making. */
typedef struct
{
  HtapInstanceList *list;
  HtapFieldSet changed;
  GPtrArray *added; /* HtapInstance */
  GHashTable *gone; /* HtapInstance -> HtapListing that lists it no longer, borrowed */
} Merge;

static void
remember (GHashTable *by_id, HtapInstance *instance)
{
  g_hash_table_insert (by_id, (char *) htap_instance_get_id (instance), instance);
}

/* Nobody is told of a change who has not seen what was before. */
static gboolean
is_told (Merge *merge, const HtapListing *listing)
{
  return merge->list->changes != NULL && listing->at != 0;
}

/* @before: what @instance showed, read by @shown; @changed: in which fields it shows something else
 * now */
static void
note_record (Merge *merge,
             const HtapListing *listing,
             HtapInstance *instance,
             HtapRecord *before,
             HtapSource *shown,
             HtapFieldSet changed)
{
  if (is_told (merge, listing) && htap_instance_get_record (instance) != before)
    htap_change_draft_note_record (htap_changes_get_draft (merge->list->changes), instance, before,
                                   changed, listing->at, htap_source_get_as_of (shown));
}

/* @is_first: whether it is the first answer of its source, which cannot tell what is new */
static HtapInstance *
add (Merge *merge, const HtapListing *listing, HtapRecord *record, gboolean is_first)
{
  HtapInstance *instance = htap_instance_new (listing->source, record);

  g_ptr_array_add (merge->added, instance);
  remember (htap_instance_list_get_database (merge->list, listing->source), instance);
  if (is_told (merge, listing) && !is_first)
    htap_change_draft_note_added (htap_changes_get_draft (merge->list->changes), instance,
                                  listing->at, htap_source_get_as_of (listing->source));

  return instance;
}

/* One that was no longer listed is there again. */
static HtapFieldSet
come_back (Merge *merge, const HtapListing *listing, HtapInstance *instance, HtapRecord *record)
{
  gint64 since = htap_instance_get_gone_since (instance);
  HtapFieldSet changed = htap_instance_share_move (instance, listing->source, record);

  g_hash_table_remove (merge->list->gone, instance);
  htap_instance_set_listed (instance, TRUE);
  if (is_told (merge, listing))
    htap_change_draft_note_added (htap_changes_get_draft (merge->list->changes), instance,
                                  listing->at, since);
  merge->changed |= WHETHER_LISTED;

  return changed;
}

/* @instance is known, be it from another source. */
static void
take_in (Merge *merge, const HtapListing *listing, HtapInstance *instance, HtapRecord *record)
{
  g_autoptr (HtapRecord) before = htap_record_ref (htap_instance_get_record (instance));
  HtapSource *shown = htap_instance_get_source (instance);
  gboolean was_listed = htap_instance_get_listed (instance);
  HtapFieldSet changed;

  if (!was_listed)
    changed = come_back (merge, listing, instance, record);
  else if (g_hash_table_remove (merge->gone, instance))
    changed = htap_instance_share_move (instance, listing->source, record);
  else
    changed = htap_instance_share_take_in (instance, listing->source, record);

  note_record (merge, listing, instance, before, shown, changed);
  merge->changed |= changed;
  if (changed != 0 || !was_listed)
    htap_instance_list_touch (merge->list, instance);
}

/* Returns: whether its source listed it before */
static gboolean
merge_record (Merge *merge,
              const HtapListing *listing,
              GHashTable *by_id,
              HtapRecord *record,
              gboolean is_first)
{
  const char *id = htap_record_get_text (record, HTAP_TEXT_ID);
  HtapInstance *instance = g_hash_table_lookup (by_id, id);
  gboolean was_listed = instance != NULL;

  if (!was_listed)
    instance =
        g_hash_table_lookup (htap_instance_list_get_database (merge->list, listing->source), id);
  if (instance != NULL)
    take_in (merge, listing, instance, record);
  else
    instance = add (merge, listing, record, is_first);
  if (!was_listed)
    remember (by_id, instance);

  return was_listed;
}

static void
let_go (Merge *merge, HtapInstance *instance, const HtapListing *listing)
{
  HtapFieldSet changed = htap_instance_share_let_go (instance, listing->source);

  merge->changed |= changed;
  if (changed == 0)
    g_hash_table_insert (merge->gone, instance, (gpointer) listing);
  else
    htap_instance_list_touch (merge->list, instance);
}

static void
let_go_of_others (Merge *merge, GHashTable *by_id, const HtapListing *listing)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, instance;

  for (guint i = 0; i < listing->records->len; i++)
    g_hash_table_add (listed,
                      (char *) htap_record_get_text (listing->records->pdata[i], HTAP_TEXT_ID));

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, &id, &instance))
    if (!g_hash_table_contains (listed, id))
      {
        g_hash_table_iter_remove (&iter);
        let_go (merge, instance, listing);
      }
}

static void
merge_listing (Merge *merge, const HtapListing *listing)
{
  gboolean is_first = !g_hash_table_contains (merge->list->by_source, listing->source);
  GHashTable *by_id = htap_instance_list_get_instances_of (merge->list, listing->source);
  guint n_before = g_hash_table_size (by_id);
  guint n_stayed = 0;

  for (guint i = 0; i < listing->records->len; i++)
    n_stayed += merge_record (merge, listing, by_id, listing->records->pdata[i], is_first);

  if (n_stayed < n_before)
    let_go_of_others (merge, by_id, listing);
}

/* The newest change comes first where they are shown, so the last name is told first. */
static int
compare_for_telling (gconstpointer a, gconstpointer b)
{
  HtapInstance *one = *(HtapInstance *const *) a;
  HtapInstance *other = *(HtapInstance *const *) b;
  int order = g_strcmp0 (htap_instance_get_name_key (other), htap_instance_get_name_key (one));

  return order != 0 ? order : g_strcmp0 (htap_instance_get_id (other), htap_instance_get_id (one));
}

static GPtrArray *
dup_gone (Merge *merge)
{
  GPtrArray *gone = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer instance, listing;

  g_hash_table_iter_init (&iter, merge->gone);
  while (g_hash_table_iter_next (&iter, &instance, &listing))
    if (is_told (merge, listing))
      g_ptr_array_add (gone, g_object_ref (instance));
  g_ptr_array_sort (gone, compare_for_telling);

  return gone;
}

/* What an answer does not list any more stays until somebody has seen that. */
static void
keep_gone (Merge *merge)
{
  g_autoptr (GPtrArray) gone = dup_gone (merge);

  for (guint i = 0; i < gone->len; i++)
    {
      HtapInstance *instance = gone->pdata[i];
      const HtapListing *told = g_hash_table_lookup (merge->gone, instance);

      htap_change_draft_note_gone (htap_changes_get_draft (merge->list->changes), instance,
                                   told->at, htap_source_get_as_of (told->source));
      g_hash_table_add (merge->list->gone, instance);
      htap_instance_set_gone_since (instance, told->at);
      htap_instance_list_touch (merge->list, instance);
      merge->changed |= WHETHER_LISTED;
      g_hash_table_remove (merge->gone, instance);
    }
}

/**
 * htap_instance_list_merge:
 * @listings: (array length=n_listings): answers of different sources
 *
 * Brings the list to what the answers say, with the least signals: a changed instance notifies
 * `record`, an unchanged one nothing; what appeared is appended in one go; what is gone is no
 * longer listed, and leaves in runs, at once or when somebody has seen it. Other sources' instances
 * are not touched. The changes are published last.
 *
 * Returns: the fields in which any instance that stayed has changed; %HTAP_FIELD_PROFILE is among
 *   them also if another source lists one now, or none does any more
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

  keep_gone (&merge);
  htap_instance_list_remove (self, gone);
  htap_instance_list_add (self, added);
  /* Of those that are forgotten, nobody will be told any more. */
  if (self->changes != NULL && htap_changes_publish (self->changes))
    htap_instance_list_dismiss_seen (self);

  return merge.changed;
}
