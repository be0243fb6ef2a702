/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-commands.h"

#include "htap-demo-cloud.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  int port;
  int n_taurus;
  int n_htap;
  int delay;
} Options;

static gboolean
on_signal (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
parse_options (GStrv *arguments, Options *options)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port,
      N_ ("Listen on this port; 0, the default, takes a free one"), N_ ("N") },
    { "taurus", 0, 0, G_OPTION_ARG_INT, &options->n_taurus,
      N_ ("Have this many TaurusDB instances, made up"), N_ ("N") },
    { "htap", 0, 0, G_OPTION_ARG_INT, &options->n_htap,
      N_ ("Have this many HTAP instances in all of them together"), N_ ("N") },
    { "delay", 0, 0, G_OPTION_ARG_INT, &options->delay, N_ ("Answer after this many milliseconds"),
      N_ ("MS") },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!htap_cli_parse (context, arguments))
    return FALSE;

  if (options->port < 0 || options->port > G_MAXUINT16 || options->n_taurus < 0 ||
      options->n_htap < 0 || options->delay < 0)
    {
      htap_cli_complain (_ ("A number is out of range.\n"));
      return FALSE;
    }

  return TRUE;
}

static void
print_address (HtapDemoCloud *cloud)
{
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (cloud, &n_taurus);

  /* For scripts as much as for people: `key value` lines that are not translated. */
  g_print ("address %s\n", htap_demo_cloud_get_address (cloud));
  g_print ("token %s\n", htap_demo_cloud_get_token (cloud));
  for (guint i = 0; i < n_taurus; i++)
    g_print ("taurus %s %s %s %s\n", taurus[i].region, taurus[i].project_id, taurus[i].taurus_id,
             taurus[i].taurus_name);
  fflush (stdout);
}

/**
 * htap_cli_demo_server:
 * @arguments: (transfer full): the command line, the command first
 *
 * Serves a demo cloud on loopback until SIGINT or SIGTERM: `htap-inventory-cli demo-server`.
 */
HtapExitStatus
htap_cli_demo_server (GStrv arguments)
{
  g_auto (GStrv) remaining = arguments;
  g_autoptr (HtapDemoCloud) cloud = NULL;
  g_autoptr (GMainLoop) loop = NULL;
  g_autoptr (GError) error = NULL;
  Options options = { 0 };

  if (!parse_options (&remaining, &options))
    return HTAP_EXIT_USAGE;

  cloud = htap_demo_cloud_new ();
  htap_demo_cloud_set_delay (cloud, (guint) options.delay);
  if (options.n_taurus > 0)
    htap_demo_cloud_set_fleet (cloud, (guint) options.n_taurus, (guint) options.n_htap);
  if (!htap_demo_cloud_start (cloud, (guint) options.port, &error))
    {
      htap_cli_complain (_ ("The demo cloud could not start: %s\n"), error->message);
      return HTAP_EXIT_NOTHING;
    }

  loop = g_main_loop_new (NULL, FALSE);
  g_unix_signal_add (SIGINT, on_signal, loop);
  g_unix_signal_add (SIGTERM, on_signal, loop);
  print_address (cloud);
  g_main_loop_run (loop);

  return HTAP_EXIT_DONE;
}
