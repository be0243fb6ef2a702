/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-exchange.h"
#include "htap-retry.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#include <string.h>

#define SECOND   G_TIME_SPAN_SECOND
#define POLICY   "policy user over ratelimit,limit:100,time:"
#define THROTTLE "{\"error_code\":\"APIGW.0308\",\"error_msg\":\"" POLICY "5 second\"}"

/* A cloud, who asks it, and a time that passes as told. */
typedef struct
{
  HtapTestCloud cloud;
  HtapClock *clock;
  HtapAuthorizer *authorizer;
  GCancellable *cancellable;
  GAsyncResult *result;
  GBytes *body;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  htap_test_cloud_init (&fixture->cloud);
  fixture->clock = htap_clock_new_manual (1000 * SECOND);
  fixture->authorizer = htap_test_cloud_new_authorizer (&fixture->cloud, GPOINTER_TO_INT (data));
  fixture->cancellable = g_cancellable_new ();
  htap_http_set_clock (htap_authorizer_get_http (fixture->authorizer), fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_clear_error (&fixture->error);
  g_object_unref (fixture->cancellable);
  g_object_unref (fixture->authorizer);
  g_object_unref (fixture->clock);
  htap_test_cloud_clear (&fixture->cloud);
}

static void
begin (Fixture *fixture)
{
  htap_exchange_async (fixture->authorizer, CLOUD_REGION, CLOUD_PROJECT, htap_test_cloud_build,
                       &fixture->cloud, fixture->cancellable, htap_test_on_result,
                       &fixture->result);
}

static void
end (Fixture *fixture)
{
  fixture->body = htap_exchange_finish (fixture->authorizer, htap_test_await (&fixture->result),
                                        NULL, &fixture->error);
}

static gboolean
is_waiting (gpointer data)
{
  Fixture *fixture = data;

  return htap_clock_get_next (fixture->clock) >= 0 || fixture->result != NULL;
}

/* Returns: how long it is going to wait before it tries again. */
static gint64
await_pause (Fixture *fixture)
{
  htap_test_wait_until (is_waiting, fixture, "a pause");
  g_assert_null (fixture->result);

  return htap_clock_get_next (fixture->clock);
}

static void
answer_with (Fixture *fixture, guint status, const char *body)
{
  fixture->cloud.list_status = status;
  fixture->cloud.list_error = body;
}

static void
test_backs_off (Fixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 503, 502, 504 };
  gint64 expected = SECOND / 2;

  begin (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      answer_with (fixture, statuses[i], "");
      g_assert_cmpint (await_pause (fixture), ==, expected);
      g_assert_cmpuint (fixture->cloud.n_lists, ==, i + 1);
      if (i == G_N_ELEMENTS (statuses) - 1)
        answer_with (fixture, 200, NULL);
      htap_clock_advance (fixture->clock, expected);
      expected *= 2;
    }

  end (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 4);
}

static void
test_gives_up (Fixture *fixture, gconstpointer data)
{
  answer_with (fixture, 503, "{\"error_code\":\"APIGW.0613\",\"error_msg\":\"down\"}");
  begin (fixture);
  for (guint i = 1; i < HTAP_RETRY_MAX_TRIES; i++)
    htap_clock_advance (fixture->clock, await_pause (fixture));

  end (fixture);
  g_assert_error (fixture->error, HTAP_ERROR, HTAP_ERROR_SERVER);
  g_assert_cmpstr (htap_error_get_details (fixture->error)->code, ==, "APIGW.0613");
  g_assert_cmpuint (fixture->cloud.n_lists, ==, HTAP_RETRY_MAX_TRIES);
}

static void
test_never_again (Fixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 400, 401, 403, 404, 408, 409, 413, 422, 500, 501 };

  /* A token that is refused is not sent at all until a person tries again. */
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      answer_with (fixture, statuses[i], "{\"error_code\":\"DBS.200602\",\"error_msg\":\"no\"}");
      begin (fixture);
      end (fixture);
      g_assert_cmpuint (htap_error_get_details (fixture->error)->http_status, ==, statuses[i]);
      g_assert_cmpuint (fixture->cloud.n_lists, ==, i + 1);
      g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, -1);
      htap_authorizer_forgive (fixture->authorizer);
      g_clear_object (&fixture->result);
      g_clear_error (&fixture->error);
    }
}

/* A refused signature locks the key when it is repeated. */
static void
test_refused_signature (Fixture *fixture, gconstpointer data)
{
  answer_with (fixture, 401,
               "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"verify aksk signature fail\"}");
  begin (fixture);
  end (fixture);
  g_assert_error (fixture->error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 1);
}

/* Nor does a sign-in get a second chance, however it failed: failures lock the user. */
static void
test_sign_in (Fixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 429, 502, 503, 504 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      fixture->cloud.sign_in_status = statuses[i];
      begin (fixture);
      end (fixture);
      g_assert_cmpuint (htap_error_get_details (fixture->error)->http_status, ==, statuses[i]);
      g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, i + 1);
      g_clear_object (&fixture->result);
      g_clear_error (&fixture->error);
    }
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 0);
}

static gboolean
is_held (gpointer gate)
{
  return htap_gate_get_held_until (gate) != 0;
}

/* The whole host is left alone, for as long as it said. */
static void
test_throttled (Fixture *fixture, gconstpointer data)
{
  HtapGate *gate = htap_http_get_gate (htap_authorizer_get_http (fixture->authorizer));
  g_autoptr (GAsyncResult) other = NULL;
  g_autoptr (GBytes) body = NULL;

  answer_with (fixture, 429, THROTTLE);
  begin (fixture);
  htap_test_wait_until (is_held, gate, "the host to be left alone");
  g_assert_cmpint (htap_gate_get_held_until (gate), ==, 1005);

  answer_with (fixture, 200, NULL);
  htap_exchange_async (fixture->authorizer, CLOUD_REGION, CLOUD_PROJECT, htap_test_cloud_build,
                       &fixture->cloud, NULL, htap_test_on_result, &other);
  htap_clock_advance (fixture->clock, 5 * SECOND - 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 1);

  htap_clock_advance (fixture->clock, 1);
  end (fixture);
  g_assert_no_error (fixture->error);
  body = htap_exchange_finish (fixture->authorizer, htap_test_await (&other), NULL, NULL);
  g_assert_nonnull (body);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 3);
}

static gboolean
is_over_in_half_seconds (gpointer data)
{
  Fixture *fixture = data;

  if (fixture->result == NULL)
    htap_clock_advance (fixture->clock, SECOND / 2);

  return fixture->result != NULL;
}

/* Even if it did not say for how long. */
static void
test_throttled_without_hint (Fixture *fixture, gconstpointer data)
{
  HtapGate *gate = htap_http_get_gate (htap_authorizer_get_http (fixture->authorizer));

  answer_with (fixture, 429, "slow down");
  begin (fixture);
  htap_test_wait_until (is_held, gate, "the host to be left alone");
  g_assert_cmpint (await_pause (fixture), >=, 0);
  answer_with (fixture, 200, NULL);
  htap_test_wait_until (is_over_in_half_seconds, fixture, "the answer");
  end (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 2);
}

/* What would take too long is not waited for. */
static void
test_patience (Fixture *fixture, gconstpointer data)
{
  answer_with (fixture, 429,
               "{\"error_code\":\"APIGW.0308\",\"error_msg\":\"" POLICY "6 minute\"}");
  begin (fixture);
  end (fixture);
  g_assert_error (fixture->error, HTAP_ERROR, HTAP_ERROR_THROTTLED);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 1);
}

/* Who waits for another attempt is answered at once, and occupies no place: another passes. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) other = NULL;
  g_autoptr (GBytes) body = NULL;

  htap_http_set_max_in_flight (htap_authorizer_get_http (fixture->authorizer), 1);
  answer_with (fixture, 503, "");
  begin (fixture);
  await_pause (fixture);
  answer_with (fixture, 200, NULL);
  htap_exchange_async (fixture->authorizer, CLOUD_REGION, CLOUD_PROJECT, htap_test_cloud_build,
                       &fixture->cloud, NULL, htap_test_on_result, &other);
  body = htap_exchange_finish (fixture->authorizer, htap_test_await (&other), NULL, NULL);
  g_assert_nonnull (body);

  g_assert_null (fixture->result);
  g_cancellable_cancel (fixture->cancellable);
  end (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 2);
  g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, -1);
}

/* How often it hangs up before an answer, or in the middle of one. */
typedef struct
{
  guint n_cuts;
  const char *part;
} Cut;

static void
on_request_cut (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Cut *cut = user_data;

  if (cut->n_cuts == 0)
    htap_test_answer (message, 200, "application/json", "{}");
  else
    htap_test_on_raw (server, message, (gpointer) cut->part);
  cut->n_cuts -= cut->n_cuts > 0 ? 1 : 0;
}

static SoupMessage *
build_cut (const char *project_id, gpointer server, GError **error)
{
  return htap_test_server_new_message (server, "/v3");
}

static gboolean
is_over_after_pauses (gpointer data)
{
  Fixture *fixture = data;

  if (htap_clock_get_next (fixture->clock) >= 0)
    htap_clock_advance (fixture->clock, htap_clock_get_next (fixture->clock));

  return fixture->result != NULL;
}

static void
test_broken_connection (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "",
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ins",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Cut cut = { 2, parts[i] };
      g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_cut, &cut);

      htap_exchange_async (fixture->authorizer, CLOUD_REGION, CLOUD_PROJECT, build_cut, server,
                           NULL, htap_test_on_result, &fixture->result);
      htap_test_wait_until (is_over_after_pauses, fixture, "the answer");
      end (fixture);
      g_assert_no_error (fixture->error);
      g_assert_cmpuint (g_bytes_get_size (fixture->body), ==, 2);
      g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, 3);
      g_clear_object (&fixture->result);
      g_clear_pointer (&fixture->body, g_bytes_unref);
    }
}

#define ADD(name, sign_in, test)                                                                   \
  g_test_add ("/exchange-retry/" name, Fixture, GINT_TO_POINTER (sign_in), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("backs-off", HTAP_SIGN_IN_ACCESS_KEY, test_backs_off);
  ADD ("gives-up", HTAP_SIGN_IN_ACCESS_KEY, test_gives_up);
  ADD ("never-again", HTAP_SIGN_IN_TOKEN, test_never_again);
  ADD ("refused-signature", HTAP_SIGN_IN_ACCESS_KEY, test_refused_signature);
  ADD ("sign-in", HTAP_SIGN_IN_PASSWORD, test_sign_in);
  ADD ("throttled", HTAP_SIGN_IN_ACCESS_KEY, test_throttled);
  ADD ("throttled-without-hint", HTAP_SIGN_IN_ACCESS_KEY, test_throttled_without_hint);
  ADD ("patience", HTAP_SIGN_IN_ACCESS_KEY, test_patience);
  ADD ("waiting", HTAP_SIGN_IN_PASSWORD, test_waiting);
  ADD ("broken-connection", HTAP_SIGN_IN_ACCESS_KEY, test_broken_connection);

  return g_test_run ();
}
