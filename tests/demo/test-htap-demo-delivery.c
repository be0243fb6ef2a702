/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-delivery.h"

#include "htap-test.h"

/* A server of its own, so that the test sees what is held back. */
typedef struct {
  SoupServerMessage *last; /* weak: the request that came last */
  SoupServer        *server;
  SoupSession       *session;
  HtapDemoDelivery  *delivery;
  char              *address;
  guint              delay;
} Fixture;

static void
on_server_request (SoupServer        *server,
                   SoupServerMessage *message,
                   const char        *path,
                   GHashTable        *query,
                   gpointer           user_data)
{
  Fixture *fixture = user_data;
  HtapDemoAnswer *answer = htap_demo_answer_new_sentence (200, "Late.");

  g_set_weak_pointer (&fixture->last, message);
  answer->delay = fixture->delay;
  htap_demo_delivery_send (fixture->delivery, message, answer);
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  fixture->server = soup_server_new (NULL, NULL);
  fixture->session = soup_session_new ();
  fixture->delivery = htap_demo_delivery_new ();
  soup_server_add_handler (fixture->server, NULL, on_server_request, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (fixture->server);
  fixture->address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_clear_weak_pointer (&fixture->last);
  g_clear_pointer (&fixture->delivery, htap_demo_delivery_free);
  soup_server_disconnect (fixture->server);
  g_assert_finalize_object (fixture->server);
  soup_session_abort (fixture->session);
  g_assert_finalize_object (fixture->session);
  g_free (fixture->address);
}

static gboolean
is_held_back (gpointer data)
{
  return htap_demo_delivery_n_pending (((Fixture *) data)->delivery) > 0;
}

static gboolean
is_empty (gpointer data)
{
  return !is_held_back (data);
}

static void
begin (Fixture *fixture, guint delay, GCancellable *cancellable, GAsyncResult **result)
{
  g_autoptr (SoupMessage) message = soup_message_new ("GET", fixture->address);

  fixture->delay = delay;
  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, cancellable,
                                    htap_test_on_result, result);
}

static void
test_at_once (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;

  begin (fixture, 0, NULL, &result);
  body = soup_session_send_and_read_finish (fixture->session, htap_test_await (&result), NULL);

  g_assert_nonnull (body);
  g_assert_cmpuint (htap_demo_delivery_n_pending (fixture->delivery), ==, 0);
}

static void
test_late (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;

  begin (fixture, 50, NULL, &result);
  htap_test_wait_until (is_held_back, fixture, "the request");
  g_assert_null (result);

  body = soup_session_send_and_read_finish (fixture->session, htap_test_await (&result), NULL);
  g_assert_nonnull (body);
  g_assert_cmpuint (htap_demo_delivery_n_pending (fixture->delivery), ==, 0);
}

/* The client did not wait. */
static void
test_client_gone (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;

  begin (fixture, 50, cancellable, &result);
  htap_test_wait_until (is_held_back, fixture, "the request");
  g_cancellable_cancel (cancellable);
  g_assert_null (
      soup_session_send_and_read_finish (fixture->session, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  htap_test_wait_until (is_empty, fixture, "the answer that nobody reads");

  begin (fixture, 0, NULL, &second_result);
  body =
      soup_session_send_and_read_finish (fixture->session, htap_test_await (&second_result), NULL);
  g_assert_nonnull (body);
}

/* It was stopped first: the answer is given up, and nothing of it is left. */
static void
test_given_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  begin (fixture, 10 * 60 * 1000, NULL, &result);
  htap_test_wait_until (is_held_back, fixture, "the request");
  g_assert_nonnull (fixture->last);

  g_clear_pointer (&fixture->delivery, htap_demo_delivery_free);
  soup_server_disconnect (fixture->server);
  g_assert_null (fixture->last);

  g_assert_null (
      soup_session_send_and_read_finish (fixture->session, htap_test_await (&result), &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/demo-delivery/at-once", Fixture, NULL, set_up, test_at_once, tear_down);
  g_test_add ("/demo-delivery/late", Fixture, NULL, set_up, test_late, tear_down);
  g_test_add ("/demo-delivery/client-gone", Fixture, NULL, set_up, test_client_gone, tear_down);
  g_test_add ("/demo-delivery/given-up", Fixture, NULL, set_up, test_given_up, tear_down);

  return g_test_run ();
}
