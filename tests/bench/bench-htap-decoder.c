/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 2: from the bytes of an answer to records, the guard scan included. */

#include "htap-bench-answer.h"
#include "htap-bench.h"
#include "htap-decoder.h"

#include <json-glib/json-glib.h>

/* An answer may weigh 16 MB: more instances than these come in several. */
#define MAX_IN_ANSWER 10000

typedef struct
{
  GPtrArray *answers; /* GBytes */
  guint n_times;      /* that one run does it, for what is too short to be measured */
} Work;

static void
read_with_json_glib (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static double
run_reference (gpointer data)
{
  Work *work = data;
  const double start = htap_bench_now_ms ();

  for (guint i = 0; i < work->n_times; i++)
    for (guint j = 0; j < work->answers->len; j++)
      read_with_json_glib (work->answers->pdata[j]);

  return (htap_bench_now_ms () - start) / work->n_times;
}

/* The records stay until the clock has stopped, as they stay in the list. */
static double
run_work (gpointer data)
{
  Work *work = data;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_answer_free);
  const double start = htap_bench_now_ms ();

  for (guint i = 0; i < work->n_times; i++)
    for (guint j = 0; j < work->answers->len; j++)
      {
        g_autoptr (GError) error = NULL;
        HtapAnswer *answer = htap_decoder_decode (work->answers->pdata[j], &error);

        g_assert_no_error (error);
        g_ptr_array_add (kept, answer);
      }

  return (htap_bench_now_ms () - start) / work->n_times;
}

static void
measure (guint n_instances, guint n_rounds, double target)
{
  Work work = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
                MAX (1, 1000 / n_instances) };
  g_autofree char *name = g_strdup_printf ("decode %u instances", n_instances);

  for (guint i = 0; i < n_instances; i += MAX_IN_ANSWER)
    g_ptr_array_add (work.answers, htap_bench_answer_new (i, MIN (n_instances, MAX_IN_ANSWER)));

  htap_bench_report (&(HtapBenchResult){
      2, name, "ms", "json-glib parses and frees the same bytes",
      htap_bench_interleave (n_rounds, run_work, run_reference, &work), target });
  g_ptr_array_unref (work.answers);
}

int
main (int argc, char *argv[])
{
  measure (10, 41, 1.35);
  measure (1000, 21, 1.35);
  measure (10000, 9, 1.35);
  measure (100000, 3, 0);

  return 0;
}
