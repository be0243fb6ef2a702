/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-server.h"

#include "htap-test.h"

#include <string.h>

struct _HtapTestServer {
  SoupServer         *server;
  HtapTestHandler     handler;
  gpointer            user_data;
  SoupMessageHeaders *headers; /* of the last request */
  guint               n_requests;
  guint               n_awaited;
};

static void
on_server_request (SoupServer *server,
                   SoupServerMessage *message,
                   const char *path,
                   GHashTable *query,
                   gpointer user_data)
{
  HtapTestServer *self = user_data;

  self->n_requests++;
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  self->headers = soup_message_headers_ref (soup_server_message_get_request_headers (message));
  self->handler (self, message, self->user_data);
}

/**
 * htap_test_server_new:
 * @handler: answers every request
 *
 * Returns: (transfer full): a server on a free port of 127.0.0.1, over http, in this thread
 */
HtapTestServer *
htap_test_server_new (HtapTestHandler handler, gpointer user_data)
{
  return htap_test_server_new_tls (NULL, handler, user_data);
}

/**
 * htap_test_server_new_tls:
 * @certificate: (nullable): what it shows, over https
 *
 * Returns: (transfer full): the same with a certificate
 */
HtapTestServer *
htap_test_server_new_tls (GTlsCertificate *certificate, HtapTestHandler handler, gpointer user_data)
{
  HtapTestServer *self = g_new0 (HtapTestServer, 1);
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  g_autoptr (GError) error = NULL;

  if (certificate != NULL)
    options |= SOUP_SERVER_LISTEN_HTTPS;

  self->handler = handler;
  self->user_data = user_data;
  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (self->server, NULL, on_server_request, self, NULL);
  soup_server_listen_local (self->server, 0, options, &error);
  g_assert_no_error (error);

  return self;
}

void
htap_test_server_free (HtapTestServer *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_free (self);
}

/**
 * htap_test_server_dup_url:
 *
 * Returns: (transfer full): the base URL, without a slash at its end
 */
char *
htap_test_server_dup_url (HtapTestServer *self)
{
  GSList *uris = soup_server_get_uris (self->server);
  GUri *uri = uris->data;
  char *url = g_strdup_printf ("%s://%s:%d", g_uri_get_scheme (uri), g_uri_get_host (uri),
                               g_uri_get_port (uri));

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return url;
}

/**
 * htap_test_server_new_message:
 * @path: begins with a slash
 *
 * Returns: (transfer full): a GET of @path, with the token `secret-token-of-the-test`
 */
SoupMessage *
htap_test_server_new_message (HtapTestServer *self, const char *path)
{
  g_autofree char *base = htap_test_server_dup_url (self);
  g_autofree char *url = g_strconcat (base, path, NULL);
  SoupMessage *message = soup_message_new (SOUP_METHOD_GET, url);

  soup_message_headers_replace (soup_message_get_request_headers (message), "X-Auth-Token",
                                "secret-token-of-the-test");

  return message;
}

guint
htap_test_server_get_n_requests (HtapTestServer *self)
{
  return self->n_requests;
}

static gboolean
has_requests (gpointer data)
{
  HtapTestServer *self = data;

  return self->n_requests >= self->n_awaited;
}

/**
 * htap_test_server_wait_for:
 * @n_requests: how many must have come, since the server began
 */
void
htap_test_server_wait_for (HtapTestServer *self, guint n_requests)
{
  self->n_awaited = n_requests;
  htap_test_wait_until (has_requests, self, "a request at the server");
}

/**
 * htap_test_server_get_header:
 *
 * Returns: (transfer none) (nullable): what the last request had
 */
const char *
htap_test_server_get_header (HtapTestServer *self, const char *name)
{
  return soup_message_headers_get_one (self->headers, name);
}

/**
 * htap_test_answer:
 * @type: the content type
 * @body: static text
 */
void
htap_test_answer (SoupServerMessage *message, guint status, const char *type, const char *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_STATIC, body, strlen (body));
}

/**
 * htap_test_answer_bytes:
 * @body: may be empty
 */
void
htap_test_answer_bytes (SoupServerMessage *message, guint status, GBytes *body)
{
  soup_server_message_set_status (message, status, NULL);
  if (g_bytes_get_size (body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
}

/**
 * htap_test_self_signed:
 *
 * Returns: (transfer full): a fresh certificate for 127.0.0.1 that nobody trusts, with its key
 */
GTlsCertificate *
htap_test_self_signed (void)
{
  g_autofree char *directory = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (directory, "both.pem", NULL);
  const char *command[] = {
    "openssl",
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=Nobody's CA",
    "-addext",
    "subjectAltName=IP:127.0.0.1",
    "-keyout",
    path,
    "-out",
    path,
    NULL,
  };
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate;
  int status;

  /* openssl puts the key and the certificate one after the other into one file. */
  g_spawn_sync (NULL, (char **) command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  certificate = g_tls_certificate_new_from_file (path, &error);
  g_assert_no_error (error);
  htap_test_remove_tree (directory);

  return certificate;
}
