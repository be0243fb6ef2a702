/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes-private.h"
#include "htap-decoder.h"
#include "htap-error.h"
#include "htap-inventory-private.h"

/* What has changed: what somebody has seen of it, and what stays of it on this computer. */

/* Up to this many bytes are read before the next frame: the window opens with its marks. */
#define INLINE_LIMIT (256 * 1024)

/* What was read from the disk. */
typedef struct
{
  GPtrArray *changes; /* (nullable): HtapChange */
  char *set_aside;    /* (nullable) */
} Earlier;

static void
earlier_free (gpointer data)
{
  Earlier *earlier = data;

  g_clear_pointer (&earlier->changes, g_ptr_array_unref);
  g_free (earlier->set_aside);
  g_free (earlier);
}

/* @error: (nullable) */
static void
set_changes_error (HtapInventory *self, const GError *error)
{
  if (self->changes_error == NULL && error == NULL)
    return;

  g_clear_error (&self->changes_error);
  if (error != NULL)
    self->changes_error = g_error_copy (error);
  htap_inventory_tell_snapshots_error (self);
}

static void
tell_set_aside (HtapInventory *self, const char *path)
{
  const HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_CHANGES_SET_ASIDE,
                                     .subject = (char *) path };
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_STORAGE, &details, "the changes were set aside");
  set_changes_error (self, error);
}

static void
on_log_problem_changed (HtapInventory *self)
{
  set_changes_error (self, htap_change_log_get_problem (self->change_log));
}

/* What was read in an earlier run comes before what happened in this one. A file that was set aside
 * is written anew with what was understood of it. */
static void
take_earlier (HtapInventory *self, const Earlier *earlier, const GError *error)
{
  self->changes_read = TRUE;
  if (error != NULL)
    {
      set_changes_error (self, error);
      return;
    }

  htap_changes_restore (self->changes, earlier->changes);
  if (earlier->set_aside == NULL)
    return;

  tell_set_aside (self, earlier->set_aside);
  if (earlier->changes->len > 0)
    {
      g_autoptr (GPtrArray) kept = htap_changes_dup_kept (self->changes);

      htap_change_log_rewrite (self->change_log, kept);
    }
}

static Earlier *
read_earlier (HtapChangeLog *log, GError **error)
{
  Earlier *earlier = g_new0 (Earlier, 1);

  earlier->changes = htap_change_log_read (log, &earlier->set_aside, error);

  return earlier;
}

/* Right here. Nothing is written before it is known what is there. */
static void
ensure_read (HtapInventory *self)
{
  g_autoptr (GError) error = NULL;
  Earlier *earlier;

  if (self->changes_read)
    return;

  earlier = read_earlier (self->change_log, &error);
  take_earlier (self, earlier, error);
  earlier_free (earlier);
}

static void
on_published (HtapChanges *changes, GPtrArray *added, gpointer user_data)
{
  HtapInventory *self = user_data;
  g_autoptr (GPtrArray) written = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept = NULL;

  if (!self->keep_snapshots)
    return;

  for (guint i = 0; i < added->len; i++)
    if (!htap_change_get_facts (added->pdata[i])->transient)
      g_ptr_array_add (written, added->pdata[i]);
  if (written->len == 0)
    return;

  ensure_read (self);
  kept = htap_changes_dup_kept (changes);
  htap_change_log_append (self->change_log, written, kept);
}

void
htap_inventory_init_changes (HtapInventory *self)
{
  self->changes = htap_changes_new ();
  self->change_log = htap_change_log_new (NULL);
  htap_changes_set_listener (self->changes, on_published, self);
  htap_instance_list_set_changes (self->instances, self->changes);
  g_signal_connect_swapped (self->change_log, "problem-changed",
                            G_CALLBACK (on_log_problem_changed), self);
}

/* What waits to be written is written now; what could not be gets one more try. */
void
htap_inventory_dispose_changes (HtapInventory *self)
{
  if (self->change_log == NULL)
    return;

  if (self->keep_snapshots && htap_change_log_get_problem (self->change_log) != NULL)
    {
      g_autoptr (GPtrArray) kept = htap_changes_dup_kept (self->changes);

      htap_change_log_rewrite (self->change_log, kept);
    }
  htap_changes_set_listener (self->changes, NULL, NULL);
  g_signal_handlers_disconnect_by_data (self->change_log, self);
  g_clear_object (&self->change_log);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  Earlier *earlier = read_earlier (data, &error);

  if (error == NULL)
    {
      g_task_return_pointer (task, earlier, earlier_free);
      return;
    }

  earlier_free (earlier);
  g_task_return_error (task, error);
}

/* Reads what an earlier run of the program left, if that takes no time. A failure becomes the
 * snapshots' error. Returns: %FALSE if it would, and htap_inventory_read_changes_async() is better
 */
gboolean
htap_inventory_read_changes_now (HtapInventory *self)
{
  if (!self->keep_snapshots || self->changes_read)
    return TRUE;
  if (htap_change_log_get_size (self->change_log) >= INLINE_LIMIT)
    return FALSE;

  ensure_read (self);

  return TRUE;
}

/* Likewise, in a thread. */
void
htap_inventory_read_changes_async (HtapInventory *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, htap_inventory_read_changes_async);
  g_task_set_task_data (task, g_object_ref (self->change_log), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

void
htap_inventory_read_changes_finish (HtapInventory *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  Earlier *earlier = g_task_propagate_pointer (G_TASK (result), &error);

  if (!self->changes_read)
    take_earlier (self, earlier, error);
  g_clear_pointer (&earlier, earlier_free);
}

/* Returns: (transfer none) (nullable): a source that reads what @facts tell of, if it is known */
static HtapSource *
find_source (HtapInventory *self, const HtapChangeFacts *facts)
{
  GListModel *sources = G_LIST_MODEL (self->sources);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (g_strcmp0 (htap_source_get_taurus_id (source), facts->taurus_id) == 0 &&
          g_strcmp0 (htap_source_get_region (source), facts->region) == 0 &&
          g_strcmp0 (htap_profile_get_uuid (htap_source_get_profile (source)), facts->profile) == 0)
        return source;
    }

  return NULL;
}

/* The way of an answer, for what was an element of one. */
static HtapRecord *
decode (GBytes *json)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HtapAnswer) answer = NULL;
  static const char before[] = "{\"instances\":[";
  static const char after[] = "]}";
  gsize size;
  const guint8 *data = g_bytes_get_data (json, &size);

  g_byte_array_append (text, (const guint8 *) before, sizeof before - 1);
  g_byte_array_append (text, data, (guint) size);
  g_byte_array_append (text, (const guint8 *) after, sizeof after - 1);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&text));
  answer = htap_decoder_decode (bytes, NULL);

  return answer != NULL && answer->records->len == 1 ? htap_record_ref (answer->records->pdata[0])
                                                     : NULL;
}

/* Returns: whether it is there now */
static gboolean
restore_gone (HtapInventory *self, const HtapChangeFacts *facts)
{
  HtapSource *source = find_source (self, facts);
  g_autoptr (HtapRecord) record = source != NULL ? decode (facts->json) : NULL;

  return record != NULL &&
         g_strcmp0 (htap_record_get_text (record, HTAP_TEXT_ID), facts->id) == 0 &&
         htap_instance_list_restore_gone (self->instances, source, record, facts->at);
}

/* Those that went in an earlier run, and that nobody has seen to be gone. The newest counts: what
 * came back is listed. */
void
htap_inventory_restore_gone (HtapInventory *self)
{
  g_autoptr (GHashTable) told =
      g_hash_table_new (htap_change_hash_subject, htap_change_is_same_subject);
  GListModel *changes = G_LIST_MODEL (self->changes);
  gboolean restored = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (HtapChange) change = g_list_model_get_item (changes, i);
      const HtapChangeFacts *facts = htap_change_get_facts (change);

      if (facts->kind == HTAP_CHANGE_CHANGED || !g_hash_table_add (told, change))
        continue;
      if (facts->kind == HTAP_CHANGE_GONE && facts->json != NULL && facts->region != NULL &&
          facts->taurus_id != NULL && !htap_change_get_seen (change))
        restored = restore_gone (self, facts) || restored;
    }

  if (restored)
    htap_inventory_tell_merged (self, 0);
}

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
  g_autoptr (HtapChange) held = of != NULL ? g_object_ref (of) : NULL;
  g_autoptr (GPtrArray) kept = NULL;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  if (!htap_changes_mark_seen (self->changes, of))
    return;

  if (self->keep_snapshots && (of == NULL || !htap_change_get_facts (of)->transient))
    {
      ensure_read (self);
      kept = htap_changes_dup_kept (self->changes);
      htap_change_log_append_seen (self->change_log, of, kept);
    }
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
  if (self->keep_snapshots && profile != NULL)
    ensure_read (self);
  if (!htap_changes_forget (self->changes, profile))
    return;

  if (self->keep_snapshots && profile != NULL)
    {
      g_autoptr (GPtrArray) kept = htap_changes_dup_kept (self->changes);

      htap_change_log_rewrite (self->change_log, kept);
    }
  dismiss (self);
}

void
htap_inventory_clear_changes_error (HtapInventory *self)
{
  set_changes_error (self, NULL);
}
