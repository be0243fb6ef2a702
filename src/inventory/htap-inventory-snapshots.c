/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-inventory-private.h"
#include "htap-saved.h"
#include "htap-taurus-encoder.h"

/* What stays on this computer of what the cloud answered: kept after each answer, shown at the next
 * start. Of saved profiles alone: the demo's and the environment's leave no trace. */

static gboolean
is_kept (HtapInventory *self, HtapProfile *profile)
{
  return self->keep_snapshots && htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED;
}

/* The answer of @source has just come. */
void
htap_inventory_keep_answer (HtapInventory *self, HtapSource *source, HtapAnswer *answer)
{
  HtapProfile *profile = htap_source_get_profile (source);
  const char *region = htap_source_get_region (source);
  HtapSnapshot *snapshot;

  if (!is_kept (self, profile))
    return;

  snapshot = htap_snapshot_new (htap_profile_get_uuid (profile), region,
                                htap_source_get_project_id (source),
                                htap_source_get_taurus_id (source), answer->bytes);
  snapshot->found_project_id = g_strdup (htap_source_get_found_project_id (source));
  snapshot->taurus_name = g_strdup (htap_source_get_taurus_name (source));
  snapshot->reader = htap_profile_dup_reader (profile, region);
  htap_snapshot_store_save (self->snapshots, snapshot);
}

/* @discovery has just been listed. */
void
htap_inventory_keep_list (HtapInventory *self, HtapDiscovery *discovery)
{
  HtapProfile *profile = htap_discovery_get_profile (discovery);
  const char *region = htap_discovery_get_region (discovery);
  g_autoptr (GBytes) page = NULL;
  HtapSnapshot *snapshot;

  if (!is_kept (self, profile))
    return;

  page = htap_taurus_encode_page (htap_discovery_get_taurus (discovery));
  if (page == NULL)
    return;

  snapshot = htap_snapshot_new (htap_profile_get_uuid (profile), region,
                                htap_discovery_get_project_id (discovery), NULL, page);
  snapshot->reader = htap_profile_dup_reader (profile, region);
  snapshot->complete = htap_discovery_is_complete (discovery);
  htap_snapshot_store_save (self->snapshots, snapshot);
}

/* Names a source among all, with a TaurusDB instance, or a discovery, without one. */
static char *
dup_key (const char *profile, const char *region, const char *project_id, const char *taurus_id)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s", profile, region, project_id != NULL ? project_id : "",
                          taurus_id != NULL ? taurus_id : "");
}

/* Returns: (transfer full): key → #HtapSource that is not known yet */
static GHashTable *
index_sources (GListModel *sources)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (htap_source_get_as_of (source) == 0)
        g_hash_table_insert (index,
                             dup_key (htap_profile_get_uuid (htap_source_get_profile (source)),
                                      htap_source_get_region (source),
                                      htap_source_get_project_id (source),
                                      htap_source_get_taurus_id (source)),
                             g_object_ref (source));
    }

  return index;
}

/* Returns: (transfer full): key → #HtapDiscovery that is not known yet */
static GHashTable *
index_discoveries (GListModel *discoveries)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (htap_discovery_get_as_of (discovery) == 0)
        g_hash_table_insert (
            index,
            dup_key (htap_profile_get_uuid (htap_discovery_get_profile (discovery)),
                     htap_discovery_get_region (discovery),
                     htap_discovery_get_project_id (discovery), NULL),
            g_object_ref (discovery));
    }

  return index;
}

/* Returns: (transfer none) (nullable): what @snapshot tells of; the question must be the same still
 */
static gpointer
find (GHashTable *index, const HtapSnapshot *snapshot)
{
  g_autofree char *key =
      dup_key (snapshot->profile, snapshot->region, snapshot->project_id, snapshot->taurus_id);

  return g_hash_table_lookup (index, key);
}

static gboolean
is_read_alike (const HtapSnapshot *snapshot, HtapProfile *profile)
{
  g_autofree char *reader = htap_profile_dup_reader (profile, snapshot->region);

  return g_strcmp0 (snapshot->reader, reader) == 0;
}

/* A clock that was set back since does not make an answer come from the future. */
static gint64
get_as_of (const HtapSnapshot *snapshot)
{
  return CLAMP (snapshot->as_of, 1, g_get_real_time () / G_USEC_PER_SEC);
}

static void
restore_lists (HtapInventory *self, GPtrArray *all)
{
  g_autoptr (GHashTable) index = index_discoveries (G_LIST_MODEL (self->discoveries));
  g_autoptr (GPtrArray) restored = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const HtapSaved *saved = all->pdata[i];
      HtapDiscovery *discovery = saved->taurus != NULL ? find (index, saved->snapshot) : NULL;

      if (discovery == NULL ||
          !is_read_alike (saved->snapshot, htap_discovery_get_profile (discovery)))
        continue;

      htap_discovery_restore (discovery, get_as_of (saved->snapshot), saved->taurus,
                              saved->snapshot->complete);
      g_ptr_array_add (restored, discovery);
    }

  if (restored->len == 0)
    return;

  htap_inventory_follow_sources (self);
  htap_inventory_tell_profiles (self);
}

static void
restore_source (HtapInventory *self, HtapSource *source, const HtapSaved *saved)
{
  const HtapAnswer *answer = saved->answer;
  HtapSourceState before = htap_source_get_state (source);

  htap_source_set_found_project_id (source, saved->snapshot->found_project_id);
  if (htap_source_get_taurus_name (source) == NULL)
    htap_source_set_taurus_name (source, saved->snapshot->taurus_name);
  htap_source_restore (source, get_as_of (saved->snapshot), answer->total, answer->maximum,
                       answer->records->len, answer->deviations);
  htap_instance_list_touch_source (self->instances, source, before);
}

/* In one merge. What has been answered meanwhile stays. */
static void
restore_answers (HtapInventory *self, GPtrArray *all)
{
  g_autoptr (GHashTable) index = index_sources (G_LIST_MODEL (self->sources));
  g_autoptr (GPtrArray) restored = g_ptr_array_new ();
  g_autoptr (GArray) listings = g_array_new (FALSE, FALSE, sizeof (HtapListing));
  HtapFieldSet changed;

  for (guint i = 0; i < all->len; i++)
    {
      const HtapSaved *saved = all->pdata[i];
      HtapSource *source = saved->answer != NULL ? find (index, saved->snapshot) : NULL;
      HtapListing listing = { source, NULL, 0 };

      if (source == NULL || !is_read_alike (saved->snapshot, htap_source_get_profile (source)))
        continue;

      listing.records = saved->answer->records;
      g_array_append_val (listings, listing);
      g_ptr_array_add (restored, (gpointer) saved);
    }

  if (restored->len == 0)
    return;

  changed =
      htap_instance_list_merge (self->instances, (HtapListing *) listings->data, listings->len);
  for (guint i = 0; i < restored->len; i++)
    restore_source (self, g_array_index (listings, HtapListing, i).source, restored->pdata[i]);
  htap_inventory_tell_merged (self, changed);
}

void
htap_inventory_set_snapshots_error (HtapInventory *self, const GError *error)
{
  if (self->snapshots_error == NULL && error == NULL)
    return;

  g_clear_error (&self->snapshots_error);
  if (error != NULL)
    self->snapshots_error = g_error_copy (error);
  htap_inventory_tell_snapshots_error (self);
}

/* One sentence for all of them: they lie side by side. */
static void
tell_set_aside (HtapInventory *self, GPtrArray *set_aside)
{
  g_autofree char *subject = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_SNAPSHOT_SET_ASIDE };

  if (set_aside->len == 0)
    return;

  folder = g_path_get_dirname (set_aside->pdata[0]);
  subject = set_aside->len == 1 ? g_strdup (set_aside->pdata[0])
                                : g_build_filename (folder, "*.broken-*", NULL);
  details.subject = subject;
  htap_error_set (&error, HTAP_ERROR_STORAGE, &details, "%u snapshots were set aside",
                  set_aside->len);
  htap_inventory_set_snapshots_error (self, error);
}

/* What is being read side by side: answers, and what has changed since. */
typedef struct
{
  guint n_waited;
  GError *error; /* (nullable) */
} Showing;

static void
showing_free (gpointer data)
{
  Showing *showing = data;

  g_clear_error (&showing->error);
  g_free (showing);
}

/* @task: (transfer full): one of what it waits for is there */
static void
go_on (GTask *task)
{
  G_GNUC_UNUSED g_autoptr (GTask) owned = task;
  HtapInventory *self = g_task_get_source_object (task);
  Showing *showing = g_task_get_task_data (task);

  if (--showing->n_waited > 0)
    return;

  if (showing->error == NULL)
    htap_inventory_restore_gone (self);
  htap_merge_queue_release (self->queue);

  if (showing->error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&showing->error));
}

static void
show_saved (HtapInventory *self, GPtrArray *all, GPtrArray *set_aside)
{
  restore_lists (self, all);
  restore_answers (self, all);
  htap_inventory_forget_unwanted (self, all);
  tell_set_aside (self, set_aside);
}

static void
on_saved_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Showing *showing = g_task_get_task_data (task);
  g_autoptr (GPtrArray) set_aside = NULL;
  g_autoptr (GPtrArray) all = htap_saved_read_finish (result, &set_aside, &showing->error);

  if (all != NULL)
    show_saved (g_task_get_source_object (task), all, set_aside);
  go_on (task);
}

static void
on_changes_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  htap_inventory_read_changes_finish (g_task_get_source_object (user_data), result);
  go_on (user_data);
}

/* Returns: (transfer full): the uuids of the saved and enabled ones */
static char **
dup_uuids (GListModel *profiles)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile) &&
          htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED)
        g_strv_builder_add (builder, htap_profile_get_uuid (profile));
    }

  return g_strv_builder_end (builder);
}

/**
 * htap_inventory_show_snapshots_async:
 *
 * Shows what earlier runs of the program were answered, marked with its age, as far as nothing
 * newer is known, and, if anything is to be kept, what they saw to have changed; no request is
 * made. Where it is little, it is shown before this returns. Answers that come before that are held
 * back, to be compared with what is shown. What is not understood is set aside, see
 * htap_inventory_get_snapshots_error(). Called after htap_inventory_load().
 */
void
htap_inventory_show_snapshots_async (HtapInventory *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_auto (GStrv) uuids = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) set_aside = NULL;
  Showing *showing;
  GTask *task;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  showing = g_new0 (Showing, 1);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_inventory_show_snapshots_async);
  g_task_set_task_data (task, showing, showing_free);
  htap_merge_queue_hold (self->queue);

  showing->n_waited = 1;
  /* Where that is little, the rows come with their marks. */
  if (!htap_inventory_read_changes_now (self))
    {
      showing->n_waited++;
      htap_inventory_read_changes_async (self, on_changes_read, g_object_ref (task));
    }
  uuids = dup_uuids (G_LIST_MODEL (self->profiles));
  all = htap_saved_read_now (self->snapshots, uuids, &set_aside);
  if (all == NULL)
    {
      htap_saved_read_async (self->snapshots, uuids, cancellable, on_saved_read, task);
      return;
    }

  show_saved (self, all, set_aside);
  go_on (task);
}

/**
 * htap_inventory_show_snapshots_finish:
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error
 */
gboolean
htap_inventory_show_snapshots_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
