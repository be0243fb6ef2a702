/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-form-check.h"

#include "htap-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Every check takes what a person typed, looks past white space around it, and sets the message to
 * a sentence in their language unless the verdict is "fine". */

static HtapFormVerdict
say (HtapFormVerdict verdict, const char *sentence, const char **message)
{
  *message = sentence;

  return verdict;
}

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text));
}

/**
 * htap_form_check_name:
 * @taken_names: (nullable): names of the other profiles
 * @message: (out): a sentence, or %NULL
 */
HtapFormVerdict
htap_form_check_name (const char *name, const char *const *taken_names, const char **message)
{
  g_autofree char *stripped = dup_stripped (name);

  if (*stripped == '\0')
    return say (HTAP_FORM_ERROR, _ ("Enter a name."), message);
  if (htap_profile_name_is_reserved (stripped))
    return say (HTAP_FORM_ERROR, _ ("The names “environment” and “demo” are reserved."), message);
  if (taken_names != NULL && g_strv_contains (taken_names, stripped))
    return say (HTAP_FORM_ERROR, _ ("Another profile has this name."), message);

  return say (HTAP_FORM_FINE, NULL, message);
}

/**
 * htap_form_check_region:
 * @region: a region's id that is not in the table
 * @message: (out): a sentence, or %NULL
 */
HtapFormVerdict
htap_form_check_region (const char *region, const char **message)
{
  g_autofree char *stripped = dup_stripped (region);

  if (*stripped == '\0')
    return say (HTAP_FORM_ERROR, _ ("Enter the region’s ID."), message);

  for (const char *c = stripped; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return say (HTAP_FORM_ERROR, _ ("A region’s ID has only letters, digits and hyphens."),
                  message);

  return say (HTAP_FORM_FINE, NULL, message);
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address)
                         : g_ascii_strcasecmp (host, "localhost") == 0;
}

static gboolean
is_base_url (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  return (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http")) &&
         host != NULL && *host != '\0' && strchr (host, ' ') == NULL &&
         g_uri_get_userinfo (uri) == NULL && g_uri_get_query (uri) == NULL &&
         g_uri_get_fragment (uri) == NULL;
}

/**
 * htap_form_check_endpoint:
 * @required: whether there is nothing to fall back on
 * @message: (out): a sentence, or %NULL
 */
HtapFormVerdict
htap_form_check_endpoint (const char *url, gboolean required, const char **message)
{
  g_autofree char *stripped = dup_stripped (url);
  g_autoptr (GUri) uri = NULL;

  if (*stripped == '\0')
    return required ? say (HTAP_FORM_ERROR, _ ("Enter the region’s endpoint."), message)
                    : say (HTAP_FORM_FINE, NULL, message);

  uri = g_uri_parse (stripped, G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || !is_base_url (uri))
    return say (HTAP_FORM_ERROR, _ ("Enter a URL such as https://gaussdb.example.com."), message);
  if (!g_str_equal (g_uri_get_scheme (uri), "https") && !is_loopback (g_uri_get_host (uri)))
    return say (HTAP_FORM_ERROR, _ ("Keys are sent over https only; begin the URL with https."),
                message);

  return say (HTAP_FORM_FINE, NULL, message);
}

/**
 * htap_form_check_id:
 * @message: (out): a sentence, or %NULL
 */
HtapFormVerdict
htap_form_check_id (HtapIdKind kind, const char *id, gboolean required, const char **message)
{
  gboolean is_project = kind == HTAP_ID_PROJECT;
  g_autofree char *stripped = dup_stripped (id);

  switch (htap_id_check (kind, stripped))
    {
    case HTAP_ID_EMPTY:
      if (!required)
        return say (HTAP_FORM_FINE, NULL, message);
      return say (HTAP_FORM_ERROR,
                  is_project ? _ ("Enter the project’s ID.")
                             : _ ("Enter the ID of at least one TaurusDB instance."),
                  message);
    case HTAP_ID_REFUSED:
      return say (HTAP_FORM_ERROR, _ ("An ID has only letters and digits."), message);
    case HTAP_ID_UNUSUAL:
      return say (HTAP_FORM_WARNING,
                  is_project ? _ ("A project’s ID usually has 32 characters.")
                             : _ ("A TaurusDB instance’s ID usually has 36 characters and ends in "
                                  "“in07”."),
                  message);
    case HTAP_ID_VALID:
    default:
      return say (HTAP_FORM_FINE, NULL, message);
    }
}

/**
 * htap_form_check_ca_file:
 * @path: of a file of certificates; none if empty
 * @message: (out): a sentence, or %NULL
 */
HtapFormVerdict
htap_form_check_ca_file (const char *path, const char **message)
{
  g_autofree char *stripped = dup_stripped (path);
  g_autoptr (GError) error = NULL;
  GList *certificates;

  if (*stripped == '\0')
    return say (HTAP_FORM_FINE, NULL, message);
  if (!g_path_is_absolute (stripped))
    return say (HTAP_FORM_ERROR, _ ("Enter the file’s whole path, from “/” on."), message);

  certificates = g_tls_certificate_list_new_from_file (stripped, &error);
  if (certificates != NULL)
    {
      g_list_free_full (certificates, g_object_unref);
      return say (HTAP_FORM_FINE, NULL, message);
    }

  return say (HTAP_FORM_ERROR,
              error != NULL && error->domain == G_FILE_ERROR
                  ? _ ("The file cannot be read.")
                  : _ ("The file has no certificate in it that can be used (PEM)."),
              message);
}
