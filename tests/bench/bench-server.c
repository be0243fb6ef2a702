/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cloud in a process of its own, so that what it costs is not on our account: every TaurusDB
 * instance has ten HTAP instances, and every answer is ready and comes after a while.
 *
 * bench-server MILLISECONDS [CA-FILE]
 *
 * Prints its URL and serves until its standard input ends. With a file it speaks TLS and HTTP/2,
 * and writes its certificate there. */

#include "htap-bench-answer.h"
#include "htap-test-server.h"
#include "htap-test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define IN_ONE_ANSWER 10

static gboolean
on_ready (gpointer data)
{
  SoupServerMessage *message = data;
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  const guint number =
      (guint) strtoul (strstr (path, "/instances/") + strlen ("/instances/"), NULL, 16);
  g_autoptr (GBytes) answer = htap_bench_answer_new (number * IN_ONE_ANSWER, IN_ONE_ANSWER);

  htap_test_answer_bytes (message, 200, answer);
  soup_server_message_unpause (message);

  return G_SOURCE_REMOVE;
}

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  const guint *delay = user_data;

  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, *delay, on_ready, g_object_ref (message), g_object_unref);
}

static gboolean
on_input (GIOChannel *channel, GIOCondition condition, gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

int
main (int argc, char *argv[])
{
  guint delay = (guint) atoi (argv[1]);
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (HtapTestServer) server = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (fileno (stdin));
  g_autofree char *url = NULL;

  if (argc > 2)
    {
      g_autofree char *pem = NULL;

      g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
      certificate = htap_test_self_signed ();
      g_object_get (certificate, "certificate-pem", &pem, NULL);
      htap_test_write_file (argv[2], pem);
    }

  server = certificate != NULL ? htap_test_server_new_tls (certificate, on_request, &delay)
                               : htap_test_server_new (on_request, &delay);
  url = htap_test_server_dup_url (server);
  g_print ("%s\n", url);
  fflush (stdout);

  g_io_add_watch (input, G_IO_HUP | G_IO_IN, on_input, loop);
  g_main_loop_run (loop);

  return 0;
}
