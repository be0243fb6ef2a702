/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-cloud.h"

#include "htap-demo-json.h"
#include "htap-demo-probe.h"
#include "htap-test.h"

static void
test_address_and_token (void)
{
  g_autoptr (HtapDemoCloud) cloud = htap_demo_cloud_new ();
  g_autoptr (HtapDemoCloud) other = htap_demo_cloud_new ();
  const char *token;

  g_assert_null (htap_demo_cloud_get_address (cloud));
  g_assert_null (htap_demo_cloud_get_token (cloud));
  g_assert_true (htap_demo_cloud_start (cloud, 0, NULL));
  g_assert_true (htap_demo_cloud_start (other, 0, NULL));

  token = htap_demo_cloud_get_token (cloud);
  g_assert_cmpuint (strlen (token), ==, 32);
  g_assert_cmpuint (strspn (token, "0123456789abcdef"), ==, 32);
  g_assert_cmpstr (token, !=, htap_demo_cloud_get_token (other));
  g_assert_true (g_str_has_prefix (htap_demo_cloud_get_address (cloud), "http://127.0.0.1:"));
  g_assert_cmpstr (htap_demo_cloud_get_address (cloud), !=, htap_demo_cloud_get_address (other));
}

static guint
get_port (HtapDemoCloud *cloud)
{
  g_autoptr (GUri) uri = g_uri_parse (htap_demo_cloud_get_address (cloud), G_URI_FLAGS_NONE, NULL);

  return (guint) g_uri_get_port (uri);
}

static void
test_port (void)
{
  g_autoptr (HtapDemoCloud) cloud = htap_demo_cloud_new ();
  g_autoptr (HtapDemoCloud) second = htap_demo_cloud_new ();
  g_autoptr (GError) error = NULL;
  guint port;

  g_assert_true (htap_demo_cloud_start (cloud, 0, NULL));
  port = get_port (cloud);

  g_assert_false (htap_demo_cloud_start (second, port, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_null (htap_demo_cloud_get_address (second));

  htap_demo_cloud_stop (cloud);
  g_clear_error (&error);
  htap_demo_cloud_start (second, port, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (get_port (second), ==, port);
}

static void
test_stop (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autofree char *token = g_strdup (htap_demo_cloud_get_token (probe->cloud));
  g_autoptr (HtapDemoReply) before = htap_demo_probe_get (probe, ORDERS_PATH);
  g_autoptr (HtapDemoReply) refused = NULL;
  g_autoptr (HtapDemoReply) again = NULL;

  htap_demo_cloud_stop (probe->cloud);
  htap_demo_cloud_stop (probe->cloud);
  refused = htap_demo_probe_get (probe, ORDERS_PATH);
  g_assert_cmpuint (htap_demo_reply_status (before), ==, 200);
  g_assert_error (refused->error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);

  g_assert_true (htap_demo_cloud_start (probe->cloud, 0, NULL));
  again = htap_demo_probe_get (probe, ORDERS_PATH);
  g_assert_cmpuint (htap_demo_reply_status (again), ==, 200);
  g_assert_cmpstr (htap_demo_cloud_get_token (probe->cloud), !=, token);
}

static gboolean
has_request (gpointer data)
{
  return *(guint *) data > 0;
}

static void
count_request (guint *n_requests)
{
  (*n_requests)++;
}

static void
begin (HtapDemoProbe *probe, SoupMessage *message, guint *n_sent, GAsyncResult **result)
{
  g_signal_connect_swapped (message, "wrote-body", G_CALLBACK (count_request), n_sent);
  soup_session_send_and_read_async (probe->session, message, G_PRIORITY_DEFAULT, NULL,
                                    htap_test_on_result, result);
  htap_test_wait_until (has_request, n_sent, "the request");
}

static void
test_delay (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (SoupMessage) message = htap_demo_probe_message (probe, "GET", ORDERS_PATH);
  g_autoptr (HtapDemoReply) control = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;
  guint n_sent = 0;

  htap_demo_cloud_set_delay (probe->cloud, 200);
  begin (probe, message, &n_sent, &result);

  /* The control path does not wait. */
  control = htap_demo_probe_get (probe, "/demo/requests");
  g_assert_null (result);

  body = soup_session_send_and_read_finish (probe->session, htap_test_await (&result), NULL);
  g_assert_nonnull (body);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
}

/* Nothing waits for an answer that is due in ten minutes. */
static void
test_stop_while_answers_are_due (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (SoupMessage) message = htap_demo_probe_message (probe, "GET", ORDERS_PATH);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HtapDemoReply) control = NULL;
  g_autoptr (GError) error = NULL;
  guint n_sent = 0;

  htap_demo_cloud_set_delay (probe->cloud, 10 * 60 * 1000);
  begin (probe, message, &n_sent, &result);
  control = htap_demo_probe_get (probe, "/demo/requests");

  g_clear_object (&probe->cloud);
  probe->cloud = htap_demo_cloud_new ();

  g_assert_null (
      soup_session_send_and_read_finish (probe->session, htap_test_await (&result), &error));
  g_assert_nonnull (error);
}

static void
test_taurus (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (probe->cloud, &n_taurus);

  g_assert_cmpuint (n_taurus, ==, 6);
  for (guint i = 0; i < n_taurus; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/v3/%s/instances/%s/htap", taurus[i].project_id, taurus[i].taurus_id);
      g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);
      const gboolean fails = g_str_equal (taurus[i].taurus_name, "taurus-t1");

      g_assert_cmpuint (htap_demo_reply_status (reply), ==, fails ? 403 : 200);
    }
}

static void
test_fleet (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  gint64 total = 0;
  guint n_taurus;
  const HtapDemoTaurus *taurus;

  htap_demo_cloud_set_fleet (probe->cloud, 9, 60);
  taurus = htap_demo_cloud_get_taurus (probe->cloud, &n_taurus);
  g_assert_cmpuint (n_taurus, ==, 9);
  for (guint i = 0; i < n_taurus; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/v3/%s/instances/%s/htap", taurus[i].project_id, taurus[i].taurus_id);
      g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);
      g_autoptr (JsonObject) object = htap_demo_reply_object (reply);

      g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
      total += json_object_get_int_member (object, "total");
    }
  g_assert_cmpint (total, ==, 60);

  htap_demo_cloud_set_fleet (probe->cloud, 0, 0);
  htap_demo_cloud_get_taurus (probe->cloud, &n_taurus);
  g_assert_cmpuint (n_taurus, ==, 6);
}

static void
check_body (HtapDemoProbe *probe, gsize size, SoupEncoding encoding, guint status)
{
  SoupMessage *message = htap_demo_probe_message (probe, "POST", "/demo/faults");
  g_autofree char *text = g_strnfill (size, ' ');
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (HtapDemoReply) reply = NULL;

  soup_message_set_request_body (message, "application/json", stream,
                                 encoding == SOUP_ENCODING_CHUNKED ? -1 : (gssize) size);
  reply = htap_demo_probe_run (probe, message);

  g_assert_no_error (reply->error);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, status);
  g_assert_nonnull (htap_demo_reply_header (reply, "X-Request-Id"));
}

static void
test_bounded_bodies (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check_body (probe, 256 * 1024, SOUP_ENCODING_CONTENT_LENGTH, 400);
  check_body (probe, 256 * 1024 + 1, SOUP_ENCODING_CONTENT_LENGTH, 413);
  check_body (probe, 4 * 1024 * 1024, SOUP_ENCODING_CONTENT_LENGTH, 413);
  check_body (probe, 10, SOUP_ENCODING_CHUNKED, 411);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-cloud/address-and-token", test_address_and_token);
  g_test_add_func ("/demo-cloud/port", test_port);
  g_test_add_func ("/demo-cloud/stop", test_stop);
  g_test_add_func ("/demo-cloud/delay", test_delay);
  g_test_add_func ("/demo-cloud/stop-while-answers-are-due", test_stop_while_answers_are_due);
  g_test_add_func ("/demo-cloud/taurus", test_taurus);
  g_test_add_func ("/demo-cloud/fleet", test_fleet);
  g_test_add_func ("/demo-cloud/bounded-bodies", test_bounded_bodies);

  return g_test_run ();
}
