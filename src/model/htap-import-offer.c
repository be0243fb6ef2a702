/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-offer.h"

/* So much of a name that somebody else gave is kept. */
#define MAX_NAME_LENGTH 64

/* For what has neither a name nor a region nor a key. */
#define LAST_RESORT_NAME "huaweicloud"

struct _HtapImportOffer
{
  GObject parent_instance;
  HtapImportOrigin origin;
  char *path;
  char *name;
  char *project_id;
  gboolean is_encrypted;
  gboolean is_temporary; /* of an encrypted key */
  HtapProfile *profile;
  HtapCredentials *credentials;
};

G_DEFINE_FINAL_TYPE (HtapImportOffer, htap_import_offer, G_TYPE_OBJECT)

/* One line of a length that a list can show. Returns: (nullable): NULL if nothing is left. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  glong length = 0;

  for (const char *c = valid; *c != '\0' && length < MAX_NAME_LENGTH; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_type (character) == G_UNICODE_FORMAT)
        continue;
      g_string_append_unichar (clean, g_unichar_isgraph (character) ? character : ' ');
      length++;
    }
  g_strstrip (clean->str);

  return *clean->str != '\0' ? g_strdup (clean->str) : NULL;
}

static const char *
suggest_name (HtapImportOffer *self)
{
  GPtrArray *projects = htap_profile_get_projects (self->profile);
  const char *access_key_id = htap_profile_get_access_key_id (self->profile);

  if (self->name != NULL)
    return self->name;
  if (projects->len > 0)
    return ((const HtapRegionalId *) projects->pdata[0])->region;

  return access_key_id != NULL ? access_key_id : LAST_RESORT_NAME;
}

static char *
make_unique_name (const char *base, const char *const *taken_names)
{
  char *name = g_strdup (base);

  for (guint number = 2;
       htap_profile_name_is_reserved (name) || g_strv_contains (taken_names, name); number++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", base, number);
    }

  return name;
}

static void
htap_import_offer_finalize (GObject *object)
{
  HtapImportOffer *self = HTAP_IMPORT_OFFER (object);

  g_free (self->path);
  g_free (self->name);
  g_free (self->project_id);
  g_object_unref (self->profile);
  htap_credentials_unref (self->credentials);

  G_OBJECT_CLASS (htap_import_offer_parent_class)->finalize (object);
}

static void
htap_import_offer_class_init (HtapImportOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_import_offer_finalize;
}

static void
htap_import_offer_init (HtapImportOffer *self)
{
}

/**
 * htap_import_offer_new:
 * @path: (nullable): the file it comes from
 * @name: (nullable): what it is called there; control characters are taken out
 * @profile: what is known and no secret; copied. Its name means nothing.
 * @credentials: its secrets, as far as they are known; copied
 *
 * Returns: (transfer full): an offer
 */
HtapImportOffer *
htap_import_offer_new (HtapImportOrigin origin,
                       const char *path,
                       const char *name,
                       HtapProfile *profile,
                       HtapCredentials *credentials)
{
  HtapImportOffer *self;

  g_return_val_if_fail (HTAP_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (credentials != NULL, NULL);

  self = g_object_new (HTAP_TYPE_IMPORT_OFFER, NULL);
  self->origin = origin;
  self->path = g_strdup (path);
  self->name = clean_name (name);
  self->profile = htap_profile_copy (profile);
  self->credentials = htap_credentials_copy (credentials);

  return self;
}

/**
 * htap_import_offer_set_project_id:
 * @project_id: (nullable): of a project whose region is not known
 *
 * For whoever makes the offer.
 */
void
htap_import_offer_set_project_id (HtapImportOffer *self, const char *project_id)
{
  g_return_if_fail (HTAP_IS_IMPORT_OFFER (self));

  g_free (self->project_id);
  self->project_id = g_strdup (project_id);
}

/**
 * htap_import_offer_set_encrypted:
 * @is_temporary: whether a security token was encrypted, too
 *
 * For whoever makes the offer: the keys are there, but in a form that only their owner's program
 * can read.
 */
void
htap_import_offer_set_encrypted (HtapImportOffer *self, gboolean is_temporary)
{
  g_return_if_fail (HTAP_IS_IMPORT_OFFER (self));

  self->is_encrypted = TRUE;
  self->is_temporary = is_temporary;
}

HtapImportOrigin
htap_import_offer_get_origin (HtapImportOffer *self)
{
  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), HTAP_IMPORT_ENVIRONMENT);

  return self->origin;
}

/**
 * htap_import_offer_get_path:
 *
 * Returns: (transfer none) (nullable) (type filename): the file it comes from; %NULL if from none
 */
const char *
htap_import_offer_get_path (HtapImportOffer *self)
{
  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), NULL);

  return self->path;
}

/**
 * htap_import_offer_get_name:
 *
 * Returns: (transfer none) (nullable): what it is called where it comes from, one line
 */
const char *
htap_import_offer_get_name (HtapImportOffer *self)
{
  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), NULL);

  return self->name;
}

/**
 * htap_import_offer_get_profile:
 *
 * Returns: (transfer none): what is known and no secret: how it signs in, its regions, the public
 *   halves of keys. To be looked at, not changed.
 */
HtapProfile *
htap_import_offer_get_profile (HtapImportOffer *self)
{
  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), NULL);

  return self->profile;
}

/**
 * htap_import_offer_get_project_id:
 *
 * Returns: (transfer none) (nullable): id of a project whose region is not known; to be put into
 *   the form together with the region that a person chooses
 */
const char *
htap_import_offer_get_project_id (HtapImportOffer *self)
{
  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), NULL);

  return self->project_id;
}

/**
 * htap_import_offer_is_encrypted:
 *
 * Returns: whether keys are there but encrypted, which is why they are missing
 */
gboolean
htap_import_offer_is_encrypted (HtapImportOffer *self)
{
  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), FALSE);

  return self->is_encrypted;
}

/**
 * htap_import_offer_get_missing:
 *
 * Returns: what has to be asked for
 */
HtapImportMissing
htap_import_offer_get_missing (HtapImportOffer *self)
{
  HtapImportMissing missing = HTAP_IMPORT_MISSING_NOTHING;

  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), HTAP_IMPORT_MISSING_NOTHING);

  if (htap_profile_get_projects (self->profile)->len == 0)
    missing |= HTAP_IMPORT_MISSING_REGION;
  if (htap_profile_get_sign_in (self->profile) != HTAP_SIGN_IN_ACCESS_KEY)
    return missing;

  if (htap_profile_get_access_key_id (self->profile) == NULL)
    missing |= HTAP_IMPORT_MISSING_ACCESS_KEY_ID;
  if (htap_credentials_get (self->credentials, HTAP_SECRET_SECRET_KEY) == NULL)
    missing |= HTAP_IMPORT_MISSING_SECRET_KEY;
  if (self->is_temporary)
    missing |= HTAP_IMPORT_MISSING_SECURITY_TOKEN;

  return missing;
}

/**
 * htap_import_offer_dup_key:
 *
 * Returns: (transfer full): what tells it from the other offers of this computer, and stays the same
 *   when they are looked for again; no secret
 */
char *
htap_import_offer_dup_key (HtapImportOffer *self)
{
  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), NULL);

  return g_strdup_printf ("%d\n%s\n%s", self->origin, self->path != NULL ? self->path : "",
                          self->name != NULL ? self->name : "");
}

/**
 * htap_import_offer_accept:
 * @taken_names: (array zero-terminated=1): names of the profiles that there are
 * @credentials: (out) (transfer full): its secrets; empty if all of them are missing
 *
 * Makes a profile of it, with a uuid of its own and a name that no other has, so that nothing is
 * overwritten when it is saved.
 *
 * Returns: (transfer full): the profile, without what is missing
 */
HtapProfile *
htap_import_offer_accept (HtapImportOffer *self,
                          const char *const *taken_names,
                          HtapCredentials **credentials)
{
  HtapProfile *profile;
  g_autofree char *name = NULL;

  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (self), NULL);
  g_return_val_if_fail (taken_names != NULL && credentials != NULL, NULL);

  name = make_unique_name (suggest_name (self), taken_names);
  profile = htap_profile_new_from (self->profile);
  htap_profile_set_name (profile, name);
  htap_profile_set_discover (profile, TRUE);
  *credentials = htap_credentials_copy (self->credentials);

  return profile;
}
