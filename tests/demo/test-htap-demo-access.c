/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-access.h"

#include "htap-demo-probe.h"

#define OPS_KEY     "DEMOACCESSKEYOPS0001"
#define OPS_SECRET  "demoSecretKeyOfOpsWhichIsNoSecretAtAll01"
#define TEMP_KEY    "DEMOTEMPORARYKEY0007"
#define TEMP_SECRET "demoTemporarySecretKeyWhichIsNoSecret007"
#define TEMP_TOKEN  "demo-security-token-which-is-no-secret-at-all-0007"

/* taurus-orders is in cn-southwest-2. */
#define HERE      "{\"project\": {\"id\": \"" ORDERS_PROJECT "\"}}"
#define ELSEWHERE "{\"project\": {\"name\": \"cn-north-4\"}}"

/* Returns: (transfer full): a new token of demo-ops. */
static char *
sign_in (HtapDemoProbe *probe, const char *scope)
{
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_sign_in (probe, "demo-ops", "Demo-Password-1", scope);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 201);

  return g_strdup (htap_demo_reply_header (reply, "X-Subject-Token"));
}

static void
check_token (HtapDemoProbe *probe, const char *token, guint status, const char *text)
{
  SoupMessage *message = htap_demo_probe_message (probe, "GET", ORDERS_PATH);

  soup_message_headers_replace (soup_message_get_request_headers (message), "X-Auth-Token", token);
  htap_demo_probe_check (probe, message, status, text);
}

static void
check_key (HtapDemoProbe *probe,
           const char *key,
           const char *secret,
           gint64 age,
           guint status,
           const char *text)
{
  htap_demo_probe_check (probe, htap_demo_probe_signed (probe, ORDERS_PATH, key, secret, age),
                         status, text);
}

static void
set_clock (HtapDemoProbe *probe, int offset)
{
  g_autofree char *body = g_strdup_printf ("{\"offset\": %d}", offset);
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (probe, "PUT", "/demo/clock", body);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
}

static void
test_token (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autofree char *here = sign_in (probe, HERE);
  g_autofree char *elsewhere = sign_in (probe, ELSEWHERE);
  g_autofree char *unscoped = sign_in (probe, NULL);

  check_token (probe, here, 200, "\"instances\"");
  check_token (probe, elsewhere, 401, "APIGW.0307");
  check_token (probe, unscoped, 401, "APIGW.0307");
  check_token (probe, "MIIwrong", 401, "decrypt token fail");
}

static void
test_token_expires (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autofree char *token = sign_in (probe, HERE);

  set_clock (probe, 24 * 60 * 60 - 60);
  check_token (probe, token, 200, NULL);
  set_clock (probe, 24 * 60 * 60);
  check_token (probe, token, 401, "token expires, expires_at: 2");
  check_token (probe, htap_demo_cloud_get_token (probe->cloud), 200, NULL);
}

static void
test_key (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check_key (probe, OPS_KEY, OPS_SECRET, 0, 200, "\"instances\"");
  check_key (probe, "NOBODY", OPS_SECRET, 0, 401, "ak NOBODY not exist");
  check_key (probe, OPS_KEY, "wrong", 0, 401,
             "verify aksk signature fail, canonicalRequest:GET|" ORDERS_PATH "/||host:");
}

/* What arrives is what must have been signed. */
static void
test_altered (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  SoupMessage *query = htap_demo_probe_signed (probe, ORDERS_PATH, OPS_KEY, OPS_SECRET, 0);
  SoupMessage *date = htap_demo_probe_signed (probe, ORDERS_PATH, OPS_KEY, OPS_SECRET, 5);
  SoupMessage *fresh = htap_demo_probe_signed (probe, ORDERS_PATH, OPS_KEY, OPS_SECRET, 0);
  g_autoptr (GUri) changed =
      soup_uri_copy (soup_message_get_uri (query), SOUP_URI_QUERY, "a=b", SOUP_URI_NONE);

  soup_message_set_uri (query, changed);
  htap_demo_probe_check (probe, query, 401, "verify aksk signature fail");

  soup_message_headers_replace (
      soup_message_get_request_headers (date), "X-Sdk-Date",
      soup_message_headers_get_one (soup_message_get_request_headers (fresh), "X-Sdk-Date"));
  htap_demo_probe_check (probe, date, 401, "verify aksk signature fail");
  htap_demo_probe_check (probe, fresh, 200, NULL);
}

static void
test_no_signature (void)
{
  static const char *const headers[] = {
    "Basic abc",
    "SDK-HMAC-SHA256 Access=" OPS_KEY ", SignedHeaders=host, Signature=00",
  };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      SoupMessage *message = htap_demo_probe_signed (probe, ORDERS_PATH, OPS_KEY, OPS_SECRET, 0);

      soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                    headers[i]);
      htap_demo_probe_check (probe, message, 401, "verify aksk signature fail\"");
    }
}

/* A skew of a quarter of an hour is forgiven; the answer tells the cloud's time. */
static void
test_skew (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = NULL;
  g_autoptr (GDateTime) date = NULL;
  gint64 skew;

  check_key (probe, OPS_KEY, OPS_SECRET, 14 * 60, 200, NULL);
  check_key (probe, OPS_KEY, OPS_SECRET, 16 * 60, 401, "signature expired");
  check_key (probe, OPS_KEY, OPS_SECRET, -16 * 60, 401, "signature expired");

  set_clock (probe, 22 * 60);
  check_key (probe, OPS_KEY, OPS_SECRET, 0, 401, "signature expired");
  check_key (probe, OPS_KEY, OPS_SECRET, -22 * 60, 200, NULL);

  reply = htap_demo_probe_get (probe, ORDERS_PATH);
  date = soup_date_time_new_from_http_string (htap_demo_reply_header (reply, "Date"));
  skew = g_date_time_to_unix (date) - g_get_real_time () / G_USEC_PER_SEC;
  g_assert_cmpint (skew, >=, 21 * 60);
  g_assert_cmpint (skew, <=, 22 * 60);
}

/* Five wrong signatures are forgiven; the lock holds for the right one, too, for five minutes. */
static void
test_lock (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < 5; i++)
    check_key (probe, OPS_KEY, "wrong", 0, 401, "verify aksk signature fail");
  check_key (probe, OPS_KEY, OPS_SECRET, 0, 200, NULL);

  for (guint i = 0; i < 5; i++)
    check_key (probe, OPS_KEY, "wrong", 0, 401, "verify aksk signature fail");
  check_key (probe, OPS_KEY, "wrong", 0, 401, "AK access failed to reach the limit,forbidden.");
  check_key (probe, OPS_KEY, OPS_SECRET, 0, 401, "AK access failed to reach the limit,forbidden.");

  set_clock (probe, 5 * 60);
  check_key (probe, OPS_KEY, OPS_SECRET, 0, 200, NULL);
}

static void
test_temporary (void)
{
  static const struct
  {
    const char *token;
    guint status;
  } cases[] = { { NULL, 401 }, { "wrong", 401 }, { TEMP_TOKEN, 200 } };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoupMessage *message = htap_demo_probe_signed (probe, ORDERS_PATH, TEMP_KEY, TEMP_SECRET, 0);

      if (cases[i].token != NULL)
        soup_message_headers_replace (soup_message_get_request_headers (message),
                                      "X-Security-Token", cases[i].token);
      htap_demo_probe_check (probe, message, cases[i].status,
                             cases[i].status == 401 ? "Get secretKey failed,ak:" TEMP_KEY : NULL);
    }
}

static void
test_project_header (void)
{
  static const struct
  {
    const char *project_id;
    guint status;
  } cases[] = { { ORDERS_PROJECT, 200 }, { "ac72d1d4e9f9381df4b966d371e13167", 401 } };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoupMessage *message = htap_demo_probe_signed (probe, ORDERS_PATH, OPS_KEY, OPS_SECRET, 0);

      soup_message_headers_replace (soup_message_get_request_headers (message), "X-Project-Id",
                                    cases[i].project_id);
      htap_demo_probe_check (probe, message, cases[i].status,
                             cases[i].status == 401 ? "APIGW.0307" : NULL);
    }
}

static void
test_permission (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check_key (probe, "DEMOACCESSKEYGUEST03", "demoSecretKeyOfGuestWhichIsNoSecretAll03", 0, 403,
             "Policy doesn't allow gaussdb:htapInstance:list to be performed.");
  htap_demo_probe_check (probe,
                         htap_demo_probe_signed (probe, "/v3.1/" ORDERS_PROJECT "/instances",
                                                 "DEMOACCESSKEYGUEST03",
                                                 "demoSecretKeyOfGuestWhichIsNoSecretAll03", 0),
                         403, "gaussdb:instance:list");
  check_key (probe, "DEMOACCESSKEYREAD002", "demoSecretKeyOfReadWhichIsNoSecretAtAll2", 0, 403,
             "DBS.200010");
  check_key (probe, "DEMOACCESSKEYPROT004", "demoSecretKeyOfProtectedWhichIsNoSecret4", 0, 200,
             NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-access/token", test_token);
  g_test_add_func ("/demo-access/token-expires", test_token_expires);
  g_test_add_func ("/demo-access/key", test_key);
  g_test_add_func ("/demo-access/altered", test_altered);
  g_test_add_func ("/demo-access/no-signature", test_no_signature);
  g_test_add_func ("/demo-access/skew", test_skew);
  g_test_add_func ("/demo-access/lock", test_lock);
  g_test_add_func ("/demo-access/temporary", test_temporary);
  g_test_add_func ("/demo-access/project-header", test_project_header);
  g_test_add_func ("/demo-access/permission", test_permission);

  return g_test_run ();
}
