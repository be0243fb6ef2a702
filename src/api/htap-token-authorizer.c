/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token-authorizer.h"

#include "htap-error.h"

#include <string.h>

static gboolean
fail (GError **error, HtapErrorReason reason, const char *message)
{
  HtapErrorDetails details = { .reason = reason };

  htap_error_set (error, HTAP_ERROR_AUTH, &details, "%s", message);

  return FALSE;
}

/**
 * htap_token_authorizer_authorize:
 * @error: %HTAP_ERROR_AUTH: no token, or one that cannot travel in a header
 *
 * A #HtapAuthorizeFunc: a token that the IAM service issued goes into `X-Auth-Token` as it is.
 *
 * Returns: %FALSE with @error
 */
gboolean
htap_token_authorizer_authorize (HtapProfile *profile,
                                 const HtapCredentials *credentials,
                                 SoupMessage *request,
                                 GError **error)
{
  const char *token = htap_credentials_get (credentials, HTAP_SECRET_TOKEN);
  g_autofree char *clean = NULL;

  if (token == NULL)
    return fail (error, HTAP_ERROR_REASON_NO_CREDENTIALS, "No token is stored");

  clean = htap_secret_clean (token);
  if (clean == NULL)
    return fail (error, HTAP_ERROR_REASON_NONE, "The token has characters that no token has");

  soup_message_headers_replace (soup_message_get_request_headers (request), "X-Auth-Token", clean);
  explicit_bzero (clean, strlen (clean));

  return TRUE;
}
