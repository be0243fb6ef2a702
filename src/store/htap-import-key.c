/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-key.h"

#define MAX_ID_LENGTH 64

/* A region or a project id. Returns: (nullable): NULL for what cannot be one. */
static const char *
check_id (const char *text, const char *allowed)
{
  if (text == NULL || *text == '\0' || strlen (text) > MAX_ID_LENGTH)
    return NULL;

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr (allowed, *c) == NULL)
      return NULL;

  return text;
}

static void
take_secret (HtapCredentials *credentials, HtapSecretKind kind, const char *text)
{
  char *secret = text != NULL ? htap_secret_clean (text) : NULL;

  htap_credentials_set (credentials, kind, secret);
  htap_secret_free (secret);
}

/**
 * htap_import_key_offer:
 * @path: the file
 * @name: (nullable): what the file calls it
 *
 * Returns: (transfer full): an offer of the key; what cannot be what it says it is, is missing
 */
HtapImportOffer *
htap_import_key_offer (const HtapImportKey *self,
                       HtapImportOrigin origin,
                       const char *path,
                       const char *name)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autofree char *access_key_id =
      self->access_key_id != NULL ? htap_secret_clean (self->access_key_id) : NULL;
  const char *region = check_id (self->region, "-_");
  const char *project_id = check_id (self->project_id, "");
  HtapImportOffer *offer;

  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_access_key_id (profile, access_key_id);
  htap_profile_set_iam_endpoint (profile, self->iam_endpoint);
  take_secret (credentials, HTAP_SECRET_SECRET_KEY, self->secret_key);
  take_secret (credentials, HTAP_SECRET_SECURITY_TOKEN, self->security_token);
  if (region != NULL)
    {
      g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

      g_ptr_array_add (projects,
                       htap_regional_id_new (region, project_id != NULL ? project_id : ""));
      htap_profile_set_projects (profile, projects);
    }

  offer = htap_import_offer_new (origin, path, name, profile, credentials);
  if (region == NULL)
    htap_import_offer_set_project_id (offer, project_id);

  return offer;
}
