/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-environment.h"

#include <string.h>

#define ENVIRONMENT_ID "environment"

/* Variables that mean the same to different tools; the first that is set counts. */
static const char *
get_first (const char *const *environment, const char *name, const char *other_name)
{
  const char *value = g_environ_getenv ((char **) environment, name);

  if ((value == NULL || *value == '\0') && other_name != NULL)
    value = g_environ_getenv ((char **) environment, other_name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static gboolean
take_secret (const char *const *environment,
             const char *name,
             HtapCredentials *credentials,
             HtapSecretKind kind)
{
  const char *value = get_first (environment, name, NULL);
  g_autofree char *secret = value != NULL ? htap_secret_clean (value) : NULL;

  if (secret == NULL)
    {
      if (value != NULL)
        g_message ("%s is ignored: it holds characters that cannot be part of it", name);
      return FALSE;
    }

  htap_credentials_set (credentials, kind, secret);
  explicit_bzero (secret, strlen (secret));

  return TRUE;
}

static gboolean
take_token (const char *const *environment, HtapProfile *profile, HtapCredentials *credentials)
{
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_TOKEN);

  return take_secret (environment, "HW_AUTH_TOKEN", credentials, HTAP_SECRET_TOKEN);
}

/* Both halves of a key are taken from one family of variables: two keys do not mix. */
static gboolean
take_access_key (const char *const *environment, HtapProfile *profile, HtapCredentials *credentials)
{
  static const struct
  {
    const char *id;
    const char *secret;
    const char *security_token;
  } families[] = {
    { "HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_SECURITY_TOKEN" },
    { "HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      const char *id = get_first (environment, families[i].id, NULL);

      if (id == NULL ||
          !take_secret (environment, families[i].secret, credentials, HTAP_SECRET_SECRET_KEY))
        continue;

      take_secret (environment, families[i].security_token, credentials,
                   HTAP_SECRET_SECURITY_TOKEN);
      htap_profile_set_access_key_id (profile, id);
      htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
      return TRUE;
    }

  return FALSE;
}

/* A password travels in JSON and may hold any character. */
static gboolean
take_password (const char *const *environment, HtapProfile *profile, HtapCredentials *credentials)
{
  const char *account = get_first (environment, "HW_DOMAIN_NAME", NULL);
  const char *user = get_first (environment, "HW_USER_NAME", NULL);
  const char *password = get_first (environment, "HW_USER_PASSWORD", NULL);

  if (account == NULL || user == NULL || password == NULL)
    return FALSE;

  htap_profile_set_account (profile, account);
  htap_profile_set_user (profile, user);
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_PASSWORD);
  htap_credentials_set (credentials, HTAP_SECRET_PASSWORD, password);

  return TRUE;
}

/* An id says more than a name: with both, the name is not needed. */
static void
take_project (const char *const *environment, HtapProfile *profile, const char *region)
{
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autofree char *project_id = htap_environment_dup_project_id (environment);

  g_ptr_array_add (projects, htap_regional_id_new (region, project_id));
  htap_profile_set_projects (profile, projects);
  if (*project_id == '\0')
    htap_profile_set_project_name (profile, region,
                                   get_first (environment, "HW_PROJECT_NAME", NULL));
}

static void
take_endpoint (const char *const *environment, HtapProfile *profile, const char *region)
{
  g_autofree char *suffix = g_ascii_strup (region, -1);
  g_autofree char *variable =
      g_strconcat ("HUAWEICLOUD_SDK_REGION_GAUSSDB_", g_strdelimit (suffix, "-", '_'), NULL);

  htap_profile_set_endpoint (profile, region, get_first (environment, variable, NULL));
}

static void
take_iam_endpoint (const char *const *environment, HtapProfile *profile)
{
  const char *iam = get_first (environment, "HW_AUTH_URL", "HUAWEICLOUD_SDK_IAM_ENDPOINT");
  g_autofree char *url = iam != NULL ? g_strstrip (g_strdup (iam)) : NULL;

  for (guint i = 0; url != NULL && i < 2; i++)
    {
      if (g_str_has_suffix (url, "/"))
        url[strlen (url) - 1] = '\0';
      if (g_str_has_suffix (url, "/v3"))
        url[strlen (url) - strlen ("/v3")] = '\0';
    }
  htap_profile_set_iam_endpoint (profile, url);
}

/**
 * htap_environment_dup_project_id:
 * @environment: (array zero-terminated=1): `NAME=value` strings
 *
 * Returns: (transfer full): the id of the project that the variables name, empty without one
 */
char *
htap_environment_dup_project_id (const char *const *environment)
{
  const char *value = get_first (environment, "HW_PROJECT_ID", "HUAWEICLOUD_SDK_PROJECT_ID");

  return g_strstrip (g_strdup (value != NULL ? value : ""));
}

/**
 * htap_environment_fill:
 * @environment: (array zero-terminated=1): `NAME=value` strings
 * @profile: takes what is not secret
 * @credentials: takes what is
 *
 * Reads the variables that Terraform's provider and the SDKs use. What comes first counts:
 *
 * - a token (`HW_AUTH_TOKEN`), an access key, a password (`HW_DOMAIN_NAME`, `HW_USER_NAME`,
 *   `HW_USER_PASSWORD`). A way of which a part is missing is passed over.
 * - `HW_ACCESS_KEY`, `HW_SECRET_KEY`, `HW_SECURITY_TOKEN`, then `HUAWEICLOUD_SDK_AK`, `…_SK`,
 *   `…_SECURITY_TOKEN`; halves of two keys do not mix.
 * - `HW_PROJECT_ID`, `HUAWEICLOUD_SDK_PROJECT_ID`, `HW_PROJECT_NAME`; without any, the region's own
 *   project is found at sign-in.
 * - `HW_AUTH_URL`, with or without `/v3`, then `HUAWEICLOUD_SDK_IAM_ENDPOINT`.
 *
 * The region is that of `HW_REGION_NAME`, its endpoint that of
 * `HUAWEICLOUD_SDK_REGION_GAUSSDB_CN_NORTH_4` or whatever it is called. Without it @profile gets
 * no project.
 *
 * Returns: whether there are credentials
 */
gboolean
htap_environment_fill (const char *const *environment,
                       HtapProfile *profile,
                       HtapCredentials *credentials)
{
  const char *value = get_first (environment, "HW_REGION_NAME", NULL);
  g_autofree char *region = g_strstrip (g_strdup (value != NULL ? value : ""));

  g_return_val_if_fail (environment != NULL, FALSE);
  g_return_val_if_fail (HTAP_IS_PROFILE (profile), FALSE);
  g_return_val_if_fail (credentials != NULL, FALSE);

  if (!take_token (environment, profile, credentials) &&
      !take_access_key (environment, profile, credentials) &&
      !take_password (environment, profile, credentials))
    return FALSE;

  take_iam_endpoint (environment, profile);
  if (*region != '\0')
    {
      take_project (environment, profile, region);
      take_endpoint (environment, profile, region);
    }

  return TRUE;
}

/**
 * htap_environment_read:
 * @environment: (nullable) (array zero-terminated=1): `NAME=value` strings; %NULL for those of the
 *   process
 * @credentials: (out) (transfer full): its secrets, %NULL if there is no such profile
 *
 * The profile exists if `HW_REGION_NAME` and credentials are set; see htap_environment_fill() for
 * what is read.
 *
 * Returns: (transfer full) (nullable): the profile named `environment`, which is never saved
 */
HtapProfile *
htap_environment_read (const char *const *environment, HtapCredentials **credentials)
{
  g_auto (GStrv) own = environment == NULL ? g_get_environ () : NULL;
  const char *const *variables = environment != NULL ? environment : (const char *const *) own;
  g_autoptr (HtapProfile) profile = htap_profile_new (ENVIRONMENT_ID);
  g_autoptr (HtapCredentials) found = htap_credentials_new ();

  g_return_val_if_fail (credentials != NULL, NULL);

  *credentials = NULL;
  if (!htap_environment_fill (variables, profile, found) ||
      htap_profile_get_projects (profile)->len == 0)
    return NULL;

  htap_profile_set_name (profile, ENVIRONMENT_ID);
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_discover (profile, TRUE);
  *credentials = g_steal_pointer (&found);

  return g_steal_pointer (&profile);
}
