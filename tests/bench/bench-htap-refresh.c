/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 5 and 6: one sweep over all sources, from the request for it to its end, sign-in and connections
 * included.
 *
 * bench-htap-refresh SERVER [H2LOAD] */

#include "htap-bench.h"
#include "htap-inventory.h"
#include "htap-test.h"

#include <string.h>

#define PROJECT       "ac72d1d4e9f9381df4b966d371e13167"
#define REGION        "cn-north-4"
#define DELAY         50
#define IN_ONE_ANSWER 10

typedef struct
{
  guint n_sources;
  guint in_flight;
  const char *h2load; /* (nullable) */
  char *ca_file;      /* (nullable): HTTP/2 */
  char *url;
  GSubprocess *server;
} Work;

static char *
dup_taurus_id (guint number)
{
  return g_strdup_printf ("%032xin07", number);
}

static HtapProfile *
new_profile (Work *work)
{
  HtapProfile *profile = htap_profile_new ("1");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) taurus = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_new (REGION, PROJECT));
  for (guint i = 0; i < work->n_sources; i++)
    {
      g_autofree char *id = dup_taurus_id (i);

      g_ptr_array_add (taurus, htap_regional_id_new (REGION, id));
    }

  htap_profile_set_name (profile, "Bench");
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, taurus);
  htap_profile_set_endpoint (profile, REGION, work->url);
  htap_profile_set_ca_file (profile, work->ca_file);

  return profile;
}

static double
run_work (gpointer data)
{
  Work *work = data;
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (HtapProfile) profile = new_profile (work);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  double start, figure;

  htap_inventory_set_max_in_flight (inventory, work->in_flight);
  htap_inventory_add_transient_profile (inventory, profile, credentials);

  start = htap_bench_now_ms ();
  htap_inventory_refresh (inventory, NULL);
  while (htap_inventory_get_refresh (inventory) != NULL)
    g_main_context_iteration (NULL, TRUE);
  figure = htap_bench_now_ms () - start;

  if (g_list_model_get_n_items (htap_inventory_get_instances (inventory)) !=
      work->n_sources * IN_ONE_ANSWER)
    g_error ("the sweep got %u instances",
             g_list_model_get_n_items (htap_inventory_get_instances (inventory)));

  return figure;
}

/* No sooner can it be done. */
static double
run_bound (gpointer data)
{
  const Work *work = data;

  return MAX ((double) work->n_sources * DELAY / work->in_flight, DELAY);
}

/* `finished in 303.12ms, …`, or with `s` or `us`. */
static double
read_finished (const char *text)
{
  const char *start = strstr (text, "finished in ");
  char *unit;
  double figure;

  if (start == NULL || strstr (text, " 0 failed") == NULL)
    g_error ("h2load: %s", text);
  figure = g_ascii_strtod (start + strlen ("finished in "), &unit);

  return *unit == 's' ? figure * 1000 : *unit == 'u' ? figure / 1000 : figure;
}

static double
run_h2load (gpointer data)
{
  const Work *work = data;
  const gboolean is_http2 = work->ca_file != NULL;
  g_autofree char *id = dup_taurus_id (0);
  g_autofree char *url =
      g_strdup_printf ("%s/v3/%s/instances/%s/htap?offset=0&limit=100", work->url, PROJECT, id);
  g_autofree char *n_requests = g_strdup_printf ("%u", work->n_sources);
  g_autofree char *in_flight = g_strdup_printf ("%u", work->in_flight);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, work->h2load, "-n", n_requests,
                        "-c", is_http2 ? "1" : in_flight, "-m", is_http2 ? in_flight : "1", url,
                        is_http2 ? NULL : "--h1", NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);

  return read_finished (output);
}

static void
start_server (Work *work, const char *program)
{
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *delay = g_strdup_printf ("%d", DELAY);

  work->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                   &error, program, delay, work->ca_file, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (work->server));
  work->url = g_data_input_stream_read_line_utf8 (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (work->url);
}

static void
stop_server (Work *work)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (work->server), NULL, NULL);
  g_subprocess_wait (work->server, NULL, NULL);
  g_object_unref (work->server);
  g_free (work->url);
}

/* What the machine lets another client do with the very same server. */
static void
measure_beside_h2load (Work *work, guint n_sources, guint in_flight, guint n_rounds)
{
  g_autofree char *name =
      g_strdup_printf ("the same %u sources, %u in flight", n_sources, in_flight);

  work->n_sources = n_sources;
  work->in_flight = in_flight;
  htap_bench_report (&(HtapBenchResult){
      5, name, "ms", "h2load", htap_bench_interleave (n_rounds, run_work, run_h2load, work), 0 });
}

static void
measure (Work *work, guint n_sources, guint in_flight, guint n_rounds, double target)
{
  const gboolean is_http2 = work->ca_file != NULL;
  g_autofree char *name = g_strdup_printf ("sweep %u sources of 10, HTTP/%s, %u in flight",
                                           n_sources, is_http2 ? "2" : "1.1", in_flight);

  work->n_sources = n_sources;
  work->in_flight = in_flight;
  htap_bench_report (&(HtapBenchResult){
      is_http2 ? 6 : 5, name, "ms", is_http2 ? "h2load" : "all answers of 50 ms, as many at once",
      htap_bench_interleave (n_rounds, run_work, is_http2 ? run_h2load : run_bound, work),
      target });
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = htap_test_temporary_directory ();
  Work work = { .h2load = argc > 2 ? argv[2] : NULL };

  start_server (&work, argv[1]);
  measure (&work, 1, 8, 11, 0);
  measure (&work, 100, 8, 3, 0);
  measure (&work, 500, 8, 3, 1.1);
  if (work.h2load != NULL)
    measure_beside_h2load (&work, 500, 8, 3);
  measure (&work, 10000, 100, 1, 0);
  stop_server (&work);

  if (work.h2load != NULL)
    {
      work.ca_file = g_build_filename (folder, "ca.pem", NULL);
      start_server (&work, argv[1]);
      measure (&work, 1, 100, 11, 0);
      measure (&work, 100, 100, 7, 0);
      measure (&work, 500, 100, 7, 1.5);
      measure (&work, 10000, 100, 1, 0);
      stop_server (&work);
    }
  else
    g_print ("h2load is not installed: no benchmark 6\n");

  htap_test_remove_tree (folder);

  return 0;
}
