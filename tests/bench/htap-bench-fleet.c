/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-bench-fleet.h"

#include "htap-bench-answer.h"
#include "htap-decoder.h"
#include "htap-inventory-private.h"

static const char *const regions[] = { "cn-north-4", "cn-east-3", "cn-south-1", "ap-southeast-3" };

/* Answers in one turn of the main loop, as many as requests are in flight. */
#define AT_ONCE 8

typedef struct
{
  HtapBenchFleet *fleet;
  GPtrArray *answers;
  guint n_answered;
} Arrival;

static char *
make_taurus_id (guint number)
{
  return g_strdup_printf ("%08x%024xin07", number * 2654435761u, number);
}

/* Returns: (transfer full): by whom they are read, in four regions */
static HtapProfile *
new_profile (guint n_sources)
{
  HtapProfile *profile = htap_profile_new ("bench");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *project = g_strdup_printf ("%s:%032x", regions[i], i);

      g_ptr_array_add (projects, htap_regional_id_parse (project));
    }
  for (guint i = 0; i < n_sources; i++)
    {
      g_autofree char *taurus_id = make_taurus_id (i);
      g_autofree char *id =
          g_strdup_printf ("%s:%s", regions[i * G_N_ELEMENTS (regions) / n_sources], taurus_id);

      g_ptr_array_add (ids, htap_regional_id_parse (id));
    }

  htap_profile_set_name (profile, "bench");
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, ids);

  return profile;
}

/**
 * htap_bench_fleet_new:
 * @n_instances: how many there will be, ten of a source
 *
 * Returns: (transfer full): a fleet of which nothing is known yet
 */
HtapBenchFleet *
htap_bench_fleet_new (guint n_instances)
{
  HtapBenchFleet *self = g_new0 (HtapBenchFleet, 1);
  g_autoptr (HtapProfile) profile =
      new_profile (MAX (1, n_instances / HTAP_BENCH_FLEET_SHARE));
  GListModel *sources;

  self->inventory = htap_inventory_new ("en-us");
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  htap_inventory_add_transient_profile (self->inventory, profile, NULL);
  sources = htap_inventory_get_sources (self->inventory);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      HtapSource *source = g_list_model_get_item (sources, i);
      g_autofree char *name = g_strdup_printf ("taurus-%05u", i);

      htap_source_set_taurus_name (source, name);
      g_ptr_array_add (self->sources, source);
    }

  return self;
}

void
htap_bench_fleet_free (HtapBenchFleet *self)
{
  g_ptr_array_unref (self->sources);
  g_object_unref (self->inventory);
  g_free (self);
}

/* As if the service had found the first one abnormal. Returns: (transfer full) */
static GBytes *
change (GBytes *bytes)
{
  static const char normal[] = "\"normal\"";
  static const char changed[] = "\"abnormal\"";
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_bytes_unref (bytes);
  g_string_replace (text, normal, changed, 1);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* Those that have come are taken out of the array. */
static void
free_answer (gpointer answer)
{
  if (answer != NULL)
    htap_answer_free (answer);
}

/**
 * htap_bench_fleet_decode:
 * @n_changed: in how many instances, spread evenly, the status differs from what it is without
 *
 * Returns: (transfer full) (element-type HtapAnswer): an answer of each source; another one each
 *   time, of equal content
 */
GPtrArray *
htap_bench_fleet_decode (HtapBenchFleet *self, guint n_changed)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (free_answer);
  const guint n_sources = self->sources->len;

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (GBytes) bytes =
          htap_bench_answer_new (i * HTAP_BENCH_FLEET_SHARE, HTAP_BENCH_FLEET_SHARE);
      g_autoptr (GError) error = NULL;

      if ((i + 1) * n_changed / n_sources > i * n_changed / n_sources)
        bytes = change (g_steal_pointer (&bytes));
      g_ptr_array_add (answers, htap_decoder_decode (bytes, &error));
      g_assert_no_error (error);
    }

  return answers;
}

/**
 * htap_bench_fleet_begin:
 *
 * Every source is being asked from now on.
 */
void
htap_bench_fleet_begin (HtapBenchFleet *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    htap_source_begin (self->sources->pdata[i]);
}

static gboolean
on_arrival (gpointer user_data)
{
  Arrival *arrival = user_data;
  HtapBenchFleet *fleet = arrival->fleet;
  const guint end = MIN (arrival->n_answered + AT_ONCE, arrival->answers->len);

  for (; arrival->n_answered < end; arrival->n_answered++)
    htap_merge_queue_push (fleet->inventory->queue, fleet->sources->pdata[arrival->n_answered],
                           g_steal_pointer (&arrival->answers->pdata[arrival->n_answered]));

  return arrival->n_answered < arrival->answers->len;
}

/**
 * htap_bench_fleet_arrive:
 * @answers: (element-type HtapAnswer): from htap_bench_fleet_decode(); they are taken out
 * @interval: milliseconds from eight answers to the next eight
 *
 * What the sources are answered comes; when this returns all of it is merged.
 */
void
htap_bench_fleet_arrive (HtapBenchFleet *self, GPtrArray *answers, guint interval)
{
  Arrival arrival = { self, answers, 0 };

  g_timeout_add (interval, on_arrival, &arrival);
  while (arrival.n_answered < answers->len)
    g_main_context_iteration (NULL, TRUE);
  htap_merge_queue_hurry (self->inventory->queue);
  while (!htap_merge_queue_is_empty (self->inventory->queue))
    g_main_context_iteration (NULL, TRUE);
}

/**
 * htap_bench_fleet_merge:
 * @answers: (element-type HtapAnswer): from htap_bench_fleet_decode(); they are taken out
 *
 * All of them come in one merge, as saved answers do, which is over when this returns.
 */
void
htap_bench_fleet_merge (HtapBenchFleet *self, GPtrArray *answers)
{
  g_autofree HtapListing *listings = g_new (HtapListing, answers->len);
  HtapFieldSet changed;

  for (guint i = 0; i < answers->len; i++)
    listings[i] =
        (HtapListing){ self->sources->pdata[i], ((HtapAnswer *) answers->pdata[i])->records };

  changed = htap_instance_list_merge (self->inventory->instances, listings, answers->len);
  for (guint i = 0; i < answers->len; i++)
    {
      const HtapAnswer *answer = answers->pdata[i];
      HtapSourceState before = htap_source_get_state (self->sources->pdata[i]);

      htap_source_succeed (self->sources->pdata[i], g_get_real_time () / G_USEC_PER_SEC,
                           answer->total, answer->maximum, answer->records->len,
                           answer->deviations);
      htap_instance_list_touch_source (self->inventory->instances, self->sources->pdata[i], before);
    }
  htap_inventory_tell_merged (self->inventory, changed);
  g_ptr_array_set_size (answers, 0);
}
