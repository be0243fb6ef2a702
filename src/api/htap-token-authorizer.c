/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token-authorizer.h"

#include "htap-error.h"

struct _HtapTokenAuthorizer
{
  HtapAuthorizer parent_instance;
};

G_DEFINE_FINAL_TYPE (HtapTokenAuthorizer, htap_token_authorizer, HTAP_TYPE_AUTHORIZER)

static gboolean
htap_token_authorizer_authorize (HtapAuthorizer *authorizer,
                                 const char *region,
                                 const char *project_id,
                                 SoupMessage *request,
                                 GError **error)
{
  char *token = htap_secret_clean (htap_authorizer_get_secret (authorizer, HTAP_SECRET_TOKEN));

  if (token == NULL)
    {
      htap_error_set (error, HTAP_ERROR_AUTH, NULL, "The token has characters that no token has");
      return FALSE;
    }

  soup_message_headers_replace (soup_message_get_request_headers (request), "X-Auth-Token", token);
  htap_secret_free (token);

  return TRUE;
}

static void
htap_token_authorizer_class_init (HtapTokenAuthorizerClass *klass)
{
  HTAP_AUTHORIZER_CLASS (klass)->authorize = htap_token_authorizer_authorize;
}

static void
htap_token_authorizer_init (HtapTokenAuthorizer *self)
{
}
