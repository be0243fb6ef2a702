/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-transport-error.h"

#include "htap-error.h"
#include "htap-request.h"
#include "htap-server-text.h"

#define MAX_ISSUER 200 /* characters */

static HtapError
classify_io (int code, HtapErrorReason *reason)
{
  switch (code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return HTAP_ERROR_TIMEOUT;
    case G_IO_ERROR_HOST_NOT_FOUND:
      *reason = HTAP_ERROR_REASON_NAME_NOT_FOUND;
      return HTAP_ERROR_NETWORK;
    case G_IO_ERROR_CONNECTION_REFUSED:
      *reason = HTAP_ERROR_REASON_REFUSED;
      return HTAP_ERROR_NETWORK;
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      *reason = HTAP_ERROR_REASON_UNREACHABLE;
      return HTAP_ERROR_NETWORK;
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_NOT_CONNECTED:
      *reason = HTAP_ERROR_REASON_CONNECTION_LOST;
      return HTAP_ERROR_NETWORK;
    case G_IO_ERROR_INVALID_DATA: /* what claims to be gzip is none */
      *reason = HTAP_ERROR_REASON_NOT_JSON;
      return HTAP_ERROR_PROTOCOL;
    default:
      return HTAP_ERROR_NETWORK;
    }
}

static HtapError
classify (const GError *cause, HtapErrorReason *reason)
{
  if (cause->domain == G_IO_ERROR)
    return classify_io (cause->code, reason);

  if (cause->domain == G_RESOLVER_ERROR)
    {
      *reason = HTAP_ERROR_REASON_NAME_NOT_FOUND;
      return HTAP_ERROR_NETWORK;
    }

  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_EOF))
    {
      *reason = HTAP_ERROR_REASON_CONNECTION_LOST;
      return HTAP_ERROR_NETWORK;
    }

  if (cause->domain == G_TLS_ERROR)
    return HTAP_ERROR_TLS;

  if (g_error_matches (cause, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING) ||
      g_error_matches (cause, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING))
    {
      *reason = HTAP_ERROR_REASON_NOT_DOCUMENTED;
      return HTAP_ERROR_PROTOCOL;
    }

  return HTAP_ERROR_NETWORK;
}

static char *
dup_issuer (SoupMessage *message)
{
  GTlsCertificate *certificate = soup_message_get_tls_peer_certificate (message);
  g_autofree char *issuer =
      certificate != NULL ? g_tls_certificate_get_issuer_name (certificate) : NULL;

  return htap_server_text_clean (issuer, -1, MAX_ISSUER, message);
}

/**
 * htap_transport_error_new:
 * @message: what was to be sent
 * @cause: why it was not, or why no whole answer came: an error of GIO, TLS, the resolver or
 * libsoup
 *
 * The one place where those domains become ours.
 *
 * Returns: (transfer full): a #HtapError; a cancellation as it is
 */
GError *
htap_transport_error_new (SoupMessage *message, const GError *cause)
{
  g_autofree char *endpoint = htap_request_dup_endpoint (message);
  g_autofree char *subject = NULL;
  HtapErrorDetails details = { .endpoint = endpoint };
  HtapError kind;
  GError *error = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);

  kind = classify (cause, &details.reason);
  subject = kind == HTAP_ERROR_TLS ? dup_issuer (message) : htap_request_dup_host (message);
  details.subject = subject;
  details.http_status = soup_message_get_status (message);
  htap_error_set (&error, kind, &details, "%s: %s", endpoint, cause->message);

  return error;
}
