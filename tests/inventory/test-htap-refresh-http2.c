/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-test-server.h"
#include "htap-test.h"

#include <string.h>

/* One connection carries all of them. */
#define N_SOURCES 40
#define N_PROMPT  10
#define PROJECT   "23a50154cf494ec9ad6883979a12db0a"

/* A service that offers HTTP/2 and answers the first few at once, the others not before it is told
 * to. The inventory trusts it by the profile's CA file. */
typedef struct
{
  char *directory;
  HtapTestServer *server;
  HtapInventory *inventory;
  GPtrArray *held; /* SoupServerMessage */
  guint n_begun;   /* of those, whose answer has begun to arrive */
  guint n_old;     /* that came over HTTP/1.1 */
} Fixture;

/* `/v3/PROJECT/instances/7in07/htap`: one instance, `7in17`. */
static void
answer (SoupServerMessage *message, int number)
{
  g_autofree char *body = g_strdup_printf (
      "{\"instances\":[{\"id\":\"%din17\",\"name\":\"htap-%d\"}],\"total\":1}", number, number);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  htap_test_answer_bytes (message, 200, bytes);
}

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Fixture *fixture = user_data;
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  int number = atoi (strstr (path, "/instances/") + strlen ("/instances/"));

  fixture->n_old += soup_server_message_get_http_version (message) != SOUP_HTTP_2_0;
  if (number < N_PROMPT)
    answer (message, number);
  else
    {
      g_ptr_array_add (fixture->held, g_object_ref (message));
      soup_server_message_pause (message);
    }
}

static void
add_profile (Fixture *fixture, const char *ca_file)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("1");
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) taurus = htap_regional_ids_new ();
  g_autofree char *url = htap_test_server_dup_url (fixture->server);

  g_ptr_array_add (projects, htap_regional_id_new ("cn-north-4", PROJECT));
  for (int i = 0; i < N_SOURCES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%din07", i);

      g_ptr_array_add (taurus, htap_regional_id_new ("cn-north-4", id));
    }

  htap_profile_set_name (profile, "One");
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, taurus);
  htap_profile_set_endpoint (profile, "cn-north-4", url);
  htap_profile_set_ca_file (profile, ca_file);
  htap_inventory_add_transient_profile (fixture->inventory, profile, credentials);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTlsCertificate) certificate = htap_test_self_signed ();
  g_autofree char *path = NULL;
  g_autofree char *pem = NULL;

  fixture->held = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->directory = htap_test_temporary_directory ();
  path = g_build_filename (fixture->directory, "ca.pem", NULL);
  g_object_get (certificate, "certificate-pem", &pem, NULL);
  htap_test_write_file (path, pem);
  fixture->server = htap_test_server_new_tls (certificate, on_request, fixture);
  fixture->inventory = htap_inventory_new ("en-us");
  htap_inventory_set_max_in_flight (fixture->inventory, N_SOURCES);
  add_profile (fixture, path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->inventory);
  g_ptr_array_unref (fixture->held);
  htap_test_server_free (fixture->server);
  htap_test_remove_tree (fixture->directory);
  g_free (fixture->directory);
}

static guint
get_n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (htap_inventory_get_instances (fixture->inventory));
}

static HtapSource *
get_source (Fixture *fixture, guint position)
{
  g_autoptr (HtapSource) source =
      g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), position);

  return source;
}

static gboolean
is_held (gpointer data)
{
  Fixture *fixture = data;

  return fixture->held->len == N_SOURCES - N_PROMPT &&
         htap_refresh_get_done (htap_inventory_get_refresh (fixture->inventory)) == N_PROMPT;
}

static void
on_body_begun (Fixture *fixture, guint size, SoupServerMessage *message)
{
  fixture->n_begun++;
  g_signal_handlers_disconnect_by_data (message, fixture);
}

static gboolean
is_begun (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_begun == fixture->held->len;
}

/* Long answers, which share the connection: each begins before any has ended. */
static void
let_begin (Fixture *fixture)
{
  const gsize size = 1024 * 1024;
  g_autofree char *blanks = g_strnfill (size, ' ');
  g_autoptr (GBytes) body = g_bytes_new (blanks, size);

  for (guint i = 0; i < fixture->held->len; i++)
    {
      SoupServerMessage *message = fixture->held->pdata[i];

      htap_test_answer_bytes (message, 200, body);
      g_signal_connect_swapped (message, "wrote-body-data", G_CALLBACK (on_body_begun), fixture);
      soup_server_message_unpause (message);
    }
  htap_test_wait_until (is_begun, fixture, "the beginning of all answers");
}

static gboolean
is_finished (gpointer data)
{
  return htap_refresh_is_finished (data);
}

/* All streams end at once, which libsoup would not do by itself before there are headers; what has
 * arrived stays, what has not is as it was. @data: whether the other answers have begun */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  guint n_sources = g_list_model_get_n_items (htap_inventory_get_sources (fixture->inventory));
  guint n_fresh = 0;
  gint64 begin;

  g_assert_cmpuint (n_sources, ==, N_SOURCES);
  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  htap_test_wait_until (is_held, fixture, "the requests that are not answered");
  if (GPOINTER_TO_INT (data))
    let_begin (fixture);

  begin = g_get_monotonic_time ();
  htap_inventory_stop (fixture->inventory);
  htap_test_wait_until (is_finished, refresh, "the end of a stopped refresh");
  g_test_message ("%u requests stopped in %.1f ms", fixture->held->len,
                  (double) (g_get_monotonic_time () - begin) / 1000);

  g_assert_cmpuint (fixture->n_old, ==, 0);
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture->server), ==, N_SOURCES);
  g_assert_true (htap_refresh_is_stopped (refresh));
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);
  g_assert_null (htap_inventory_get_refresh (fixture->inventory));
  g_assert_cmpuint (get_n_rows (fixture), ==, N_PROMPT);
  for (guint i = 0; i < n_sources; i++)
    {
      HtapSource *source = get_source (fixture, i);

      g_assert_false (htap_source_is_loading (source));
      g_assert_no_error (htap_source_get_error (source));
      n_fresh += htap_source_get_state (source) == HTAP_SOURCE_FRESH;
    }
  g_assert_cmpuint (n_fresh, ==, N_PROMPT);
}

#define ADD(path, begun)                                                                           \
  g_test_add ("/refresh-http2/" path, Fixture, GINT_TO_POINTER (begun), set_up, test_stop,         \
              tear_down)

int
main (int argc, char **argv)
{
  /* libsoup's server offers it only if told so. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("stopped-before-headers", FALSE);
  ADD ("stopped-in-the-body", TRUE);

  return g_test_run ();
}
