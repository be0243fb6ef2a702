/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-decode-task.h"

/* Above this many bytes decoding takes longer than a frame: it goes to a thread. */
#define INLINE_LIMIT (256 * 1024)

typedef struct
{
  HtapDecode decode;
  GDestroyNotify free_result;
  GBytes *body;
} Decoding;

static void
decoding_free (gpointer data)
{
  Decoding *decoding = data;

  g_bytes_unref (decoding->body);
  g_free (decoding);
}

static void
decode_in_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  Decoding *decoding = data;
  gpointer result = decoding->decode (decoding->body, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, decoding->free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A usual answer, and how to decode it. */
typedef struct
{
  GTask *task;
  GTaskThreadFunc decode;
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  g_object_unref (turn->task);
  g_free (turn);
}

static gboolean
on_turn (gpointer data)
{
  Turn *turn = data;

  turn->decode (turn->task, g_task_get_source_object (turn->task),
                g_task_get_task_data (turn->task), g_task_get_cancellable (turn->task));

  return G_SOURCE_REMOVE;
}

/* In the next turn of the main loop: whoever waited for this answer to make room sends its request
 * first, so that the cloud has something to do meanwhile. */
static void
decode_next (GTask *task, GTaskThreadFunc decode)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Turn *turn = g_new0 (Turn, 1);

  turn->task = g_object_ref (task);
  turn->decode = decode;
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, on_turn, turn, turn_free);
  g_source_attach (source, g_task_get_context (task));
}

/**
 * htap_decode_task_run:
 * @task: to be answered; its cancellable answers it at once, whatever the thread does
 * @answer: what is decoded
 * @decode: decodes it, and answers @task; it is given what a thread is given
 *
 * Decodes a large answer in a thread, a usual one in the next turn of the main loop.
 */
void
htap_decode_task_run (GTask *task, GBytes *answer, GTaskThreadFunc decode)
{
  if (g_bytes_get_size (answer) < INLINE_LIMIT)
    {
      decode_next (task, decode);
      return;
    }

  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, decode);
}

/**
 * htap_decode_async:
 * @free_result: of what @decode returns
 * @cancellable: (nullable): answers at once, whatever the thread does
 *
 * Decodes a large answer in a thread, a usual one in the next turn of the main loop.
 */
void
htap_decode_async (HtapDecode decode,
                   GDestroyNotify free_result,
                   GBytes *body,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Decoding *decoding = g_new0 (Decoding, 1);

  decoding->decode = decode;
  decoding->free_result = free_result;
  decoding->body = g_bytes_ref (body);
  g_task_set_source_tag (task, htap_decode_async);
  g_task_set_task_data (task, decoding, decoding_free);

  htap_decode_task_run (task, body, decode_in_task);
}

/**
 * htap_decode_finish:
 * @error: that of the decoder, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what the decoder returned, %NULL with @error
 */
gpointer
htap_decode_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
