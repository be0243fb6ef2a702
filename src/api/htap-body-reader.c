/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-body-reader.h"

#include "htap-error.h"

#define CHUNK (64 * 1024)

typedef struct {
  gsize       limit;
  GByteArray *body;
  guint8      chunk[CHUNK];
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->body, g_byte_array_unref);
  g_free (reading);
}

static void read_chunk (GTask *task);

/* The records of an answer keep it: without what the array had in reserve, which is up to as much
 * again. Returns: (transfer full) */
static GBytes *
take_body (Reading *reading)
{
  gsize length;
  guint8 *body = g_byte_array_steal (reading->body, &length);

  return g_bytes_new_take (g_realloc (body, length), length);
}

static void
on_stream_read (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = g_task_get_task_data (task);
  gssize n_read = g_input_stream_read_finish (G_INPUT_STREAM (stream), result, &error);

  if (n_read < 0)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (n_read == 0)
    g_task_return_pointer (task, take_body (reading), (GDestroyNotify) g_bytes_unref);
  else if ((gsize) n_read > reading->limit - reading->body->len)
    {
      htap_error_set (&error, HTAP_ERROR_TOO_LARGE, NULL,
                      "The body is larger than %" G_GSIZE_FORMAT " bytes", reading->limit);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    {
      g_byte_array_append (reading->body, reading->chunk, (guint) n_read);
      read_chunk (g_steal_pointer (&task));
    }
}

static void
read_chunk (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  g_input_stream_read_async (g_task_get_source_object (task), reading->chunk, CHUNK,
                             g_task_get_priority (task), g_task_get_cancellable (task),
                             on_stream_read, task);
}

/**
 * htap_body_reader_read_async:
 * @stream: a body, as it is after decompression
 * @limit: how much of it is taken, bytes
 * @cancellable: (nullable): ends the read
 *
 * Reads @stream to its end, and never holds more than @limit of it: a few bytes of gzip become
 * gigabytes, so only what came out is counted.
 */
void
htap_body_reader_read_async (GInputStream *stream,
                             gsize limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (stream, cancellable, callback, user_data);
  Reading *reading = g_new (Reading, 1);

  reading->limit = limit;
  reading->body = g_byte_array_new ();
  g_task_set_source_tag (task, htap_body_reader_read_async);
  g_task_set_task_data (task, reading, reading_free);

  read_chunk (task);
}

/**
 * htap_body_reader_read_finish:
 * @error: %HTAP_ERROR_TOO_LARGE, or an error of the stream
 *
 * Returns: (transfer full) (nullable): the whole body, %NULL with @error
 */
GBytes *
htap_body_reader_read_finish (GInputStream *stream, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, stream), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
