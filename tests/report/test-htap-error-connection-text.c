/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-connection-text.h"

#define HOST "gaussdb.cn-north-4.myhuaweicloud.com"

static void
assert_sentence (HtapError kind, const HtapErrorDetails *details, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  htap_error_set (&error, kind, details, "technical");
  sentence = htap_error_connection_text_dup (error);
  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_network (void)
{
  static const struct
  {
    HtapErrorReason reason;
    const char *sentence;
  } cases[] = {
    { HTAP_ERROR_REASON_NAME_NOT_FOUND,
      "Cannot reach " HOST ": name not found. Check network, VPN and proxy." },
    { HTAP_ERROR_REASON_REFUSED,
      "Cannot reach " HOST ": connection refused. Check network, VPN and proxy." },
    { HTAP_ERROR_REASON_UNREACHABLE,
      "Cannot reach " HOST ": no route to it. Check network, VPN and proxy." },
    { HTAP_ERROR_REASON_CONNECTION_LOST,
      "The connection to " HOST " broke. Try again; if it happens again, check network, "
      "VPN and proxy." },
    { HTAP_ERROR_REASON_NONE, "Cannot reach " HOST ". Check network, VPN and proxy." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapErrorDetails details = { .reason = cases[i].reason,
                                         .endpoint = (char *) "GET https://" HOST "/v3/x" };
      const HtapErrorDetails named = { .reason = cases[i].reason, .subject = (char *) HOST };

      assert_sentence (HTAP_ERROR_NETWORK, &details, cases[i].sentence);
      assert_sentence (HTAP_ERROR_NETWORK, &named, cases[i].sentence);
    }
}

/* However the endpoint is written, the sentence names the host. */
static void
test_host (void)
{
  static const struct
  {
    const char *endpoint;
    const char *host;
  } cases[] = {
    { "GET https://host:8443/v3/x", "host:8443" },
    { "GET host/v3/x", "host" },
    { "https://[::1]:80", "[::1]:80" },
    { "host", "host" },
    { "", "Huawei Cloud" },
    { NULL, "Huawei Cloud" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapErrorDetails details = { .endpoint = (char *) cases[i].endpoint };
      g_autofree char *expected = g_strdup_printf (
          "No answer from %s in time. Try again; if it happens again, check network, VPN and proxy.",
          cases[i].host);

      assert_sentence (HTAP_ERROR_TIMEOUT, &details, expected);
    }
}

static void
test_tls (void)
{
  const HtapErrorDetails details = { .subject = (char *) "Corp CA" };

  assert_sentence (HTAP_ERROR_TLS, &details,
                   "The server's certificate is not trusted (issuer: Corp CA). If your company "
                   "inspects traffic, add its CA file to the profile.");
  assert_sentence (HTAP_ERROR_TLS, NULL,
                   "The server's certificate is not trusted. If your company inspects traffic, add "
                   "its CA file to the profile.");
}

/* The server's own words are quoted as far as there are some, but not at any length. */
static void
test_answers (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  const HtapErrorDetails both = { .http_status = 500,
                                  .code = (char *) "DBS.05000000",
                                  .server_message = (char *) "Internal error" };
  const HtapErrorDetails code = { .http_status = 500, .code = (char *) "DBS.05000000" };
  const HtapErrorDetails message = { .http_status = 500, .server_message = (char *) "Down" };
  const HtapErrorDetails status = { .http_status = 502 };
  const HtapErrorDetails endless = { .http_status = 400, .server_message = long_text };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  assert_sentence (HTAP_ERROR_SERVER, &both,
                   "Huawei Cloud could not answer (DBS.05000000: Internal error). Try again in a "
                   "few minutes.");
  assert_sentence (HTAP_ERROR_SERVER, &code,
                   "Huawei Cloud could not answer (DBS.05000000). Try again in a few minutes.");
  assert_sentence (HTAP_ERROR_SERVER, &message,
                   "Huawei Cloud could not answer (Down). Try again in a few minutes.");
  assert_sentence (HTAP_ERROR_SERVER, &status,
                   "Huawei Cloud could not answer (HTTP 502). Try again in a few minutes.");
  assert_sentence (HTAP_ERROR_REJECTED, &status,
                   "Huawei Cloud rejected the request (HTTP 502). Check region, project ID and "
                   "TaurusDB instance ID in the profile.");

  htap_error_set (&error, HTAP_ERROR_REJECTED, &endless, "technical");
  sentence = htap_error_connection_text_dup (error);
  g_assert_cmpint (g_utf8_strlen (sentence, -1), <, 400);
}

static void
test_others (void)
{
  const HtapErrorDetails at_host = { .endpoint = (char *) "GET https://host/x" };
  const HtapErrorDetails not_json = { .reason = HTAP_ERROR_REASON_NOT_JSON,
                                      .endpoint = (char *) "GET https://host/x" };

  assert_sentence (HTAP_ERROR_THROTTLED, NULL,
                   "Huawei Cloud is limiting requests. Wait a minute, then try again.");
  assert_sentence (HTAP_ERROR_REDIRECT, &at_host,
                   "host points to another address. The program does not follow, for your sign-in "
                   "would go there. Check the endpoint in the profile.");
  assert_sentence (HTAP_ERROR_PROTOCOL, &not_json,
                   "The answer of host is no JSON. A proxy or the sign-in page of a network may "
                   "have answered in its place: check network, VPN and proxy.");
  assert_sentence (HTAP_ERROR_PROTOCOL, &at_host,
                   "The answer of host is not what the API documents. Check the endpoint in the "
                   "profile.");
  assert_sentence (HTAP_ERROR_TOO_LARGE, &at_host,
                   "The answer of host is too large to be an inventory. Check the endpoint in the "
                   "profile.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-connection-text/network", test_network);
  g_test_add_func ("/error-connection-text/host", test_host);
  g_test_add_func ("/error-connection-text/tls", test_tls);
  g_test_add_func ("/error-connection-text/answers", test_answers);
  g_test_add_func ("/error-connection-text/others", test_others);

  return g_test_run ();
}
