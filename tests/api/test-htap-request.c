/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request.h"

#include "htap-error.h"

#define PROJECT "23a50154cf494ec9ad6883979a12db0a"
#define TAURUS  "18c3eeb7b788479eb8b93b209946a83bin07"

static SoupMessage *
new_request (const char *endpoint, const char *project, const char *taurus, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (endpoint, G_URI_FLAGS_ENCODED_PATH, NULL);

  return htap_request_new_htap_list (uri, project, taurus, "zh-cn", error);
}

static void
test_urls (void)
{
  static const struct {
    const char *endpoint;
    const char *before_path;
    const char *host;
  } cases[] = {
    { "https://db.example.com", "https://db.example.com", "db.example.com" },
    { "https://db.example.com/", "https://db.example.com", "db.example.com" },
    { "https://db.example.com/base//", "https://db.example.com/base", "db.example.com" },
    { "https://db.example.com:443/a%2fb", "https://db.example.com/a%2Fb", "db.example.com" },
    { "https://db.example.com:80", "https://db.example.com:80", "db.example.com:80" },
    { "http://127.0.0.1:80", "http://127.0.0.1", "127.0.0.1" },
    { "http://[::1]:8080", "http://[::1]:8080", "[::1]:8080" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoupMessage) request = new_request (cases[i].endpoint, PROJECT, TAURUS, &error);
      g_autofree char *expected =
          g_strconcat (cases[i].before_path, "/v3/" PROJECT "/instances/" TAURUS "/htap", NULL);
      g_autofree char *url = NULL;
      g_autofree char *host = NULL;

      g_assert_no_error (error);
      url = g_uri_to_string (soup_message_get_uri (request));
      g_assert_cmpstr (url, ==, expected);
      host = htap_request_dup_host (request);
      g_assert_cmpstr (host, ==, cases[i].host);
    }
}

static void
test_request (void)
{
  g_autoptr (SoupMessage) request = new_request ("https://db.example.com", PROJECT, TAURUS, NULL);
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);
  g_autofree char *endpoint = htap_request_dup_endpoint (request);

  g_assert_cmpstr (soup_message_get_method (request), ==, "GET");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Content-Type"), ==, "application/json");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Accept"), ==, "application/json");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "X-Language"), ==, "zh-cn");
  g_assert_cmpstr (endpoint, ==, "GET db.example.com/v3/" PROJECT "/instances/" TAURUS "/htap");
}

static void
test_ids (void)
{
  static const struct {
    const char *project;
    const char *taurus;
    HtapErrorReason reason;
    const char *subject;
  } cases[] = {
    { "", TAURUS, HTAP_ERROR_REASON_NO_PROJECT, "" },
    { NULL, TAURUS, HTAP_ERROR_REASON_NO_PROJECT, NULL },
    { PROJECT, "", HTAP_ERROR_REASON_BAD_ID, "" },
    { "../" PROJECT, TAURUS, HTAP_ERROR_REASON_BAD_ID, "../" PROJECT },
    { "a/b", TAURUS, HTAP_ERROR_REASON_BAD_ID, "a/b" },
    { PROJECT, "a?b=c", HTAP_ERROR_REASON_BAD_ID, "a?b=c" },
    { PROJECT, "a#b", HTAP_ERROR_REASON_BAD_ID, "a#b" },
    { PROJECT, "a%2fb", HTAP_ERROR_REASON_BAD_ID, "a%2fb" },
    { PROJECT, "a b", HTAP_ERROR_REASON_BAD_ID, "a b" },
    { PROJECT, "a\r\nX: y", HTAP_ERROR_REASON_BAD_ID, "a\r\nX: y" },
    { PROJECT, "实例", HTAP_ERROR_REASON_BAD_ID, "实例" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          new_request ("https://db.example.com", cases[i].project, cases[i].taurus, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
      g_assert_cmpstr (htap_error_get_details (error)->subject, ==, cases[i].subject);
    }
}

/* Another length or suffix than documented is no reason not to ask. */
static void
test_unusual_ids (void)
{
  g_autoptr (SoupMessage) request = new_request ("https://db.example.com", "p", "t", NULL);

  g_assert_nonnull (request);
  g_assert_cmpstr (g_uri_get_path (soup_message_get_uri (request)), ==, "/v3/p/instances/t/htap");
}

static void
test_projects (void)
{
  static const struct {
    const char *name;
    const char *url;
  } cases[] = {
    { NULL, "https://iam.example.com/base/v3/auth/projects" },
    { "cn-north-4", "https://iam.example.com/base/v3/projects?name=cn-north-4" },
    { "a&b=c", "https://iam.example.com/base/v3/projects?name=a%26b%3Dc" },
  };
  g_autoptr (GUri) endpoint =
      g_uri_parse ("https://iam.example.com/base/", G_URI_FLAGS_ENCODED_PATH, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoupMessage) request = htap_request_new_projects (endpoint, cases[i].name);
      g_autofree char *url = g_uri_to_string (soup_message_get_uri (request));

      g_assert_cmpstr (url, ==, cases[i].url);
      g_assert_cmpstr (soup_message_get_method (request), ==, "GET");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request/urls", test_urls);
  g_test_add_func ("/request/request", test_request);
  g_test_add_func ("/request/ids", test_ids);
  g_test_add_func ("/request/unusual-ids", test_unusual_ids);
  g_test_add_func ("/request/projects", test_projects);

  return g_test_run ();
}
