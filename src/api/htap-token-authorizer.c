/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token-authorizer.h"

#include "htap-error.h"

struct _HtapTokenAuthorizer
{
  HtapAuthorizer parent_instance;
  GError *refusal; /* (nullable): why the token is of no use any more */
};

G_DEFINE_FINAL_TYPE (HtapTokenAuthorizer, htap_token_authorizer, HTAP_TYPE_AUTHORIZER)

static gboolean
htap_token_authorizer_authorize (HtapAuthorizer *authorizer,
                                 const char *region,
                                 const char *project_id,
                                 SoupMessage *request,
                                 GError **error)
{
  HtapTokenAuthorizer *self = HTAP_TOKEN_AUTHORIZER (authorizer);
  char *token;

  /* Nothing renews it: who waited for a place meanwhile would hear the same. */
  if (self->refusal != NULL)
    {
      g_propagate_error (error, g_error_copy (self->refusal));
      return FALSE;
    }

  token = htap_secret_clean (htap_authorizer_get_secret (authorizer, HTAP_SECRET_TOKEN));

  if (token == NULL)
    {
      htap_error_set (error, HTAP_ERROR_AUTH, NULL, "The token has characters that no token has");
      return FALSE;
    }

  soup_message_headers_replace (soup_message_get_request_headers (request), "X-Auth-Token", token);
  htap_secret_free (token);

  return TRUE;
}

/* Another region's refusal tells nothing of the token's own. */
static gboolean
htap_token_authorizer_conclude (HtapAuthorizer *authorizer,
                                SoupMessage *request,
                                gboolean may_repeat,
                                const GError *error)
{
  HtapTokenAuthorizer *self = HTAP_TOKEN_AUTHORIZER (authorizer);

  if (self->refusal == NULL &&
      htap_error_get_details (error)->reason == HTAP_ERROR_REASON_TOKEN_EXPIRED)
    self->refusal = g_error_copy (error);

  return FALSE;
}

static void
htap_token_authorizer_forgive (HtapAuthorizer *authorizer)
{
  g_clear_error (&HTAP_TOKEN_AUTHORIZER (authorizer)->refusal);
}

static void
htap_token_authorizer_finalize (GObject *object)
{
  g_clear_error (&HTAP_TOKEN_AUTHORIZER (object)->refusal);

  G_OBJECT_CLASS (htap_token_authorizer_parent_class)->finalize (object);
}

static void
htap_token_authorizer_class_init (HtapTokenAuthorizerClass *klass)
{
  HtapAuthorizerClass *authorizer_class = HTAP_AUTHORIZER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_token_authorizer_finalize;
  authorizer_class->authorize = htap_token_authorizer_authorize;
  authorizer_class->conclude = htap_token_authorizer_conclude;
  authorizer_class->forgive = htap_token_authorizer_forgive;
}

static void
htap_token_authorizer_init (HtapTokenAuthorizer *self)
{
}
