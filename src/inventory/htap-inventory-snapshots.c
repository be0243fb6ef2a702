/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-inventory-private.h"
#include "htap-restore.h"
#include "htap-saved.h"
#include "htap-taurus-encoder.h"

/* What stays on this computer of what the cloud answered: kept after each answer, shown at the next
 * start. Of saved profiles alone: the demo's and the environment's leave no trace. */

/* Between the parts of what is shown whoever types is heard, but nothing is drawn: rows that are
 * about to move are of no use to anybody. */
#define BEFORE_DRAWING (G_PRIORITY_HIGH_IDLE - 10)

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

      htap_discovery_restore (discovery, htap_saved_get_as_of (saved), saved->taurus,
                              saved->snapshot->complete);
      g_ptr_array_add (restored, discovery);
    }

  if (restored->len == 0)
    return;

  htap_inventory_follow_sources (self);
  htap_inventory_tell_profiles (self);
}

/* Returns: (transfer full): what is to come into the list of @all */
static HtapRestore *
collect_answers (HtapInventory *self, GPtrArray *all)
{
  g_autoptr (GHashTable) index = index_sources (G_LIST_MODEL (self->sources));
  HtapRestore *restore = htap_restore_new (self->instances, G_LIST_MODEL (self->sources));

  for (guint i = 0; i < all->len; i++)
    {
      const HtapSaved *saved = all->pdata[i];
      HtapSource *source = saved->answer != NULL ? find (index, saved->snapshot) : NULL;

      if (source == NULL || !is_read_alike (saved->snapshot, htap_source_get_profile (source)))
        continue;

      htap_restore_add (restore, source, saved);
    }

  return restore;
}

/* Returns: whether there is more */
static gboolean
restore_some (HtapInventory *self, HtapRestore *restore)
{
  if (htap_restore_is_over (restore))
    return FALSE;

  htap_inventory_tell_merged (self, htap_restore_go_on (restore));

  return !htap_restore_is_over (restore);
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
  GPtrArray *all;       /* (nullable): HtapSaved, until they are in the lists */
  HtapRestore *restore; /* (nullable): of those */
  GPtrArray *set_aside; /* (nullable): names of files */
  GError *error;        /* (nullable) */
} Showing;

static void
showing_free (gpointer data)
{
  Showing *showing = data;

  g_clear_pointer (&showing->restore, htap_restore_free);
  g_clear_pointer (&showing->all, g_ptr_array_unref);
  g_clear_pointer (&showing->set_aside, g_ptr_array_unref);
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
  /* Also where nothing was saved: that is known now. */
  if (--self->n_restoring == 0)
    htap_inventory_tell_merged (self, 0);
  htap_merge_queue_release (self->queue);

  if (showing->error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&showing->error));
}

/* @task: (transfer full): all is in the lists */
static void
end_restoring (GTask *task)
{
  HtapInventory *self = g_task_get_source_object (task);
  Showing *showing = g_task_get_task_data (task);

  g_clear_pointer (&showing->restore, htap_restore_free);
  htap_inventory_forget_unwanted (self, showing->all);
  tell_set_aside (self, showing->set_aside);
  g_clear_pointer (&showing->all, g_ptr_array_unref);
  go_on (task);
}

static gboolean
on_restore_idle (gpointer user_data)
{
  Showing *showing = g_task_get_task_data (user_data);

  if (restore_some (g_task_get_source_object (user_data), showing->restore))
    return G_SOURCE_CONTINUE;

  end_restoring (user_data);

  return G_SOURCE_REMOVE;
}

/* @task: (transfer full): all is read */
static void
show_saved (GTask *task)
{
  HtapInventory *self = g_task_get_source_object (task);
  Showing *showing = g_task_get_task_data (task);

  restore_lists (self, showing->all);
  showing->restore = collect_answers (self, showing->all);
  if (restore_some (self, showing->restore))
    g_idle_add_full (BEFORE_DRAWING, on_restore_idle, task, NULL);
  else
    end_restoring (task);
}

static void
on_saved_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Showing *showing = g_task_get_task_data (task);

  showing->all = htap_saved_read_finish (result, &showing->set_aside, &showing->error);
  if (showing->all != NULL)
    show_saved (task);
  else
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
  Showing *showing;
  GTask *task;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  showing = g_new0 (Showing, 1);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_inventory_show_snapshots_async);
  g_task_set_task_data (task, showing, showing_free);
  htap_merge_queue_hold (self->queue);
  self->n_restoring++;

  showing->n_waited = 1;
  /* Where that is little, the rows come with their marks. */
  if (!htap_inventory_read_changes_now (self))
    {
      showing->n_waited++;
      htap_inventory_read_changes_async (self, on_changes_read, g_object_ref (task));
    }
  uuids = dup_uuids (G_LIST_MODEL (self->profiles));
  showing->all = htap_saved_read_now (self->snapshots, uuids, &showing->set_aside);
  if (showing->all != NULL)
    show_saved (task);
  else
    htap_saved_read_async (self->snapshots, uuids, cancellable, on_saved_read, task);
}

/**
 * htap_inventory_is_restoring:
 *
 * Returns: whether what was saved is still on its way; when it is there, `merged` is emitted
 */
gboolean
htap_inventory_is_restoring (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  return self->n_restoring > 0;
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
