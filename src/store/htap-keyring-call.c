/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring-call.h"

struct _HtapKeyringCall
{
  GTask *task;             /* NULL once it was answered */
  GCancellable *abandoned; /* cancelled when nobody waits any more */
  GSource *deadline;
  GSource *cancelled; /* NULL for a call that cannot be cancelled */
};

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
htap_keyring_call_free (HtapKeyringCall *self)
{
  g_assert (self->task == NULL);

  g_object_unref (self->abandoned);
  g_free (self);
}

/* The sources are gone before anybody else's code runs, so nothing answers twice. */
static GTask *
steal_task (HtapKeyringCall *self)
{
  clear_source (&self->deadline);
  clear_source (&self->cancelled);

  return g_steal_pointer (&self->task);
}

static gboolean
on_deadline (gpointer user_data)
{
  HtapKeyringCall *self = user_data;
  g_autoptr (GTask) task = steal_task (self);

  g_cancellable_cancel (self->abandoned);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The keyring does not answer");

  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  HtapKeyringCall *self = user_data;
  g_autoptr (GTask) task = steal_task (self);

  g_cancellable_cancel (self->abandoned);
  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

/**
 * htap_keyring_call_new:
 * @deadline_ms: milliseconds after which it is answered with %G_IO_ERROR_TIMED_OUT
 * @cancellable: (nullable): answers it with %G_IO_ERROR_CANCELLED, in the next turn of the loop
 * @callback: called once, as that of any asynchronous call; it asks htap_keyring_call_finish()
 *
 * To be followed by exactly one call of libsecret, with htap_keyring_call_on_answer() as its
 * callback, to which the ownership of the #HtapKeyringCall goes. libsecret itself is never
 * cancelled: version 0.20 then returns an error twice (from a search), or never calls back (from a
 * prompt). What it answers too late is dropped.
 *
 * Returns: (transfer full): a new call
 */
HtapKeyringCall *
htap_keyring_call_new (guint deadline_ms,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  HtapKeyringCall *self = g_new0 (HtapKeyringCall, 1);
  GMainContext *context;

  self->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, htap_keyring_call_new);
  self->abandoned = g_cancellable_new ();
  context = g_task_get_context (self->task);

  self->deadline = g_timeout_source_new (deadline_ms);
  g_source_set_callback (self->deadline, on_deadline, self, NULL);
  g_source_attach (self->deadline, context);

  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (on_cancelled), self, NULL);
      g_source_attach (self->cancelled, context);
    }

  return self;
}

/**
 * htap_keyring_call_get_cancellable:
 *
 * Returns: (transfer none): cancelled when the call was given up
 */
GCancellable *
htap_keyring_call_get_cancellable (HtapKeyringCall *self)
{
  return self->abandoned;
}

/**
 * htap_keyring_call_on_answer:
 * @user_data: (type HtapKeyringCall) (transfer full): the call
 *
 * The #GAsyncReadyCallback for libsecret.
 */
void
htap_keyring_call_on_answer (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  HtapKeyringCall *self = user_data;
  g_autoptr (GTask) task = steal_task (self);

  if (task != NULL)
    g_task_return_pointer (task, g_object_ref (answer), g_object_unref);

  htap_keyring_call_free (self);
}

/**
 * htap_keyring_call_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED or %G_IO_ERROR_TIMED_OUT
 *
 * Returns: (transfer full) (nullable): what libsecret answered, for the `…_finish()` function of
 *   the function that was called
 */
GAsyncResult *
htap_keyring_call_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, htap_keyring_call_new), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
