/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-file.h"

#include <string.h>

#define GROUP_PREFIX    "profile "
#define ENDPOINT_PREFIX "Endpoint."

/* Index: HtapSignIn. */
static const char *const sign_in_ids[] = {
  [HTAP_SIGN_IN_TOKEN] = "token",
  [HTAP_SIGN_IN_PASSWORD] = "password",
  [HTAP_SIGN_IN_ACCESS_KEY] = "access-key",
};

typedef struct
{
  const char *key;
  const char *(*get) (HtapProfile *profile);
  void (*set) (HtapProfile *profile, const char *text);
} TextKey;

static const TextKey text_keys[] = {
  { "Account", htap_profile_get_account, htap_profile_set_account },
  { "User", htap_profile_get_user, htap_profile_set_user },
  { "AccessKeyId", htap_profile_get_access_key_id, htap_profile_set_access_key_id },
  { "IamEndpoint", htap_profile_get_iam_endpoint, htap_profile_set_iam_endpoint },
  { "CaFile", htap_profile_get_ca_file, htap_profile_set_ca_file },
};

typedef struct
{
  const char *key;
  GPtrArray *(*get) (HtapProfile *profile);
  void (*set) (HtapProfile *profile, GPtrArray *ids);
} IdsKey;

static const IdsKey ids_keys[] = {
  { "Projects", htap_profile_get_projects, htap_profile_set_projects },
  { "TaurusIds", htap_profile_get_taurus_ids, htap_profile_set_taurus_ids },
  { "HiddenTaurusIds", htap_profile_get_hidden_taurus_ids, htap_profile_set_hidden_taurus_ids },
};

typedef struct
{
  const char *key;
  gboolean (*get) (HtapProfile *profile);
  void (*set) (HtapProfile *profile, gboolean flag);
} FlagKey;

static const FlagKey flag_keys[] = {
  { "Discover", htap_profile_get_discover, htap_profile_set_discover },
  { "Enabled", htap_profile_get_enabled, htap_profile_set_enabled },
};

static char *
group_for_uuid (const char *uuid)
{
  return g_strconcat (GROUP_PREFIX, uuid, NULL);
}

static gboolean
get_sign_in (GKeyFile *file, const char *group, HtapSignIn *sign_in)
{
  g_autofree char *id = g_key_file_get_string (file, group, "SignIn", NULL);

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (sign_in_ids); i++)
    if (g_str_equal (g_strstrip (id), sign_in_ids[i]))
      {
        *sign_in = i;
        return TRUE;
      }

  return FALSE;
}

static GPtrArray *
get_ids (GKeyFile *file, const char *group, const char *key)
{
  g_auto (GStrv) texts = g_key_file_get_string_list (file, group, key, NULL, NULL);
  GPtrArray *ids = htap_regional_ids_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      HtapRegionalId *id = htap_regional_id_parse (texts[i]);

      if (id != NULL)
        g_ptr_array_add (ids, id);
    }

  return ids;
}

static char **
dup_endpoint_keys (GKeyFile *file, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (g_str_has_prefix (keys[i], ENDPOINT_PREFIX) && keys[i][strlen (ENDPOINT_PREFIX)] != '\0')
      g_strv_builder_add (builder, keys[i]);

  return g_strv_builder_end (builder);
}

static void
read_flags (GKeyFile *file, const char *group, HtapProfile *profile)
{
  for (guint i = 0; i < G_N_ELEMENTS (flag_keys); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean flag = g_key_file_get_boolean (file, group, flag_keys[i].key, &error);

      if (error == NULL)
        flag_keys[i].set (profile, flag);
    }
}

/* Returns NULL for a group whose owner nobody can tell or whose secrets nobody can look up. */
static HtapProfile *
read_profile (GKeyFile *file, const char *group)
{
  const char *uuid = group + strlen (GROUP_PREFIX);
  g_autoptr (HtapProfile) profile = htap_profile_new (uuid);
  g_autofree char *name = g_key_file_get_string (file, group, "Name", NULL);
  g_auto (GStrv) endpoint_keys = dup_endpoint_keys (file, group);
  HtapSignIn sign_in;

  htap_profile_set_name (profile, name);
  if (!htap_profile_file_accepts_uuid (uuid) || *htap_profile_get_name (profile) == '\0' ||
      htap_profile_name_is_reserved (htap_profile_get_name (profile)) ||
      !get_sign_in (file, group, &sign_in))
    return NULL;

  htap_profile_set_sign_in (profile, sign_in);
  for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
    {
      g_autofree char *text = g_key_file_get_string (file, group, text_keys[i].key, NULL);

      text_keys[i].set (profile, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids_keys); i++)
    {
      g_autoptr (GPtrArray) ids = get_ids (file, group, ids_keys[i].key);

      ids_keys[i].set (profile, ids);
    }
  for (guint i = 0; endpoint_keys[i] != NULL; i++)
    {
      g_autofree char *url = g_key_file_get_string (file, group, endpoint_keys[i], NULL);

      htap_profile_set_endpoint (profile, endpoint_keys[i] + strlen (ENDPOINT_PREFIX), url);
    }
  read_flags (file, group, profile);

  return g_steal_pointer (&profile);
}

/* What is as it was stays as it was written, and an emptied key keeps its place and its comment. */
static void
write_text (GKeyFile *file, const char *group, const char *key, const char *text)
{
  g_autofree char *present = g_key_file_get_string (file, group, key, NULL);
  gboolean has_key = g_key_file_has_key (file, group, key, NULL);

  if (text == NULL)
    text = "";
  if (has_key ? g_strcmp0 (present, text) != 0 : *text != '\0')
    g_key_file_set_string (file, group, key, text);
}

static gboolean
ids_equal (GPtrArray *some, GPtrArray *others)
{
  if (some->len != others->len)
    return FALSE;

  for (guint i = 0; i < some->len; i++)
    if (!htap_regional_id_equal (some->pdata[i], others->pdata[i]))
      return FALSE;

  return TRUE;
}

static void
write_ids (GKeyFile *file, const char *group, const char *key, GPtrArray *ids)
{
  g_autoptr (GPtrArray) present = get_ids (file, group, key);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = NULL;

  if (ids_equal (present, ids))
    return;

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (texts, htap_regional_id_to_string (ids->pdata[i]));
  g_key_file_set_string_list (file, group, key, (const char *const *) texts->pdata, texts->len);

  /* The separator stands between the elements, not after the last. */
  value = g_key_file_get_value (file, group, key, NULL);
  if (g_str_has_suffix (value, ";"))
    {
      value[strlen (value) - 1] = '\0';
      g_key_file_set_value (file, group, key, value);
    }
}

static void
write_endpoints (GKeyFile *file, const char *group, HtapProfile *profile)
{
  g_auto (GStrv) keys = dup_endpoint_keys (file, group);
  g_auto (GStrv) regions = htap_profile_dup_endpoint_regions (profile);

  for (guint i = 0; keys[i] != NULL; i++)
    if (htap_profile_get_endpoint (profile, keys[i] + strlen (ENDPOINT_PREFIX)) == NULL)
      write_text (file, group, keys[i], NULL);

  for (guint i = 0; regions[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat (ENDPOINT_PREFIX, regions[i], NULL);

      write_text (file, group, key, htap_profile_get_endpoint (profile, regions[i]));
    }
}

/**
 * htap_profile_file_get_profiles:
 * @file: the profiles file
 * @left_out: (nullable) (element-type utf8): where the groups go, `[profile …]`, that are not
 *   understood: no name, a reserved one, an unknown way to sign in
 *
 * What is left out costs none of the others, and stays in the file.
 *
 * Returns: (transfer full) (element-type HtapProfile): the profiles, in the order of the file
 */
GPtrArray *
htap_profile_file_get_profiles (GKeyFile *file, GPtrArray *left_out)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  GPtrArray *profiles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (HtapProfile) profile = NULL;

      if (!g_str_has_prefix (groups[i], GROUP_PREFIX))
        continue;

      profile = read_profile (file, groups[i]);
      if (profile != NULL)
        g_ptr_array_add (profiles, g_steal_pointer (&profile));
      else if (left_out != NULL)
        g_ptr_array_add (left_out, g_strdup_printf ("[%s]", groups[i]));
    }

  return profiles;
}

/**
 * htap_profile_file_set_profile:
 * @file: the profiles file
 * @profile: takes the place of the profile with its uuid, or comes last
 *
 * Keys and comments that are not ours stay, and so does every value that did not change.
 */
void
htap_profile_file_set_profile (GKeyFile *file, HtapProfile *profile)
{
  g_autofree char *group = group_for_uuid (htap_profile_get_uuid (profile));
  HtapSignIn present;

  write_text (file, group, "Name", htap_profile_get_name (profile));
  if (!get_sign_in (file, group, &present) || present != htap_profile_get_sign_in (profile))
    write_text (file, group, "SignIn", sign_in_ids[htap_profile_get_sign_in (profile)]);

  for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
    write_text (file, group, text_keys[i].key, text_keys[i].get (profile));
  for (guint i = 0; i < G_N_ELEMENTS (ids_keys); i++)
    write_ids (file, group, ids_keys[i].key, ids_keys[i].get (profile));
  for (guint i = 0; i < G_N_ELEMENTS (flag_keys); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean flag = flag_keys[i].get (profile);

      if (g_key_file_get_boolean (file, group, flag_keys[i].key, &error) != flag || error != NULL)
        g_key_file_set_boolean (file, group, flag_keys[i].key, flag);
    }
  write_endpoints (file, group, profile);
}

/**
 * htap_profile_file_remove_profile:
 *
 * Returns: whether @file had a profile with that uuid
 */
gboolean
htap_profile_file_remove_profile (GKeyFile *file, const char *uuid)
{
  g_autofree char *group = group_for_uuid (uuid);

  return g_key_file_remove_group (file, group, NULL);
}

/**
 * htap_profile_file_accepts_uuid:
 *
 * A uuid is also the name of a folder of snapshots and an attribute of keyring items.
 *
 * Returns: whether @uuid can be the uuid of a saved profile
 */
gboolean
htap_profile_file_accepts_uuid (const char *uuid)
{
  for (const char *c = uuid; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return FALSE;

  return *uuid != '\0' && !htap_profile_name_is_reserved (uuid);
}

static char *
dup_text (HtapProfile *profile)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  htap_profile_file_set_profile (file, profile);

  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * htap_profile_file_says_the_same:
 *
 * Returns: whether @a and @b are the same profile with the same settings
 */
gboolean
htap_profile_file_says_the_same (HtapProfile *a, HtapProfile *b)
{
  g_autofree char *text = dup_text (a);
  g_autofree char *other_text = dup_text (b);

  return g_str_equal (text, other_text);
}
