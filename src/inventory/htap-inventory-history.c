/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes-private.h"
#include "htap-error.h"
#include "htap-inventory-private.h"

/* What stays of changes on this computer, by the same setting as the snapshots. */

/* Up to this many bytes are read before the next frame: the window opens with its marks. */
#define INLINE_LIMIT (64 * 1024)

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
 * is written anew with what was understood of it. @earlier: (nullable): %NULL with @error */
static void
take_earlier (HtapInventory *self, GPtrArray *earlier, const char *set_aside, const GError *error)
{
  self->changes_read = TRUE;
  if (earlier == NULL)
    {
      set_changes_error (self, error);
      return;
    }

  htap_changes_restore (self->changes, earlier);
  if (set_aside == NULL)
    return;

  tell_set_aside (self, set_aside);
  if (earlier->len > 0)
    htap_inventory_keep_rest (self);
}

/* Right here. Nothing is written before it is known what is there. */
void
htap_inventory_know_kept (HtapInventory *self)
{
  g_autoptr (GPtrArray) earlier = NULL;
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->keep_snapshots || self->changes_read)
    return;

  earlier = htap_change_log_read (self->change_log, &set_aside, &error);
  take_earlier (self, earlier, set_aside, error);
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

  htap_inventory_know_kept (self);
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

  htap_inventory_know_kept (self);

  return TRUE;
}

/* Likewise, in a thread. */
void
htap_inventory_read_changes_async (HtapInventory *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  htap_change_log_read_async (self->change_log, callback, user_data);
}

void
htap_inventory_read_changes_finish (HtapInventory *self, GAsyncResult *result)
{
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) earlier =
      htap_change_log_read_finish (self->change_log, result, &set_aside, &error);

  if (!self->changes_read)
    take_earlier (self, earlier, set_aside, error);
}

/* @of: (nullable): one of the instance whose changes somebody has seen; %NULL: those of all */
void
htap_inventory_keep_seen (HtapInventory *self, HtapChange *of)
{
  g_autoptr (GPtrArray) kept = NULL;

  if (!self->keep_snapshots || (of != NULL && htap_change_get_facts (of)->transient))
    return;

  htap_inventory_know_kept (self);
  kept = htap_changes_dup_kept (self->changes);
  htap_change_log_append_seen (self->change_log, of, kept);
}

/* Others are forgotten. */
void
htap_inventory_keep_rest (HtapInventory *self)
{
  g_autoptr (GPtrArray) kept = NULL;

  if (!self->keep_snapshots)
    return;

  kept = htap_changes_dup_kept (self->changes);
  htap_change_log_rewrite (self->change_log, kept);
}

void
htap_inventory_clear_changes_error (HtapInventory *self)
{
  set_changes_error (self, NULL);
}
