/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-delivery.h"

/* So little always fits into a socket's buffer: writing it never blocks the loop that the client
 * may run on, too. */
#define MAXIMUM_CUT_BODY 4096

struct _HtapDemoDelivery {
  GMainContext *context;
  GPtrArray    *pending; /* of Parcel */
};

/* One answer that is held back. */
typedef struct {
  HtapDemoDelivery  *delivery;
  SoupServerMessage *message;
  HtapDemoAnswer    *answer;
  GSource           *timer;
} Parcel;

static void
parcel_free (Parcel *parcel)
{
  g_source_destroy (parcel->timer);
  g_source_unref (parcel->timer);
  htap_demo_answer_free (parcel->answer);
  g_object_unref (parcel->message);
  g_free (parcel);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parcel, parcel_free)

/* What a whole answer would begin with. */
static GString *
format_head (SoupServerMessage *message, gsize length)
{
  GString *head = g_string_new (NULL);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  soup_message_headers_set_content_length (headers, (goffset) length);

  g_string_append_printf (head, "HTTP/1.1 %u %s\r\n", soup_server_message_get_status (message),
                          soup_server_message_get_reason_phrase (message));
  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (head, "%s: %s\r\n", name, value);
  g_string_append (head, "\r\n");

  return head;
}

/* libsoup cannot end an answer early, so the connection is taken from it and written by hand. */
static void
send_part (SoupServerMessage *message, HtapDemoAnswer *answer)
{
  gsize length;
  const char *body = g_bytes_get_data (answer->body, &length);
  /* Even a cut answer without a body promises one. */
  g_autoptr (GString) text = format_head (message, MAX (length, 1));
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  if (stream == NULL)
    return;

  if (answer->cut == HTAP_DEMO_CUT_BODY && length > 0)
    g_string_append_len (text, body, (gssize) MIN (length / 2, MAXIMUM_CUT_BODY));

  if (answer->cut == HTAP_DEMO_CUT_BEFORE_ANSWER)
    g_string_truncate (text, 0);

  /* A client that is gone already has what was meant for it. */
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text->str, text->len, NULL,
                             NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static gboolean
on_parcel_due (gpointer user_data)
{
  g_autoptr (Parcel) parcel = user_data;

  g_ptr_array_remove_fast (parcel->delivery->pending, parcel);

  htap_demo_answer_write (parcel->answer, parcel->message);
  if (parcel->answer->cut != HTAP_DEMO_CUT_NONE)
    send_part (parcel->message, parcel->answer);
  else
    soup_server_message_unpause (parcel->message);

  return G_SOURCE_REMOVE;
}

HtapDemoDelivery *
htap_demo_delivery_new (void)
{
  HtapDemoDelivery *self = g_new0 (HtapDemoDelivery, 1);

  self->context = g_main_context_ref_thread_default ();
  self->pending = g_ptr_array_new ();

  return self;
}

/**
 * htap_demo_delivery_free:
 *
 * Answers that are still held back are never sent.
 */
void
htap_demo_delivery_free (HtapDemoDelivery *self)
{
  g_ptr_array_set_free_func (self->pending, (GDestroyNotify) parcel_free);
  g_ptr_array_unref (self->pending);
  g_main_context_unref (self->context);
  g_free (self);
}

/**
 * htap_demo_delivery_send:
 * @message: a request, from within the server's handler
 * @answer: (transfer full): what to send
 */
void
htap_demo_delivery_send (HtapDemoDelivery *self, SoupServerMessage *message, HtapDemoAnswer *answer)
{
  Parcel *parcel;

  if (answer->delay == 0 && answer->cut == HTAP_DEMO_CUT_NONE)
    {
      htap_demo_answer_write (answer, message);
      htap_demo_answer_free (answer);
      return;
    }

  soup_server_message_pause (message);

  parcel = g_new0 (Parcel, 1);
  parcel->delivery = self;
  parcel->message = g_object_ref (message);
  parcel->answer = answer;
  parcel->timer = g_timeout_source_new (answer->delay);
  g_source_set_callback (parcel->timer, on_parcel_due, parcel, NULL);
  g_source_attach (parcel->timer, self->context);
  g_ptr_array_add (self->pending, parcel);
}

/**
 * htap_demo_delivery_n_pending:
 *
 * Returns: how many answers are held back
 */
guint
htap_demo_delivery_n_pending (HtapDemoDelivery *self)
{
  return self->pending->len;
}
