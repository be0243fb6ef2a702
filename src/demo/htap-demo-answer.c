/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-answer.h"

#include "htap-demo-json.h"

#define REQUEST_ID "X-Request-Id"

static char *
make_request_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_auto (GStrv) groups = g_strsplit (uuid, "-", -1);

  return g_strjoinv (NULL, groups);
}

/**
 * htap_demo_answer_new:
 *
 * Returns: (transfer full): an answer without a body, with a request id of its own
 */
HtapDemoAnswer *
htap_demo_answer_new (guint status)
{
  HtapDemoAnswer *self = g_new0 (HtapDemoAnswer, 1);
  g_autofree char *request_id = make_request_id ();

  self->status = status;
  self->body = g_bytes_new (NULL, 0);
  self->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  soup_message_headers_replace (self->headers, REQUEST_ID, request_id);

  return self;
}

/**
 * htap_demo_answer_new_json:
 * @object: (transfer none): the body
 *
 * Returns: (transfer full): an answer as the cloud gives it
 */
HtapDemoAnswer *
htap_demo_answer_new_json (guint status, JsonObject *object)
{
  HtapDemoAnswer *self = htap_demo_answer_new (status);
  g_autoptr (GBytes) body = htap_demo_json_to_bytes (object);

  htap_demo_answer_set_body (self, body);

  return self;
}

/**
 * htap_demo_answer_new_sentence:
 * @sentence: for whoever wrote the script
 *
 * Returns: (transfer full): an answer of the control path, `{"error": …}`
 */
HtapDemoAnswer *
htap_demo_answer_new_sentence (guint status, const char *sentence)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "error", sentence);

  return htap_demo_answer_new_json (status, object);
}

void
htap_demo_answer_free (HtapDemoAnswer *self)
{
  g_bytes_unref (self->body);
  soup_message_headers_unref (self->headers);
  g_free (self);
}

/**
 * htap_demo_answer_set_body:
 * @body: (transfer none): said to be JSON unless the headers already say what it is
 */
void
htap_demo_answer_set_body (HtapDemoAnswer *self, GBytes *body)
{
  g_bytes_ref (body);
  g_bytes_unref (self->body);
  self->body = body;

  if (g_bytes_get_size (body) > 0 &&
      soup_message_headers_get_content_type (self->headers, NULL) == NULL)
    soup_message_headers_set_content_type (self->headers, "application/json", NULL);
}

/**
 * htap_demo_answer_get_id:
 *
 * Returns: (transfer none): the request id
 */
const char *
htap_demo_answer_get_id (HtapDemoAnswer *self)
{
  return soup_message_headers_get_one (self->headers, REQUEST_ID);
}

/**
 * htap_demo_answer_write:
 * @message: a request that has no answer yet
 *
 * Hands status, headers and body to the server, whatever `delay` and `cut` say.
 */
void
htap_demo_answer_write (HtapDemoAnswer *self, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  soup_server_message_set_status (message, self->status, NULL);

  soup_message_headers_iter_init (&iter, self->headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    soup_message_headers_replace (headers, name, value);

  if (g_bytes_get_size (self->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), self->body);
}
