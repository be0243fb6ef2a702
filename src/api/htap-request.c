/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request.h"

#include "htap-error.h"
#include "htap-page.h"

#include <string.h>

/**
 * htap_request_new_probe:
 * @endpoint: where a service is
 *
 * Asks for nothing that there is, only whether anybody answers.
 *
 * Returns: (transfer full): the request, which needs no authorisation
 */
SoupMessage *
htap_request_new_probe (GUri *endpoint)
{
  return htap_request_new_get (endpoint, "/", NULL, NULL);
}

/**
 * htap_request_new_htap_list:
 * @endpoint: where the service is, as htap_endpoint_resolve() returns it
 * @project_id: the project
 * @taurus_id: the TaurusDB instance
 * @language: `en-us` or `zh-cn`: the language of the service's messages
 * @error: %HTAP_ERROR_CONFIG with the reason %HTAP_ERROR_REASON_BAD_ID or
 *   %HTAP_ERROR_REASON_NO_PROJECT: nothing but letters and digits becomes part of a path
 *
 * "Querying HTAP Instances", still to be authorised.
 *
 * Returns: (transfer full) (nullable): the request, %NULL with @error
 */
SoupMessage *
htap_request_new_htap_list (GUri *endpoint,
                            const char *project_id,
                            const char *taurus_id,
                            const char *language,
                            GError **error)
{
  g_autofree char *path = NULL;

  if (!htap_request_check_id (HTAP_ID_PROJECT, project_id, error) ||
      !htap_request_check_id (HTAP_ID_TAURUS, taurus_id, error))
    return NULL;

  path = g_strdup_printf ("/v3/%s/instances/%s/htap", project_id, taurus_id);

  return htap_request_new_get (endpoint, path, NULL, language);
}

/* A list of a project, the page of it that begins at @offset. */
static SoupMessage *
new_page (GUri *endpoint,
          const char *version,
          const char *project_id,
          const char *list,
          guint offset,
          const char *language,
          GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *query = g_strdup_printf ("limit=%u&offset=%u", HTAP_PAGE_LIMIT, offset);

  if (!htap_request_check_id (HTAP_ID_PROJECT, project_id, error))
    return NULL;

  path = g_strdup_printf ("/%s/%s/%s", version, project_id, list);

  return htap_request_new_get (endpoint, path, query, language);
}

/**
 * htap_request_new_taurus_list:
 * @endpoint: where the service is, as htap_endpoint_resolve() returns it
 * @version: `v3.1`, or `v3`, whose words for the status are others
 * @project_id: the project
 * @offset: how many TaurusDB instances to leave out
 * @language: `en-us` or `zh-cn`
 * @error: as htap_request_new_htap_list()
 *
 * A page of "Querying DB Instances", still to be authorised.
 *
 * Returns: (transfer full) (nullable): the request, %NULL with @error
 */
SoupMessage *
htap_request_new_taurus_list (GUri *endpoint,
                              const char *version,
                              const char *project_id,
                              guint offset,
                              const char *language,
                              GError **error)
{
  return new_page (endpoint, version, project_id, "instances", offset, language, error);
}

/**
 * htap_request_new_enterprise_projects:
 * @endpoint: where the service is, as htap_endpoint_resolve() returns it
 * @project_id: the project
 * @offset: how many enterprise projects to leave out
 * @language: `en-us` or `zh-cn`
 * @error: as htap_request_new_htap_list()
 *
 * A page of "Querying Enterprise Projects", still to be authorised.
 *
 * Returns: (transfer full) (nullable): the request, %NULL with @error
 */
SoupMessage *
htap_request_new_enterprise_projects (GUri *endpoint,
                                      const char *project_id,
                                      guint offset,
                                      const char *language,
                                      GError **error)
{
  return new_page (endpoint, "v3", project_id, "enterprise-projects", offset, language, error);
}

/**
 * htap_request_new_projects:
 * @endpoint: where the IAM service is, as htap_endpoint_resolve_iam() returns it
 * @name: (nullable): a project's exact name; %NULL for every project that the caller may enter
 *
 * IAM's lists of projects: "Querying Project Information", which many an IAM user may not ask, or
 * "Querying the Projects Accessible to an IAM User". Still to be authorised.
 *
 * Returns: (transfer full): the request
 */
SoupMessage *
htap_request_new_projects (GUri *endpoint, const char *name)
{
  g_autofree char *encoded = name != NULL ? g_uri_escape_string (name, NULL, FALSE) : NULL;
  g_autofree char *query = name != NULL ? g_strconcat ("name=", encoded, NULL) : NULL;

  return htap_request_new_get (endpoint, name != NULL ? "/v3/projects" : "/v3/auth/projects", query,
                               NULL);
}

/**
 * htap_request_check_id:
 * @kind: what @id is
 * @id: (nullable): to become part of a path
 * @error: %HTAP_ERROR_CONFIG with the reason %HTAP_ERROR_REASON_BAD_ID or
 *   %HTAP_ERROR_REASON_NO_PROJECT
 *
 * Returns: whether it may: nothing but letters and digits does
 */
gboolean
htap_request_check_id (HtapIdKind kind, const char *id, GError **error)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_BAD_ID, .subject = (char *) id };

  switch (htap_id_check (kind, id))
    {
    case HTAP_ID_VALID:
    case HTAP_ID_UNUSUAL:
      return TRUE;
    case HTAP_ID_EMPTY:
      if (kind == HTAP_ID_PROJECT)
        details.reason = HTAP_ERROR_REASON_NO_PROJECT;
      break;
    case HTAP_ID_REFUSED:
      break;
    }

  htap_error_set (error, HTAP_ERROR_CONFIG, &details, "An id is missing, or is none");

  return FALSE;
}

/**
 * htap_request_new_get:
 * @endpoint: where a service is
 * @path: begins with a slash; percent-encoded
 * @query: (nullable): percent-encoded
 * @language: (nullable): `en-us` or `zh-cn`: the language of the service's messages
 *
 * Returns: (transfer full): the request, still to be authorised
 */
SoupMessage *
htap_request_new_get (GUri *endpoint, const char *path, const char *query, const char *language)
{
  g_autofree char *url = htap_request_dup_url (endpoint, path, query);
  SoupMessage *request = soup_message_new (SOUP_METHOD_GET, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);

  soup_message_headers_replace (headers, "Accept", "application/json");
  /* The page calls it mandatory, though a GET has no content. */
  soup_message_headers_replace (headers, "Content-Type", "application/json");
  if (language != NULL)
    soup_message_headers_replace (headers, "X-Language", language);

  return request;
}

/**
 * htap_request_dup_url:
 * @endpoint: a base URL, whose path is a prefix to keep
 * @path: begins with a slash; percent-encoded
 * @query: (nullable): percent-encoded
 *
 * Returns: (transfer full): the whole URL
 */
char *
htap_request_dup_url (GUri *endpoint, const char *path, const char *query)
{
  const char *prefix = g_uri_get_path (endpoint);
  gsize prefix_length = strlen (prefix);
  g_autofree char *whole_path = NULL;

  while (prefix_length > 0 && prefix[prefix_length - 1] == '/')
    prefix_length--;
  whole_path = g_strdup_printf ("%.*s%s", (int) prefix_length, prefix, path);

  return g_uri_join (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (endpoint), NULL,
                     g_uri_get_host (endpoint), g_uri_get_port (endpoint), whole_path, query, NULL);
}

/**
 * htap_request_dup_host:
 *
 * Returns: (transfer full): the host, and the port if it is not the scheme's own
 */
char *
htap_request_dup_host (SoupMessage *request)
{
  GUri *uri = soup_message_get_uri (request);
  gboolean is_https = g_str_equal (g_uri_get_scheme (uri), "https");
  const char *host = g_uri_get_host (uri);
  int port = g_uri_get_port (uri);
  g_autofree char *name = NULL;

  name = strchr (host, ':') != NULL ? g_strdup_printf ("[%s]", host) : g_strdup (host);
  if (port == -1 || port == (is_https ? 443 : 80))
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s:%d", name, port);
}

/**
 * htap_request_dup_endpoint:
 *
 * Returns: (transfer full): method, host and path, for an error's details: never a query or a
 * header
 */
char *
htap_request_dup_endpoint (SoupMessage *request)
{
  g_autofree char *host = htap_request_dup_host (request);

  return g_strconcat (soup_message_get_method (request), " ", host,
                      g_uri_get_path (soup_message_get_uri (request)), NULL);
}
