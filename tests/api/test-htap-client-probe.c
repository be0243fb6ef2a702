/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-error.h"
#include "htap-test-server.h"
#include "htap-test.h"

#define REGION "cn-north-4"

/* Plays a service whose clock is @user_data seconds behind this computer's. */
static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  const int *skew = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) theirs = g_date_time_add_seconds (now, -*skew);
  g_autofree char *date = soup_date_time_to_string (theirs, SOUP_DATE_HTTP);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", date);
  htap_test_answer (message, 404, "application/json", "{}");
}

static void
on_progress (HtapProbeStage stage, gpointer user_data)
{
}

static gboolean
probe (HtapProfile *profile, GError **error)
{
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (GAsyncResult) result = NULL;

  htap_client_probe_async (client, profile, REGION, on_progress, NULL, NULL, htap_test_on_result,
                           &result);

  return htap_client_probe_finish (client, htap_test_await (&result), error);
}

/* Up to a quarter of an hour signatures are accepted; tokens always are. */
static void
test_clock (void)
{
  static const struct
  {
    HtapSignIn sign_in;
    int skew;
    gboolean is_good;
  } cases[] = {
    { HTAP_SIGN_IN_ACCESS_KEY, 0, TRUE },         { HTAP_SIGN_IN_ACCESS_KEY, 14 * 60, TRUE },
    { HTAP_SIGN_IN_ACCESS_KEY, -14 * 60, TRUE },  { HTAP_SIGN_IN_ACCESS_KEY, 16 * 60, FALSE },
    { HTAP_SIGN_IN_ACCESS_KEY, -16 * 60, FALSE }, { HTAP_SIGN_IN_TOKEN, 16 * 60, TRUE },
    { HTAP_SIGN_IN_PASSWORD, -16 * 60, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int skew = cases[i].skew;
      g_autoptr (HtapTestServer) server = htap_test_server_new (on_request, &skew);
      g_autofree char *url = htap_test_server_dup_url (server);
      g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      htap_profile_set_sign_in (profile, cases[i].sign_in);
      htap_profile_set_endpoint (profile, REGION, url);
      g_assert_true (probe (profile, &error) == cases[i].is_good);
      if (cases[i].is_good)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CLOCK_SKEW);
          g_assert_cmpint (ABS (htap_error_get_details (error)->clock_skew - skew), <, 60);
        }
    }
}

/* What no request can be made of. */
static void
test_nothing_sent (void)
{
  static const struct
  {
    const char *endpoint;
    const char *ca_file;
    HtapErrorReason reason;
  } cases[] = {
    { "http://gaussdb.example.com", NULL, HTAP_ERROR_REASON_NOT_HTTPS },
    { "no URL", NULL, HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://127.0.0.1:1", "/nowhere/ca.pem", HTAP_ERROR_REASON_BAD_CA_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
      g_autoptr (GError) error = NULL;

      htap_profile_set_endpoint (profile, REGION, cases[i].endpoint);
      htap_profile_set_ca_file (profile, cases[i].ca_file);
      g_assert_false (probe (profile, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client-probe/clock", test_clock);
  g_test_add_func ("/client-probe/nothing-sent", test_nothing_sent);

  return g_test_run ();
}
