/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fetch.h"

#include "htap-answer.h"
#include "htap-answer-error.h"
#include "htap-body-reader.h"
#include "htap-error.h"
#include "htap-transport-error.h"

/* What is read of an error's body, bytes. */
#define ERROR_BODY_LIMIT (64 * 1024)

typedef struct {
  SoupMessage  *message;
  GCancellable *transfer; /* what libsoup is given: ends with the fetch, whoever ends it */
  GSource      *deadline;
  GSource      *cancelled; /* (nullable) */
  gboolean      answered;
} Fetch;

static void
end_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  end_source (&fetch->deadline);
  end_source (&fetch->cancelled);
  g_object_unref (fetch->message);
  g_object_unref (fetch->transfer);
  g_free (fetch);
}

/* Answers once; what comes later is dropped. Takes @body or @error. */
static void
answer (GTask *task, GBytes *body, GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->answered)
    {
      g_clear_pointer (&body, g_bytes_unref);
      g_clear_error (&error);
      return;
    }

  fetch->answered = TRUE;
  end_source (&fetch->deadline);
  end_source (&fetch->cancelled);

  if (body != NULL)
    {
      g_task_return_pointer (task, body, (GDestroyNotify) g_bytes_unref);
      return;
    }

  g_cancellable_cancel (fetch->transfer);
  g_task_return_error (task, error);
}

static void
answer_transport_error (GTask *task, const GError *cause)
{
  Fetch *fetch = g_task_get_task_data (task);

  answer (task, NULL, htap_transport_error_new (fetch->message, cause));
}

static gboolean
on_deadline (gpointer user_data)
{
  g_autoptr (GError) cause =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The whole answer took too long");

  answer_transport_error (user_data, cause);

  return G_SOURCE_REMOVE;
}

static gboolean
on_fetch_cancelled (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    answer (user_data, NULL, g_steal_pointer (&error));

  return G_SOURCE_REMOVE;
}

static void
on_body_read (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GBytes) body = htap_body_reader_read_finish (G_INPUT_STREAM (stream), result, &error);

  if (body != NULL)
    answer (task, g_steal_pointer (&body), NULL);
  else if (error->domain == HTAP_ERROR)
    answer (task, NULL, htap_answer_error_complete (fetch->message, error));
  else
    answer_transport_error (task, error);
}

static void
on_error_body_read (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GBytes) body = htap_body_reader_read_finish (G_INPUT_STREAM (stream), result, NULL);

  /* The status stands, whatever became of the body. */
  if (body == NULL)
    body = g_bytes_new_static ("", 0);

  answer (task, NULL, htap_answer_error_new (fetch->message, body));
}

static void
on_message_sent (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GInputStream) stream =
      soup_session_send_finish (SOUP_SESSION (session), result, &error);
  gboolean good = SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (fetch->message));

  if (stream == NULL)
    answer_transport_error (task, error);
  else if (good && !fetch->answered)
    htap_body_reader_read_async (stream, HTAP_ANSWER_LIMIT, fetch->transfer, on_body_read,
                                 g_steal_pointer (&task));
  else if (!fetch->answered)
    htap_body_reader_read_async (stream, ERROR_BODY_LIMIT, fetch->transfer, on_error_body_read,
                                 g_steal_pointer (&task));
}

/**
 * htap_fetch_async:
 * @session: what sends it
 * @message: a finished request
 * @deadline: how long the whole answer may take, milliseconds from now
 * @cancellable: (nullable): ends it
 *
 * Sends @message and reads the answer. Answers at the deadline and when cancelled at once, whatever
 * libsoup is doing: over HTTP/2 it does not react to a cancellation while it waits for headers
 * (libsoup 3.2 to 3.6). What it delivers later is dropped.
 */
void
htap_fetch_async (SoupSession *session,
                  SoupMessage *message,
                  guint deadline,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->message = g_object_ref (message);
  fetch->transfer = g_cancellable_new ();
  g_task_set_source_tag (task, htap_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);

  if (g_task_return_error_if_cancelled (task))
    return;

  fetch->deadline = g_timeout_source_new (deadline);
  g_task_attach_source (task, fetch->deadline, on_deadline);
  if (cancellable != NULL)
    {
      fetch->cancelled = g_cancellable_source_new (cancellable);
      g_task_attach_source (task, fetch->cancelled, G_SOURCE_FUNC (on_fetch_cancelled));
    }

  soup_session_send_async (session, message, g_task_get_priority (task), fetch->transfer,
                           on_message_sent, g_object_ref (task));
}

/**
 * htap_fetch_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the body of an answer with a 2xx status, decompressed; %NULL
 *   with @error
 */
GBytes *
htap_fetch_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
