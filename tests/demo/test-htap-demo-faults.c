/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-faults.h"

#include "htap-demo-probe.h"
#include "htap-test.h"

static void
assert_orders (HtapDemoProbe *probe, guint status)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, ORDERS_PATH);

  g_assert_no_error (reply->error);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, status);
}

static void
clear (HtapDemoProbe *probe)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (probe, "DELETE", "/demo/faults", NULL);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 204);
}

static void
test_answer (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = NULL;

  htap_demo_probe_fault (probe, "{\"status\": 429, \"body\": \"slow down\", \"headers\": "
                                "{\"Retry-After\": \"7\", \"Content-Type\": \"text/plain\", "
                                "\"Date\": \"Mon, 05 Jan 2026 02:20:30 GMT\"}}");
  reply = htap_demo_probe_get (probe, ORDERS_PATH);

  g_assert_no_error (reply->error);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 429);
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                   "slow down", 9);
  g_assert_cmpstr (htap_demo_reply_header (reply, "Retry-After"), ==, "7");
  g_assert_cmpstr (htap_demo_reply_header (reply, "Content-Type"), ==, "text/plain");
  g_assert_cmpstr (htap_demo_reply_header (reply, "Date"), ==, "Mon, 05 Jan 2026 02:20:30 GMT");
  g_assert_nonnull (htap_demo_reply_header (reply, "X-Request-Id"));
}

static void
test_until_cleared (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  htap_demo_probe_fault (probe, "{\"status\": 503}");
  assert_orders (probe, 503);
  assert_orders (probe, 503);
  clear (probe);
  assert_orders (probe, 200);
}

static void
test_count_and_order (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  htap_demo_probe_fault (probe, "{\"status\": 503, \"count\": 2}");
  htap_demo_probe_fault (probe, "{\"status\": 500, \"count\": 1}");

  assert_orders (probe, 503);
  assert_orders (probe, 503);
  assert_orders (probe, 500);
  assert_orders (probe, 200);
}

static void
test_path (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) list = NULL;

  htap_demo_probe_fault (probe, "{\"path\": \"" ORDERS_TAURUS "\", \"status\": 500}");

  assert_orders (probe, 500);
  list = htap_demo_probe_get (probe, "/v3.1/" ORDERS_PROJECT "/instances");
  g_assert_cmpuint (htap_demo_reply_status (list), ==, 200);
}

/* A script can always be ended. */
static void
test_control_is_spared (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  htap_demo_probe_fault (probe, "{\"path\": \"/\", \"cut\": true}");
  clear (probe);
  assert_orders (probe, 200);
}

static void
test_redirect (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = NULL;

  htap_demo_probe_fault (probe, "{\"redirect\": \"https://elsewhere.example/x\"}");
  reply = htap_demo_probe_get (probe, ORDERS_PATH);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 302);
  g_assert_cmpstr (htap_demo_reply_header (reply, "Location"), ==, "https://elsewhere.example/x");
}

/* As a busy cloud has it. */
static void
test_retry_after (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = NULL;

  htap_demo_probe_fault (probe, "{\"status\": 429, \"headers\": {\"Retry-After\": \"7\"},"
                                " \"count\": 1}");
  reply = htap_demo_probe_get (probe, ORDERS_PATH);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 429);
  g_assert_cmpstr (htap_demo_reply_header (reply, "Retry-After"), ==, "7");
  assert_orders (probe, 200);
}

/* Not a byte comes. */
static void
test_cut_before_answer (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = NULL;

  htap_demo_probe_fault (probe, "{\"cut\": \"before-answer\"}");
  reply = htap_demo_probe_get (probe, ORDERS_PATH);
  g_assert_nonnull (reply->error);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 0);
}

/* The head of the answer arrives, and promises more than comes. */
static void
check_cut (const char *description)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = NULL;

  htap_demo_probe_fault (probe, description);
  reply = htap_demo_probe_get (probe, ORDERS_PATH);

  g_assert_error (reply->error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
  g_assert_nonnull (htap_demo_reply_header (reply, "X-Request-Id"));
  g_assert_nonnull (htap_demo_reply_header (reply, "Content-Length"));

  assert_orders (probe, 200);
}

static void
test_cut (void)
{
  check_cut ("{\"cut\": true, \"count\": 1}");
  check_cut ("{\"cut\": \"after-headers\", \"count\": 1}");
  check_cut ("{\"cut\": true, \"delay\": 20, \"count\": 1}");
  check_cut ("{\"cut\": true, \"body\": \"\", \"count\": 1}");
}

/* Returns: how many bytes of the body arrived before the connection ended. */
static gsize
count_bytes (HtapDemoProbe *probe)
{
  g_autoptr (SoupMessage) message = htap_demo_probe_message (probe, "GET", ORDERS_PATH);
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (64 * 1024);
  gsize n_bytes = 0;

  soup_session_send_async (probe->session, message, G_PRIORITY_DEFAULT, NULL, htap_test_on_result,
                           &sent);
  stream = soup_session_send_finish (probe->session, htap_test_await (&sent), &error);
  g_assert_no_error (error);

  g_input_stream_read_all_async (stream, buffer, 64 * 1024, G_PRIORITY_DEFAULT, NULL,
                                 htap_test_on_result, &read);
  g_assert_false (
      g_input_stream_read_all_finish (stream, htap_test_await (&read), &n_bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  g_input_stream_close (stream, NULL, NULL);

  return n_bytes;
}

static void
test_cut_positions (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  htap_demo_probe_fault (probe, "{\"cut\": true, \"count\": 1}");
  htap_demo_probe_fault (probe, "{\"cut\": \"after-headers\", \"count\": 1}");

  g_assert_cmpuint (count_bytes (probe), >, 0);
  g_assert_cmpuint (count_bytes (probe), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-faults/answer", test_answer);
  g_test_add_func ("/demo-faults/until-cleared", test_until_cleared);
  g_test_add_func ("/demo-faults/count-and-order", test_count_and_order);
  g_test_add_func ("/demo-faults/path", test_path);
  g_test_add_func ("/demo-faults/control-is-spared", test_control_is_spared);
  g_test_add_func ("/demo-faults/redirect", test_redirect);
  g_test_add_func ("/demo-faults/cut", test_cut);
  g_test_add_func ("/demo-faults/cut-positions", test_cut_positions);
  g_test_add_func ("/demo-faults/retry-after", test_retry_after);
  g_test_add_func ("/demo-faults/cut-before-answer", test_cut_before_answer);

  return g_test_run ();
}
