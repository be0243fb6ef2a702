/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-endpoint.h"

#include "htap-error.h"
#include "htap-region.h"

#include <string.h>

#define DOMAIN "myhuaweicloud.com"

static GUri *
fail (GError **error, HtapErrorReason reason, const char *subject, const char *message)
{
  HtapErrorDetails details = { .reason = reason, .subject = (char *) subject };

  htap_error_set (error, HTAP_ERROR_CONFIG, &details, "%s", message);

  return NULL;
}

static gboolean
is_host (const char *host)
{
  if (host == NULL || *host == '\0')
    return FALSE;

  if (g_hostname_is_ip_address (host))
    return TRUE;

  for (const char *c = host; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-._", *c) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_base_url (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) &&
         is_host (g_uri_get_host (uri)) && g_uri_get_port (uri) != 0 &&
         g_uri_get_userinfo (uri) == NULL && g_uri_get_query (uri) == NULL &&
         g_uri_get_fragment (uri) == NULL;
}

static GUri *
resolve_override (const char *url, const char *region, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (url));
  g_autoptr (GUri) uri =
      g_uri_parse (trimmed, G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);

  /* Before an @ may stand a password, which an error never holds. */
  if (uri == NULL || !is_base_url (uri))
    return fail (error, HTAP_ERROR_REASON_BAD_ENDPOINT,
                 strchr (trimmed, '@') == NULL ? trimmed : region,
                 "The endpoint is no URL of a host and at most a path");

  if (!g_str_equal (g_uri_get_scheme (uri), "https") && !htap_endpoint_is_loopback (uri))
    return fail (error, HTAP_ERROR_REASON_NOT_HTTPS, g_uri_get_host (uri),
                 "The endpoint is not https, and not on this computer");

  return g_steal_pointer (&uri);
}

/**
 * htap_endpoint_resolve:
 * @profile: whose overrides count
 * @region: a region's id
 * @error: %HTAP_ERROR_CONFIG with a reason
 *
 * Where the service is asked for @region: what the profile says, else the region's own host. Always
 * https, but for a loopback address; the path, if there is one, is a prefix to keep.
 *
 * Returns: (transfer full) (nullable): the base URL, %NULL with @error
 */
GUri *
htap_endpoint_resolve (HtapProfile *profile, const char *region, GError **error)
{
  const char *override = htap_profile_get_endpoint (profile, region);
  const HtapRegion *known = htap_region_find (region);
  g_autofree char *host = NULL;

  if (override != NULL)
    return resolve_override (override, region, error);

  if (known == NULL)
    return fail (error, HTAP_ERROR_REASON_UNKNOWN_REGION, region,
                 "No endpoint is known for the region");

  host = g_strconcat (known->host_prefix, ".", known->id, "." DOMAIN, NULL);

  return g_uri_build (G_URI_FLAGS_ENCODED_PATH, "https", NULL, host, -1, "", NULL, NULL);
}

/* People paste it with the version, as Terraform has it. */
static GUri *
without_version (GUri *uri)
{
  g_autofree char *path = g_strdup (g_uri_get_path (uri));
  gsize length = strlen (path);

  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';
  if (g_str_has_suffix (path, "/v3"))
    path[length - strlen ("/v3")] = '\0';

  return g_uri_build (G_URI_FLAGS_ENCODED_PATH, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                      g_uri_get_port (uri), path, NULL, NULL);
}

/**
 * htap_endpoint_resolve_iam:
 * @profile: whose override counts
 * @region: (nullable): a region's id; %NULL for what concerns the whole account
 * @error: %HTAP_ERROR_CONFIG with a reason: of a region that is not in the table nobody knows which
 *   cloud's IAM service it has, and no password goes to a guess
 *
 * Where the IAM service is asked: what the profile says, else the region's own host, else the
 * global one.
 *
 * Returns: (transfer full) (nullable): the base URL, without a version; %NULL with @error
 */
GUri *
htap_endpoint_resolve_iam (HtapProfile *profile, const char *region, GError **error)
{
  const char *override = htap_profile_get_iam_endpoint (profile);
  const HtapRegion *known = region != NULL ? htap_region_find (region) : NULL;
  g_autofree char *host = NULL;

  if (override != NULL)
    {
      g_autoptr (GUri) uri = resolve_override (override, "IAM", error);

      return uri != NULL ? without_version (uri) : NULL;
    }

  if (region != NULL && known == NULL)
    return fail (error, HTAP_ERROR_REASON_NO_IAM_ENDPOINT, region,
                 "No IAM endpoint is known for the region");

  host = known != NULL && known->has_iam ? g_strconcat ("iam.", known->id, "." DOMAIN, NULL)
                                         : g_strdup ("iam." DOMAIN);

  return g_uri_build (G_URI_FLAGS_ENCODED_PATH, "https", NULL, host, -1, "", NULL, NULL);
}

/**
 * htap_endpoint_is_loopback:
 * @uri: a URL with a host
 *
 * Returns: whether the host is this computer by its very address: 127.0.0.0/8, ::1 or `localhost`,
 *   which GLib resolves to nothing else
 */
gboolean
htap_endpoint_is_loopback (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0;
}
