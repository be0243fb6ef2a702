/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-authorizer.h"

#include "htap-error.h"
#include "htap-token-authorizer.h"

static HtapAuthorizeFunc
get_scheme (HtapSignIn sign_in)
{
  switch (sign_in)
    {
    case HTAP_SIGN_IN_TOKEN:
      return htap_token_authorizer_authorize;
    case HTAP_SIGN_IN_PASSWORD:
    case HTAP_SIGN_IN_ACCESS_KEY:
      break;
    }

  return NULL;
}

/**
 * htap_authorizer_authorize:
 * @profile: says how it signs in
 * @credentials: (nullable): its secrets, if any are known
 * @request: a finished request
 * @error: %HTAP_ERROR_AUTH, with the reason %HTAP_ERROR_REASON_NO_CREDENTIALS if nothing that
 * serves is there
 *
 * Adds to @request what proves who asks.
 *
 * Returns: %FALSE with @error
 */
gboolean
htap_authorizer_authorize (HtapProfile *profile,
                           const HtapCredentials *credentials,
                           SoupMessage *request,
                           GError **error)
{
  HtapAuthorizeFunc authorize = get_scheme (htap_profile_get_sign_in (profile));

  if (credentials == NULL || authorize == NULL)
    {
      HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_CREDENTIALS };

      htap_error_set (error, HTAP_ERROR_AUTH, &details,
                      "There are no credentials for the profile's way to sign in");
      return FALSE;
    }

  return authorize (profile, credentials, request, error);
}
