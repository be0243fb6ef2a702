/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-authorizers.h"

#include "htap-error.h"
#include "htap-key-authorizer.h"
#include "htap-password-authorizer.h"
#include "htap-token-authorizer.h"

struct _HtapAuthorizers
{
  HtapHttp *http;
  GHashTable *by_profile; /* a profile's uuid → HtapAuthorizer */
};

static GType
find_scheme (HtapProfile *profile, const HtapCredentials *credentials)
{
  switch (htap_profile_get_sign_in (profile))
    {
    case HTAP_SIGN_IN_TOKEN:
      return htap_credentials_get (credentials, HTAP_SECRET_TOKEN) != NULL
                 ? HTAP_TYPE_TOKEN_AUTHORIZER
                 : G_TYPE_INVALID;
    case HTAP_SIGN_IN_PASSWORD:
      return htap_credentials_get (credentials, HTAP_SECRET_PASSWORD) != NULL
                 ? HTAP_TYPE_PASSWORD_AUTHORIZER
                 : G_TYPE_INVALID;
    case HTAP_SIGN_IN_ACCESS_KEY:
      return htap_credentials_get (credentials, HTAP_SECRET_SECRET_KEY) != NULL &&
                     htap_profile_get_access_key_id (profile) != NULL
                 ? HTAP_TYPE_KEY_AUTHORIZER
                 : G_TYPE_INVALID;
    default:
      return G_TYPE_INVALID;
    }
}

/**
 * htap_authorizer_dup_door:
 * @http: the door to take, or the one beside which to open another
 * @profile: says which certificates to accept besides the system's
 * @error: %HTAP_ERROR_CONFIG with %HTAP_ERROR_REASON_BAD_CA_FILE
 *
 * Returns: (transfer full) (nullable): the door for @profile's requests; %NULL with @error
 */
HtapHttp *
htap_authorizer_dup_door (HtapHttp *http, HtapProfile *profile, GError **error)
{
  const char *ca_file = htap_profile_get_ca_file (profile);

  return ca_file != NULL ? htap_http_new_trusting (http, ca_file, error) : g_object_ref (http);
}

/**
 * htap_authorizer_new_for_profile:
 * @http: the door to take; its own requests, and those that accept the profile's certificates, take
 *   one beside it
 * @profile: says how it signs in; not changed afterwards
 * @credentials: (nullable): its secrets, if any are known; not changed afterwards
 * @error: %HTAP_ERROR_AUTH with %HTAP_ERROR_REASON_NO_CREDENTIALS if nothing that serves is there;
 *   %HTAP_ERROR_CONFIG with %HTAP_ERROR_REASON_BAD_CA_FILE
 *
 * Returns: (transfer full) (nullable): who proves for @profile who asks; it has not signed in yet.
 *   %NULL with @error
 */
HtapAuthorizer *
htap_authorizer_new_for_profile (HtapHttp *http,
                                 HtapProfile *profile,
                                 HtapCredentials *credentials,
                                 GError **error)
{
  GType scheme = credentials != NULL ? find_scheme (profile, credentials) : G_TYPE_INVALID;
  g_autoptr (HtapHttp) door = NULL;

  if (scheme == G_TYPE_INVALID)
    {
      HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_CREDENTIALS };

      htap_error_set (error, HTAP_ERROR_AUTH, &details,
                      "There are no credentials for the profile's way to sign in");
      return NULL;
    }

  door = htap_authorizer_dup_door (http, profile, error);

  return door != NULL ? htap_authorizer_new (scheme, door, profile, credentials) : NULL;
}

HtapAuthorizers *
htap_authorizers_new (HtapHttp *http)
{
  HtapAuthorizers *self = g_new0 (HtapAuthorizers, 1);

  self->http = g_object_ref (http);
  self->by_profile = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
htap_authorizers_free (HtapAuthorizers *self)
{
  g_hash_table_unref (self->by_profile);
  g_object_unref (self->http);
  g_free (self);
}

/**
 * htap_authorizers_get:
 * @credentials: (nullable): the profile's secrets
 * @error: as htap_authorizer_new_for_profile()
 *
 * Returns: (transfer none) (nullable): the one from before, or a new one in its place; %NULL with
 *   @error
 */
HtapAuthorizer *
htap_authorizers_get (HtapAuthorizers *self,
                      HtapProfile *profile,
                      HtapCredentials *credentials,
                      GError **error)
{
  const char *uuid = htap_profile_get_uuid (profile);
  HtapAuthorizer *authorizer = g_hash_table_lookup (self->by_profile, uuid);

  if (authorizer != NULL && htap_authorizer_serves (authorizer, profile, credentials))
    return authorizer;

  authorizer = htap_authorizer_new_for_profile (self->http, profile, credentials, error);
  if (authorizer != NULL)
    g_hash_table_insert (self->by_profile, g_strdup (uuid), authorizer);

  return authorizer;
}

/**
 * htap_authorizers_forgive:
 * @profile: (nullable): %NULL for every profile
 *
 * A person wants to try again with credentials that were refused.
 */
void
htap_authorizers_forgive (HtapAuthorizers *self, HtapProfile *profile)
{
  GHashTableIter iter;
  gpointer uuid, authorizer;

  g_hash_table_iter_init (&iter, self->by_profile);
  while (g_hash_table_iter_next (&iter, &uuid, &authorizer))
    if (profile == NULL || g_str_equal (uuid, htap_profile_get_uuid (profile)))
      htap_authorizer_forgive (authorizer);
}

/**
 * htap_authorizers_forget:
 *
 * Drops what is kept for @profile. What is under way ends as it would.
 */
void
htap_authorizers_forget (HtapAuthorizers *self, HtapProfile *profile)
{
  g_hash_table_remove (self->by_profile, htap_profile_get_uuid (profile));
}

static gboolean
holds (GListModel *profiles, HtapProfile *profile)
{
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) present = g_list_model_get_item (profiles, i);

      if (present == profile)
        return TRUE;
    }

  return FALSE;
}

/**
 * htap_authorizers_forget_others:
 * @profiles: (element-type HtapProfile): those that there are
 *
 * Drops what is kept for every other profile. What is under way ends as it would.
 */
void
htap_authorizers_forget_others (HtapAuthorizers *self, GListModel *profiles)
{
  GHashTableIter iter;
  gpointer authorizer;

  g_hash_table_iter_init (&iter, self->by_profile);
  while (g_hash_table_iter_next (&iter, NULL, &authorizer))
    if (!holds (profiles, htap_authorizer_get_profile (authorizer)))
      g_hash_table_iter_remove (&iter);
}
