/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-probe.h"

#include "htap-request.h"

typedef struct
{
  SoupMessage *message;
  HtapProbeProgress progress;
  gpointer progress_data;
} Probe;

static void
probe_free (gpointer data)
{
  Probe *probe = data;

  g_object_unref (probe->message);
  g_free (probe);
}

static gboolean
is_https (SoupMessage *message)
{
  return g_str_equal (g_uri_get_scheme (soup_message_get_uri (message)), "https");
}

/* With a proxy in between, a connection is to the proxy; only who shakes hands is the host. */
static void
on_message_network_event (SoupMessage *message,
                          GSocketClientEvent event,
                          GIOStream *connection,
                          gpointer user_data)
{
  Probe *probe = user_data;
  GSocketClientEvent connected =
      is_https (message) ? G_SOCKET_CLIENT_TLS_HANDSHAKING : G_SOCKET_CLIENT_CONNECTED;

  if (event == connected)
    probe->progress (HTAP_PROBE_CONNECTED, probe->progress_data);
  else if (event == G_SOCKET_CLIENT_TLS_HANDSHAKED)
    probe->progress (HTAP_PROBE_SECURED, probe->progress_data);
}

/* Whatever the host says, it is there. */
static gboolean
is_answered (SoupMessage *message)
{
  return soup_message_get_status (message) != SOUP_STATUS_NONE &&
         (!is_https (message) || soup_message_get_tls_peer_certificate (message) != NULL);
}

static void
on_message_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Probe *probe = g_task_get_task_data (task);
  g_autoptr (GBytes) body = htap_http_send_finish (HTAP_HTTP (object), result, &error);

  g_signal_handlers_disconnect_by_data (probe->message, probe);
  if (body != NULL || (error->domain != G_IO_ERROR && is_answered (probe->message)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_probe_async:
 * @http: a door through which nothing went to that host yet: a connection is not made twice
 * @endpoint: where a service is
 * @progress: told how far it got
 * @progress_data: lives until the probe is finished
 * @cancellable: (nullable): answers at once
 *
 * Asks a service for nothing in particular, without proving who asks: whether it can be reached at
 * all. Made once, whatever comes of it.
 */
void
htap_probe_async (HtapHttp *http,
                  GUri *endpoint,
                  HtapProbeProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GTask *task = g_task_new (http, cancellable, callback, user_data);
  Probe *probe = g_new0 (Probe, 1);

  probe->message = htap_request_new_probe (endpoint);
  probe->progress = progress;
  probe->progress_data = progress_data;
  g_task_set_source_tag (task, htap_probe_async);
  g_task_set_task_data (task, probe, probe_free);
  g_signal_connect (probe->message, "network-event", G_CALLBACK (on_message_network_event), probe);
  htap_http_send_async (http, probe->message, cancellable, on_message_sent, task);
}

/**
 * htap_probe_finish:
 * @message: (out) (transfer full): what was asked, and answered if it was
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the service answered, with whatever status; %FALSE with @error
 */
gboolean
htap_probe_finish (HtapHttp *http, GAsyncResult *result, SoupMessage **message, GError **error)
{
  Probe *probe;

  g_return_val_if_fail (g_task_is_valid (result, http), FALSE);

  probe = g_task_get_task_data (G_TASK (result));
  *message = g_object_ref (probe->message);

  return g_task_propagate_boolean (G_TASK (result), error);
}
