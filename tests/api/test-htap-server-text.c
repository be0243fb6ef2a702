/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-server-text.h"

#include <string.h>

#define TOKEN "MIIatAYJKoZIhvcNAQcCoIIapTCCGqECAQExDTALBglghkgBZQMEAgE"
#define LONG  "QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0"

static SoupMessage *
new_request (void)
{
  SoupMessage *request = soup_message_new (SOUP_METHOD_GET, "https://db.example.com/");

  soup_message_headers_replace (soup_message_get_request_headers (request), "X-Auth-Token", TOKEN);

  return request;
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { "参数错误。", "参数错误。" },
    { "ak HTAPVIEWEREXAMPLEAK1 not exist", "ak HTAPVIEWEREXAMPLEAK1 not exist" },
    { "x-auth-token not found", "x-auth-token not found" },
    { "job 594b72cd-62ba-37f4-b81e-4c2029c8b70b", "job 594b72cd-62ba-37f4-b81e-4c2029c8b70b" },
    { "policy user over ratelimit,limit:100,time:1 minute",
      "policy user over ratelimit,limit:100,time:1 minute" },
    { "  two\r\n lines\tand a bell\a ", "two   lines and a bell" },
    { "bad \xff byte", "bad \357\277\275 byte" },
    { "a|b is allowed", "a|b is allowed" },
    { "token " TOKEN " is bad", "token … is bad" },
    { "token " TOKEN ", again " TOKEN, "token …, again …" },
    { "token MIIatAYJKoZIhvcN... is bad", "token …... is bad" },
    { "other " LONG LONG " here", "other … here" },
    { "sent X-Auth-Token: abc and more", "sent …" },
    { "sent authorization=SDK-HMAC-SHA256 Access=a, Signature=b", "sent …" },
    { "Incorrect authorization: token expires", "Incorrect authorization: token expires" },
    { "verify fail: GET|/v3/p/|limit=1|host:h|x-sdk-date:d||host|e3b0", "verify fail: GET…" },
    { "", NULL },
    { " \r\n", NULL },
    { NULL, NULL },
  };
  g_autoptr (SoupMessage) request = new_request ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = htap_server_text_clean (cases[i].text, -1, 1000, request);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

/* Demo tokens are short, and a request may have none. */
static void
test_other_tokens (void)
{
  g_autoptr (SoupMessage) request = new_request ();
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);
  g_autofree char *with_short = NULL;
  g_autofree char *with_none = NULL;

  soup_message_headers_replace (headers, "X-Auth-Token", "abc123");
  with_short = htap_server_text_clean ("bad abc123!", -1, 1000, request);
  g_assert_cmpstr (with_short, ==, "bad …!");

  soup_message_headers_remove (headers, "X-Auth-Token");
  with_none = htap_server_text_clean ("bad abc123!", -1, 1000, request);
  g_assert_cmpstr (with_none, ==, "bad abc123!");
}

static void
test_bounds (void)
{
  g_autoptr (SoupMessage) request = new_request ();
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autofree char *clean = NULL;
  g_autofree char *part = htap_server_text_clean ("abcdef", 3, 1000, request);

  for (guint i = 0; i < 100000; i++)
    g_string_append (endless, "错 ");
  clean = htap_server_text_clean (endless->str, -1, 1000, request);

  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 1001);
  g_assert_true (g_str_has_suffix (clean, "…"));
  g_assert_cmpstr (part, ==, "abc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/server-text/clean", test_clean);
  g_test_add_func ("/server-text/other-tokens", test_other_tokens);
  g_test_add_func ("/server-text/bounds", test_bounds);

  return g_test_run ();
}
