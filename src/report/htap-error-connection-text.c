/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-connection-text.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More of the server's own words than this is left to the details. */
#define MAX_ANSWER_CHARACTERS 160

/* The host in "GET https://host/path", with or without the method and the scheme. */
static char *
dup_host (const HtapErrorDetails *details)
{
  const char *start = details->endpoint != NULL ? details->endpoint : "";
  const char *part = strchr (start, ' ');
  g_autofree char *host = NULL;

  start = part != NULL ? part + 1 : start;
  part = strstr (start, "://");
  start = part != NULL ? part + strlen ("://") : start;
  host = g_strndup (start, strcspn (start, "/"));

  /* Translators: stands where the name of the host that was asked is not known. */
  return *host != '\0' ? htap_safe_text_dup (host) : g_strdup (_ ("Huawei Cloud"));
}

/* Code and words of the answer as a support ticket has them, as far as there are any. */
static char *
dup_answer (const HtapErrorDetails *details)
{
  g_autofree char *code = htap_safe_text_dup (details->code);
  g_autofree char *message =
      htap_safe_text_dup_cut (details->server_message, MAX_ANSWER_CHARACTERS);

  if (code != NULL && message != NULL)
    return g_strdup_printf ("%s: %s", code, message);
  if (code != NULL)
    return g_steal_pointer (&code);
  if (message != NULL)
    return g_steal_pointer (&message);

  return g_strdup_printf ("HTTP %u", details->http_status);
}

/* Translators: in these sentences %s is the name of a host. */
static char *
dup_network (const HtapErrorDetails *details, const char *host)
{
  g_autofree char *subject = htap_safe_text_dup (details->subject);
  const char *name = subject != NULL ? subject : host;

  switch (details->reason)
    {
    case HTAP_ERROR_REASON_NAME_NOT_FOUND:
      return g_strdup_printf (_ ("Cannot reach %s: name not found. Check network, VPN and proxy."),
                              name);
    case HTAP_ERROR_REASON_REFUSED:
      return g_strdup_printf (_ ("Cannot reach %s: connection refused. Check network, VPN and "
                                 "proxy."),
                              name);
    case HTAP_ERROR_REASON_UNREACHABLE:
      return g_strdup_printf (_ ("Cannot reach %s: no route to it. Check network, VPN and proxy."),
                              name);
    case HTAP_ERROR_REASON_CONNECTION_LOST:
      return g_strdup_printf (
          _ ("The connection to %s broke. Try again; if it happens again, check "
             "network, VPN and proxy."),
          name);
    default:
      return g_strdup_printf (_ ("Cannot reach %s. Check network, VPN and proxy."), name);
    }
}

static char *
dup_tls (const HtapErrorDetails *details)
{
  g_autofree char *issuer = htap_safe_text_dup (details->subject);

  if (issuer == NULL)
    return g_strdup (
        _ ("The server's certificate is not trusted. If your company inspects traffic, "
           "add its CA file to the profile."));

  /* Translators: %s is who issued the certificate. */
  return g_strdup_printf (
      _ ("The server's certificate is not trusted (issuer: %s). If your company "
         "inspects traffic, add its CA file to the profile."),
      issuer);
}

static char *
dup_protocol (const HtapErrorDetails *details, const char *host)
{
  if (details->reason == HTAP_ERROR_REASON_NOT_JSON)
    /* Translators: %s is the name of a host. */
    return g_strdup_printf (
        _ ("The answer of %s is no JSON. A proxy or the sign-in page of a network "
           "may have answered in its place: check network, VPN and proxy."),
        host);

  /* Translators: %s is the name of a host. */
  return g_strdup_printf (
      _ ("The answer of %s is not what the API documents. Check the endpoint in "
         "the profile."),
      host);
}

/**
 * htap_error_connection_text_dup:
 * @error: an #HtapError about the way to the cloud and back
 *
 * Returns: (transfer full): what htap_error_text_dup_sentence() says of it
 */
char *
htap_error_connection_text_dup (const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);
  g_autofree char *host = dup_host (details);
  g_autofree char *answer = dup_answer (details);

  switch ((HtapError) error->code)
    {
    case HTAP_ERROR_NETWORK:
      return dup_network (details, host);
    case HTAP_ERROR_TIMEOUT:
      /* Translators: %s is the name of a host. */
      return g_strdup_printf (_ ("No answer from %s in time. Try again; if it happens again, check "
                                 "network, VPN and proxy."),
                              host);
    case HTAP_ERROR_TLS:
      return dup_tls (details);
    case HTAP_ERROR_THROTTLED:
      return g_strdup (_ ("Huawei Cloud is limiting requests. Wait a minute, then try again."));
    case HTAP_ERROR_SERVER:
      /* Translators: %s is a code and a message of the server. */
      return g_strdup_printf (_ ("Huawei Cloud could not answer (%s). Try again in a few minutes."),
                              answer);
    case HTAP_ERROR_REDIRECT:
      /* Translators: %s is the name of a host. */
      return g_strdup_printf (_ ("%s points to another address. The program does not follow, for "
                                 "your sign-in would go there. Check the endpoint in the profile."),
                              host);
    case HTAP_ERROR_PROTOCOL:
      return dup_protocol (details, host);
    case HTAP_ERROR_TOO_LARGE:
      /* Translators: %s is the name of a host. */
      return g_strdup_printf (_ ("The answer of %s is too large to be an inventory. Check the "
                                 "endpoint in the profile."),
                              host);
    case HTAP_ERROR_REJECTED:
    default:
      /* Translators: %s is a code and a message of the server. */
      return g_strdup_printf (_ ("Huawei Cloud rejected the request (%s). Check region, project ID "
                                 "and TaurusDB instance ID in the profile."),
                              answer);
    }
}
