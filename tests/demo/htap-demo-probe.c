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
  /* Loopback needs no proxy, nor the settings that tell of one. */
  self->session = soup_session_new_with_options ("proxy-resolver", NULL, NULL);

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
                         const char *method,
                         const char *path,
                         const char *body)
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
 * htap_demo_probe_sign_in:
 * @scope: (nullable): JSON of what the token is for
 *
 * Returns: (transfer full): what became of a sign-in by password
 */
HtapDemoReply *
htap_demo_probe_sign_in (HtapDemoProbe *self,
                         const char *user,
                         const char *password,
                         const char *scope)
{
  g_autofree char *body = g_strdup_printf (
      "{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\": {\"user\": {"
      "\"name\": \"%s\", \"password\": \"%s\", \"domain\": {\"name\": \"demo-account\"}}}}"
      "%s%s}}",
      user, password, scope != NULL ? ", \"scope\": " : "", scope != NULL ? scope : "");

  return htap_demo_probe_control (self, "POST", "/v3/auth/tokens", body);
}

/**
 * htap_demo_probe_signed:
 * @path: without a query
 * @age: seconds ago it says to be signed
 *
 * Signs as the guide says it, in plain sight: nothing here is the demo cloud's.
 *
 * Returns: (transfer full): a request without a token
 */
SoupMessage *
htap_demo_probe_signed (HtapDemoProbe *self,
                        const char *path,
                        const char *access_key_id,
                        const char *secret_key,
                        gint64 age)
{
  const char *host = strstr (htap_demo_cloud_get_address (self->cloud), "//") + 2;
  SoupMessage *message = htap_demo_probe_message (self, "GET", path);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (g_get_real_time () / 1000000 - age);
  g_autofree char *date = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  g_autofree char *canonical =
      g_strdup_printf ("GET\n%s/\n\nhost:%s\nx-sdk-date:%s\n\nhost;x-sdk-date\n"
                       "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                       path, host, date);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *to_sign = g_strdup_printf ("SDK-HMAC-SHA256\n%s\n%s", date, hash);
  g_autofree char *signature = g_compute_hmac_for_string (
      G_CHECKSUM_SHA256, (const guchar *) secret_key, strlen (secret_key), to_sign, -1);
  g_autofree char *authorization =
      g_strdup_printf ("SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=%s",
                       access_key_id, signature);

  soup_message_headers_remove (headers, "X-Auth-Token");
  soup_message_headers_replace (headers, "X-Sdk-Date", date);
  soup_message_headers_replace (headers, "Authorization", authorization);

  return message;
}

/**
 * htap_demo_probe_check:
 * @message: (transfer full): the request
 * @status: what it must be answered with
 * @text: (nullable): what the body must contain
 */
void
htap_demo_probe_check (HtapDemoProbe *self, SoupMessage *message, guint status, const char *text)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_run (self, message);
  g_autofree char *body = NULL;

  g_assert_no_error (reply->error);
  body = g_strndup (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body));
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, status);
  if (text != NULL && strstr (body, text) == NULL)
    g_error ("“%s” is not in: %s", text, body);
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
