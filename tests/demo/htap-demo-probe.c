/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-probe.h"

#include "htap-demo-json.h"
#include "htap-test.h"

/**
 * htap_demo_probe_new:
 *
 * Returns: (transfer full): a cloud on a free port with the demo's own data, and its client
 */
HtapDemoProbe *
htap_demo_probe_new (void)
{
  HtapDemoProbe *self = g_new0 (HtapDemoProbe, 1);
  g_autoptr (GError) error = NULL;

  self->cloud = htap_demo_cloud_new ();
  htap_demo_cloud_start (self->cloud, 0, &error);
  g_assert_no_error (error);
  self->session = soup_session_new ();

  return self;
}

void
htap_demo_probe_free (HtapDemoProbe *self)
{
  soup_session_abort (self->session);
  /* An aborted request lets go of the session in a later turn. */
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->cloud);
  g_free (self);
}

/**
 * htap_demo_probe_message:
 *
 * Returns: (transfer full): a request with everything that the cloud asks for; follows no redirect
 */
SoupMessage *
htap_demo_probe_message (HtapDemoProbe *self, const char *method, const char *path)
{
  g_autofree char *uri = g_strconcat (htap_demo_cloud_get_address (self->cloud), path, NULL);
  SoupMessage *message = soup_message_new (method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (headers, "X-Auth-Token", htap_demo_cloud_get_token (self->cloud));
  soup_message_headers_replace (headers, "Content-Type", "application/json");

  return message;
}

/**
 * htap_demo_probe_run:
 * @message: (transfer full): the request
 *
 * Returns: (transfer full): what became of it
 */
HtapDemoReply *
htap_demo_probe_run (HtapDemoProbe *self, SoupMessage *message)
{
  HtapDemoReply *reply = g_new0 (HtapDemoReply, 1);
  g_autoptr (GAsyncResult) result = NULL;

  reply->message = message;
  soup_session_send_and_read_async (self->session, message, G_PRIORITY_DEFAULT, NULL,
                                    htap_test_on_result, &result);
  reply->body =
      soup_session_send_and_read_finish (self->session, htap_test_await (&result), &reply->error);

  return reply;
}

HtapDemoReply *
htap_demo_probe_get (HtapDemoProbe *self, const char *path)
{
  return htap_demo_probe_run (self, htap_demo_probe_message (self, "GET", path));
}

/**
 * htap_demo_probe_control:
 * @body: (nullable): JSON to send along
 *
 * Returns: (transfer full): what became of a request to the control path
 */
HtapDemoReply *
htap_demo_probe_control (HtapDemoProbe *self,
                         const char    *method,
                         const char    *path,
                         const char    *body)
{
  SoupMessage *message = htap_demo_probe_message (self, method, path);

  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }

  return htap_demo_probe_run (self, message);
}

/**
 * htap_demo_probe_fault:
 * @description: a fault that the cloud must take
 */
void
htap_demo_probe_fault (HtapDemoProbe *self, const char *description)
{
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_control (self, "POST", "/demo/faults", description);

  g_assert_no_error (reply->error);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 201);
}

void
htap_demo_reply_free (HtapDemoReply *self)
{
  g_object_unref (self->message);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

guint
htap_demo_reply_status (HtapDemoReply *self)
{
  return soup_message_get_status (self->message);
}

/**
 * htap_demo_reply_header:
 *
 * Returns: (transfer none) (nullable): a header of the answer
 */
const char *
htap_demo_reply_header (HtapDemoReply *self, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (self->message), name);
}

/**
 * htap_demo_reply_object:
 *
 * Returns: (transfer full): the body, which must be a JSON object
 */
JsonObject *
htap_demo_reply_object (HtapDemoReply *self)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  g_assert_no_error (self->error);
  object = htap_demo_json_parse (self->body, &error);
  g_assert_no_error (error);

  return object;
}
