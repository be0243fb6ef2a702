/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"
#include "htap-saved.h"

/* Whether snapshots are kept at all, and how they go. */

/* Problems with reading and with writing do not come at once: the last one counts. */
void
htap_inventory_on_snapshots_problem_changed (HtapInventory *self)
{
  htap_inventory_set_snapshots_error (self, htap_snapshot_store_get_problem (self->snapshots));
}

/* Removes what was kept of profiles that are not there any more. @before: a copy of the list */
void
htap_inventory_forget_removed (HtapInventory *self, GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      const char *uuid = htap_profile_get_uuid (before->pdata[i]);

      if (htap_inventory_find_profile (self, uuid) ==
              g_list_model_get_n_items (G_LIST_MODEL (self->profiles)) &&
          htap_profile_get_origin (before->pdata[i]) == HTAP_PROFILE_SAVED)
        {
          htap_snapshot_store_remove (self->snapshots, uuid);
          htap_inventory_forget_changes (self, uuid);
        }
    }
}

static char *
dup_question (const char *profile_uuid, const char *taurus_id)
{
  return g_strdup_printf ("%s\n%s", profile_uuid, taurus_id);
}

/* Returns: (transfer full): a set of dup_question(): who reads what, in whichever project */
static GHashTable *
index_questions (GListModel *sources)
{
  GHashTable *questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      g_hash_table_add (questions,
                        dup_question (htap_profile_get_uuid (htap_source_get_profile (source)),
                                      htap_source_get_taurus_id (source)));
    }

  return questions;
}

/* A profile that is disabled looks at nothing for now, and finds everything again. */
static gboolean
is_looking (HtapInventory *self, const char *profile_uuid)
{
  g_autoptr (HtapProfile) profile = htap_inventory_dup_profile (self, profile_uuid);

  return profile != NULL && htap_profile_get_enabled (profile);
}

/* Whether nobody asks @profile_uuid's question about @taurus_id any more. */
static gboolean
is_given_up (HtapInventory *self,
             GHashTable *questions,
             const char *profile_uuid,
             const char *taurus_id)
{
  g_autofree char *question = dup_question (profile_uuid, taurus_id);

  return is_looking (self, profile_uuid) && !g_hash_table_contains (questions, question);
}

/* @source is gone from the cloud: its rows stay until the end of the program, and no longer. */
void
htap_inventory_forget_answer (HtapInventory *self, HtapSource *source)
{
  HtapProfile *profile = htap_source_get_profile (source);

  if (htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED)
    htap_snapshot_store_forget (
        self->snapshots, htap_profile_get_uuid (profile), htap_source_get_region (source),
        htap_source_get_project_id (source), htap_source_get_taurus_id (source));
}

/* @removed: (element-type HtapSource): taken out of the list of sources, for their profiles or what
 * was discovered are others now */
void
htap_inventory_forget_sources (HtapInventory *self, GPtrArray *removed)
{
  g_autoptr (GHashTable) questions = NULL;

  if (removed->len == 0)
    return;

  questions = index_questions (G_LIST_MODEL (self->sources));
  for (guint i = 0; i < removed->len; i++)
    {
      HtapProfile *profile = htap_source_get_profile (removed->pdata[i]);

      if (is_given_up (self, questions, htap_profile_get_uuid (profile),
                       htap_source_get_taurus_id (removed->pdata[i])))
        htap_inventory_forget_answer (self, removed->pdata[i]);
    }
}

/* @discovery has been taken out of the list of discoveries. */
void
htap_inventory_forget_list (HtapInventory *self, HtapDiscovery *discovery)
{
  const char *uuid = htap_profile_get_uuid (htap_discovery_get_profile (discovery));

  if (is_looking (self, uuid) &&
      htap_profile_get_origin (htap_discovery_get_profile (discovery)) == HTAP_PROFILE_SAVED)
    htap_snapshot_store_forget (self->snapshots, uuid, htap_discovery_get_region (discovery),
                                htap_discovery_get_project_id (discovery), NULL);
}

/* Returns: whether a list that may still come, or that is not complete, may name what @snapshot
 * tells of */
static gboolean
may_be_listed (HtapInventory *self, const HtapSnapshot *snapshot)
{
  GListModel *discoveries = G_LIST_MODEL (self->discoveries);

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (g_str_equal (htap_profile_get_uuid (htap_discovery_get_profile (discovery)),
                       snapshot->profile) &&
          g_str_equal (htap_discovery_get_region (discovery), snapshot->region) &&
          g_strcmp0 (htap_discovery_get_project_id (discovery), snapshot->project_id) == 0)
        return htap_discovery_get_as_of (discovery) == 0 || !htap_discovery_is_complete (discovery);
    }

  return FALSE;
}

/* @all: (element-type HtapSaved): what was read; the sources are known as far as they can be
 * without asking. What an earlier run could not forget any more is forgotten now. */
void
htap_inventory_forget_unwanted (HtapInventory *self, GPtrArray *all)
{
  g_autoptr (GHashTable) questions = NULL;

  if (!self->keep_snapshots)
    return;

  questions = index_questions (G_LIST_MODEL (self->sources));
  for (guint i = 0; i < all->len; i++)
    {
      const HtapSaved *saved = all->pdata[i];
      const HtapSnapshot *snapshot = saved->snapshot;

      if (saved->answer != NULL &&
          is_given_up (self, questions, snapshot->profile, snapshot->taurus_id) &&
          !may_be_listed (self, snapshot))
        htap_snapshot_store_forget (self->snapshots, snapshot->profile, snapshot->region,
                                    snapshot->project_id, snapshot->taurus_id);
    }
}

/**
 * htap_inventory_get_snapshots_error:
 *
 * Returns: (transfer none) (nullable): what is wrong with the snapshots, or with what is kept of
 *   changes; `snapshots-error-changed` tells when that changes
 */
const GError *
htap_inventory_get_snapshots_error (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return self->snapshots_error != NULL ? self->snapshots_error : self->changes_error;
}

gboolean
htap_inventory_get_keep_snapshots (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  return self->keep_snapshots;
}

static void
on_changes_cleared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapInventory *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!htap_change_log_clear_finish (self->change_log, result, &error))
    htap_inventory_set_snapshots_error (self, error);
  else
    htap_inventory_clear_changes_error (self);

  if (self->snapshots_error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (self->snapshots_error));
}

static void
on_cleared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  HtapInventory *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  htap_snapshot_store_clear_finish (self->snapshots, result, &error);
  htap_inventory_set_snapshots_error (self, error);
  htap_change_log_clear_async (self->change_log, g_task_get_cancellable (task), on_changes_cleared,
                               task);
}

static void
clear (HtapInventory *self,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, clear);
  htap_snapshot_store_clear_async (self->snapshots, cancellable, on_cleared, task);
}

/**
 * htap_inventory_set_keep_snapshots:
 * @keep: whether answers stay on this computer from now on; if not, those that did are removed
 */
void
htap_inventory_set_keep_snapshots (HtapInventory *self, gboolean keep)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));

  if (self->keep_snapshots == keep)
    return;

  self->keep_snapshots = keep;
  if (!keep)
    clear (self, NULL, NULL, NULL);
  g_object_notify (G_OBJECT (self), "keep-snapshots");
}

/**
 * htap_inventory_clear_snapshots_async:
 *
 * Removes everything that was kept, of any profile. The instances that are shown stay until the end
 * of the program; what has changed is forgotten, as if it was seen.
 */
void
htap_inventory_clear_snapshots_async (HtapInventory *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));

  htap_inventory_forget_changes (self, NULL);
  clear (self, cancellable, callback, user_data);
}

/**
 * htap_inventory_clear_snapshots_finish:
 * @error: %HTAP_ERROR_STORAGE, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE if something could not be removed
 */
gboolean
htap_inventory_clear_snapshots_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
