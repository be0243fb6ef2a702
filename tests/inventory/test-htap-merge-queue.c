/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-merge-queue.h"

#include "htap-error.h"
#include "htap-test.h"

typedef struct
{
  HtapInstanceList *list;
  HtapMergeQueue *queue;
  HtapProfile *profile;
  guint n_merges;
  guint n_taken; /* instances in answers that came into the list */
  gulong takes; /* microseconds that a merge moves the window */
} Fixture;

static void
on_merged (HtapFieldSet changed, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_merges++;
  if (fixture->takes > 0)
    g_usleep (fixture->takes);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->profile = htap_profile_new (NULL);
  fixture->list = htap_instance_list_new ();
  fixture->queue = htap_merge_queue_new (fixture->list, on_merged, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_merge_queue_free (fixture->queue);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->profile);
}

static HtapAnswer *
make_answer (const char *id)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  HtapAnswer *answer = htap_answer_new (bytes);
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, id);
  g_ptr_array_add (answer->records, record);

  return answer;
}

static guint
get_n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
push (Fixture *fixture, HtapSource *source, const char *id)
{
  htap_merge_queue_push (fixture->queue, source, make_answer (id));
}

static HtapSource *
make_source (Fixture *fixture, const char *taurus_id)
{
  return htap_source_new (fixture->profile, "north", "p", taurus_id);
}

/* One instance each of @n_sources sources. */
static void
push_some (Fixture *fixture, guint first, guint n_sources)
{
  for (guint i = first; i < first + n_sources; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      g_autoptr (HtapSource) source = make_source (fixture, id);

      push (fixture, source, id);
    }
}

static gboolean
is_merged_twice (gpointer data)
{
  return ((Fixture *) data)->n_merges == 2;
}

static void
test_first_at_once_then_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) first = make_source (fixture, "1");

  push (fixture, first, "a");
  g_assert_cmpuint (fixture->n_merges, ==, 1);
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
  g_assert_cmpint (htap_source_get_state (first), ==, HTAP_SOURCE_FRESH);
  g_assert_cmpuint (htap_source_get_n_instances (first), ==, 1);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      g_autoptr (HtapSource) source = make_source (fixture, id);

      push (fixture, source, id);
      g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_NEVER);
    }
  g_assert_cmpuint (fixture->n_merges, ==, 1);

  htap_test_wait_until (is_merged_twice, fixture, "the second merge");
  g_assert_cmpuint (get_n_rows (fixture), ==, 21);
}

/* No main loop runs, so no time that passes brings them in. */
static void
test_many_do_not_wait (Fixture *fixture, gconstpointer data)
{
  push_some (fixture, 0, 1);
  g_assert_cmpuint (fixture->n_merges, ==, 1);
  push_some (fixture, 1, 100);
  g_assert_cmpuint (fixture->n_merges, ==, 1);
  push_some (fixture, 101, 4000);
  g_assert_cmpuint (fixture->n_merges, >, 1);

  htap_merge_queue_flush (fixture->queue);
  g_assert_cmpuint (get_n_rows (fixture), ==, 4101);
}

static HtapAnswer *
make_long_answer (const char *prefix, guint n_instances)
{
  HtapAnswer *answer = make_answer (prefix);

  for (guint i = 1; i < n_instances; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, i);
      HtapRecord *record = htap_record_new ();

      htap_record_set_text (record, HTAP_TEXT_ID, id);
      g_ptr_array_add (answer->records, record);
    }

  return answer;
}

static gboolean
is_drained (gpointer data)
{
  return htap_merge_queue_is_empty (((Fixture *) data)->queue);
}

/* A merge that takes long is followed by a rest; then a lot waits. */
static void
test_hurry_in_parts (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a", "b", "c" };
  g_autoptr (HtapSource) first = make_source (fixture, "1");

  fixture->takes = 200 * 1000;
  push (fixture, first, "first");
  fixture->takes = 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HtapSource) source = make_source (fixture, names[i]);

      htap_merge_queue_push (fixture->queue, source, make_long_answer (names[i], 600));
    }
  g_assert_cmpuint (fixture->n_merges, ==, 1);

  htap_merge_queue_hurry (fixture->queue);
  g_assert_cmpuint (fixture->n_merges, ==, 2);
  g_assert_cmpuint (get_n_rows (fixture), ==, 601);
  g_assert_false (is_drained (fixture));

  htap_test_wait_until (is_drained, fixture, "the last part");
  g_assert_cmpuint (fixture->n_merges, ==, 4);
  g_assert_cmpuint (get_n_rows (fixture), ==, 1801);
}

static void
test_flush (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) first = make_source (fixture, "1");
  g_autoptr (HtapSource) second = make_source (fixture, "2");

  push (fixture, first, "a");
  push (fixture, second, "b");
  htap_merge_queue_flush (fixture->queue);
  g_assert_cmpuint (fixture->n_merges, ==, 2);
  g_assert_cmpuint (get_n_rows (fixture), ==, 2);

  /* Nothing waits, nothing is told. */
  htap_merge_queue_flush (fixture->queue);
  g_assert_cmpuint (fixture->n_merges, ==, 2);
}

static void
test_newest_answer_of_a_source_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) first = make_source (fixture, "1");
  g_autoptr (HtapSource) second = make_source (fixture, "2");
  g_autoptr (HtapInstance) instance = NULL;

  push (fixture, first, "a");
  push (fixture, second, "old");
  push (fixture, second, "new");
  htap_merge_queue_flush (fixture->queue);
  g_assert_cmpuint (get_n_rows (fixture), ==, 2);
  instance = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_assert_cmpstr (htap_instance_get_id (instance), ==, "new");
}

static void
test_forgotten_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) first = make_source (fixture, "1");
  g_autoptr (HtapSource) second = make_source (fixture, "2");

  push (fixture, first, "a");
  push (fixture, second, "b");
  htap_merge_queue_forget (fixture->queue, second);
  htap_merge_queue_flush (fixture->queue);
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
  g_assert_cmpint (htap_source_get_state (second), ==, HTAP_SOURCE_NEVER);
}

static void
test_failures_wait_as_well (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) first = make_source (fixture, "1");
  g_autoptr (HtapSource) second = make_source (fixture, "2");
  g_autoptr (GError) failure = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_SERVER, "500");
  g_autoptr (GError) stop = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stop");
  g_autoptr (HtapInstance) row = NULL;

  htap_source_begin (first);
  htap_source_begin (second);
  push (fixture, first, "a");
  push (fixture, first, "b");
  htap_merge_queue_push_error (fixture->queue, first, failure);
  htap_merge_queue_push_error (fixture->queue, second, stop);
  g_assert_cmpuint (fixture->n_merges, ==, 1);
  g_assert_null (htap_source_get_error (first));
  g_assert_true (htap_source_is_loading (second));

  htap_merge_queue_flush (fixture->queue);
  g_assert_cmpuint (fixture->n_merges, ==, 2);
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_cmpstr (htap_instance_get_id (row), ==, "b");
  g_assert_cmpint (htap_source_get_state (first), ==, HTAP_SOURCE_STALE);
  g_assert_error (htap_source_get_error (first), HTAP_ERROR, HTAP_ERROR_SERVER);
  g_assert_cmpint (htap_source_get_state (second), ==, HTAP_SOURCE_NEVER);
}

/* Both profiles are asked in one sweep: whoever answers shows the rows, whatever came first. */
static void
test_rows_change_hands_in_one_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) other_profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) first = make_source (fixture, "1");
  g_autoptr (HtapSource) other = htap_source_new (other_profile, "north", "p", "1");
  g_autoptr (GError) failure = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_SERVER, "500");
  g_autoptr (HtapInstance) instance = NULL;

  push (fixture, first, "a");
  instance = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  htap_merge_queue_push_error (fixture->queue, first, failure);
  push (fixture, other, "a");
  htap_merge_queue_flush (fixture->queue);
  g_assert_cmpuint (fixture->n_merges, ==, 2);
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
  g_assert_true (htap_instance_get_source (instance) == other);
}

static void
on_taken (HtapSource *source, HtapAnswer *answer, gpointer user_data)
{
  Fixture *fixture = user_data;

  /* It is in the list by now. */
  g_assert_cmpuint (get_n_rows (fixture), >, fixture->n_taken);
  fixture->n_taken += answer->records->len;
}

/* What is to be compared with is on its way: nothing comes in between, whatever is pushed. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) one = make_source (fixture, "t1");
  g_autoptr (HtapSource) other = make_source (fixture, "t2");
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_TIMEOUT, "too slow");

  htap_merge_queue_set_taken (fixture->queue, on_taken);
  htap_merge_queue_hold (fixture->queue);
  htap_merge_queue_hold (fixture->queue);
  push (fixture, one, "a");
  htap_merge_queue_push_error (fixture->queue, other, error);
  htap_merge_queue_flush (fixture->queue);
  htap_merge_queue_release (fixture->queue);
  g_assert_cmpuint (fixture->n_merges, ==, 0);
  g_assert_cmpint (htap_source_get_as_of (one), ==, 0);
  g_assert_null (htap_source_get_error (other));

  htap_merge_queue_release (fixture->queue);
  g_assert_cmpuint (fixture->n_merges, ==, 1);
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_taken, ==, 1);
  g_assert_cmpint (htap_source_get_as_of (one), >, 0);
  g_assert_nonnull (htap_source_get_error (other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/merge-queue/first-at-once-then-together", Fixture, NULL, set_up,
              test_first_at_once_then_together, tear_down);
  g_test_add ("/merge-queue/many-do-not-wait", Fixture, NULL, set_up, test_many_do_not_wait,
              tear_down);
  g_test_add ("/merge-queue/hurry-in-parts", Fixture, NULL, set_up, test_hurry_in_parts,
              tear_down);
  g_test_add ("/merge-queue/flush", Fixture, NULL, set_up, test_flush, tear_down);
  g_test_add ("/merge-queue/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/merge-queue/newest-answer-counts", Fixture, NULL, set_up,
              test_newest_answer_of_a_source_counts, tear_down);
  g_test_add ("/merge-queue/forgotten-source", Fixture, NULL, set_up, test_forgotten_source,
              tear_down);

  g_test_add ("/merge-queue/failures-wait-as-well", Fixture, NULL, set_up,
              test_failures_wait_as_well, tear_down);
  g_test_add ("/merge-queue/rows-change-hands", Fixture, NULL, set_up,
              test_rows_change_hands_in_one_merge, tear_down);

  return g_test_run ();
}
