/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-koocli.h"

#include "htap-import-json.h"
#include "htap-import-key.h"

/* KooCLI's `config.json`: `{"current", "authEncrypt": "true", "profiles": [{"name", "mode",
 * "accessKeyId", "secretAccessKey", "securityToken", "region", "projectId", …}]}`. Since version 7
 * the keys are encrypted, with a key that is KooCLI's own business. */

#define MAX_PROFILES 100

/* Access key ids are that long; an encrypted one is longer and has other letters. */
#define MIN_KEY_ID 16
#define MAX_KEY_ID 32

/* One profile as it stands there; texts belong to the file. */
typedef struct
{
  HtapImportKey key;
  const char *name;
  const char *mode;
} Found;

typedef struct
{
  GArray *found;
  const char *current;
  gboolean is_encrypted;
} Config;

static gboolean
is_key_id (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]))
      return FALSE;

  return length >= MIN_KEY_ID && length <= MAX_KEY_ID;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
read_profile (HtapImportJson *json, Found *found)
{
  const struct
  {
    const char *name;
    const char **value;
  } members[] = {
    { "name", &found->name },
    { "mode", &found->mode },
    { "accessKeyId", &found->key.access_key_id },
    { "secretAccessKey", &found->key.secret_key },
    { "securityToken", &found->key.security_token },
    { "region", &found->key.region },
    { "projectId", &found->key.project_id },
  };
  const char *name;

  while (htap_import_json_next_member (json, &name))
    {
      const char **value = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (members) && value == NULL; i++)
        if (g_str_equal (members[i].name, name))
          value = members[i].value;

      if (value != NULL)
        *value = htap_import_json_take_string (json);
      else
        htap_import_json_skip (json);
    }
}

static void
read_profiles (HtapImportJson *json, GArray *profiles)
{
  if (!htap_import_json_enter (json, '['))
    return;

  while (htap_import_json_next_element (json))
    {
      Found found = { { NULL } };

      if (!htap_import_json_enter (json, '{'))
        continue;

      read_profile (json, &found);
      if (profiles->len < MAX_PROFILES)
        g_array_append_val (profiles, found);
    }
}

/* Returns: whether it is such a file. */
static gboolean
read_config (HtapImportJson *json, Config *config)
{
  const char *name;

  if (!htap_import_json_enter (json, '{'))
    return FALSE;

  while (htap_import_json_next_member (json, &name))
    {
      if (g_str_equal (name, "current"))
        config->current = htap_import_json_take_string (json);
      else if (g_str_equal (name, "authEncrypt"))
        config->is_encrypted = htap_import_json_take_flag (json);
      else if (g_str_equal (name, "profiles"))
        read_profiles (json, config->found);
      else
        htap_import_json_skip (json);
    }

  return htap_import_json_is_at_end (json);
}

static HtapImportOffer *
make_offer (const Config *config, const Found *found, const char *path)
{
  const gboolean has_keys =
      !has_text (found->mode) || g_ascii_strcasecmp (found->mode, "AKSK") == 0;
  const gboolean is_encrypted =
      config->is_encrypted && has_keys && has_text (found->key.secret_key);
  HtapImportKey key = found->key;
  HtapImportOffer *offer;

  /* Other modes have no keys of their own, only such as were borrowed for an hour. */
  if (!has_keys || is_encrypted)
    {
      key.secret_key = NULL;
      key.security_token = NULL;
    }
  if (!has_keys || (is_encrypted && !is_key_id (key.access_key_id)))
    key.access_key_id = NULL;

  offer = htap_import_key_offer (&key, HTAP_IMPORT_KOOCLI, path, found->name);
  if (is_encrypted)
    htap_import_offer_set_encrypted (offer, has_text (found->key.security_token));

  return offer;
}

static void
add_offers (const Config *config, gboolean is_current, const char *path, GPtrArray *offers)
{
  for (guint i = 0; i < config->found->len; i++)
    {
      const Found *found = &g_array_index (config->found, Found, i);

      if ((config->current != NULL && g_strcmp0 (found->name, config->current) == 0) == is_current)
        g_ptr_array_add (offers, make_offer (config, found, path));
    }
}

/**
 * htap_import_koocli_parse:
 * @file: the contents of `~/.hcloud/config.json`; changed
 * @offers: (element-type HtapImportOffer): takes one offer for each profile, KooCLI's current one
 *   first
 * @error: %HTAP_ERROR_STORAGE with %HTAP_ERROR_REASON_IMPORT_BROKEN
 *
 * Encrypted keys are recognised and never decrypted. Profiles that sign in without keys are offered
 * for their name and region.
 */
gboolean
htap_import_koocli_parse (HtapImportFile *file, GPtrArray *offers, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Config config = { .found = found };
  HtapImportJson json;

  htap_import_json_init (&json, file->text);
  if (!read_config (&json, &config))
    return htap_import_file_set_error (file, HTAP_ERROR_REASON_IMPORT_BROKEN,
                                       "no configuration of KooCLI", error);

  add_offers (&config, TRUE, file->path, offers);
  add_offers (&config, FALSE, file->path, offers);

  return TRUE;
}
