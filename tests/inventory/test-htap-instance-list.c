/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-list.h"

#include "htap-error.h"

enum
{
  FIRST = 2,
  SECOND = 3,
};

/* What a view would have been told. */
typedef struct
{
  HtapInstanceList *list;
  HtapSource *sources[4]; /* the last two look at one database through two profiles */
  guint n_signals;
  guint n_removed;
  guint n_added;
  guint n_notified;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_signals++;
  fixture->n_removed += removed;
  fixture->n_added += added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = htap_instance_list_new ();
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    {
      static const char *const taurus_ids[] = { "a", "b", "shared", "shared" };
      g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

      fixture->sources[i] =
          htap_source_new (profile, "cn-north-4", i == SECOND ? "" : "p", taurus_ids[i]);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    g_assert_finalize_object (fixture->sources[i]);
}

/* "a1 b2": instances a and b with the names 1 and 2. */
static GPtrArray *
make_records (const char *text)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_record_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      HtapRecord *record;
      char id[2] = { words[i][0], '\0' };

      if (*words[i] == '\0')
        continue;

      record = htap_record_new ();
      htap_record_set_text (record, HTAP_TEXT_ID, id);
      htap_record_set_text (record, HTAP_TEXT_NAME, words[i] + 1);
      g_ptr_array_add (records, record);
    }

  return records;
}

static HtapFieldSet
merge (Fixture *fixture, guint source, const char *text)
{
  g_autoptr (GPtrArray) records = make_records (text);
  HtapListing listing = { fixture->sources[source], records };

  fixture->n_signals = fixture->n_removed = fixture->n_added = 0;

  return htap_instance_list_merge (fixture->list, &listing, 1);
}

/* As the merge queue does: the list first, then the source. */
static HtapFieldSet
answer (Fixture *fixture, guint source, gint64 now, const char *text)
{
  HtapFieldSet changed = merge (fixture, source, text);

  htap_source_succeed (fixture->sources[source], now, -1, -1, 0, NULL);

  return changed;
}

static HtapFieldSet
fail (Fixture *fixture, guint source)
{
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_FORBIDDEN, NULL, "no");
  htap_source_fail (fixture->sources[source], error);

  return htap_instance_list_hand_over (fixture->list, fixture->sources[source]);
}

static char *
describe (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model = G_LIST_MODEL (fixture->list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", htap_instance_get_id (instance),
                              htap_instance_get_name (instance));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_list (Fixture *fixture, const char *expected)
{
  g_autofree char *described = describe (fixture);

  g_assert_cmpstr (described, ==, expected);
}

static void
on_notify_record (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
test_first_answer (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (merge (fixture, 0, "a1 b2 c3"), ==, 0);
  assert_list (fixture, "a1 b2 c3");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->n_added, ==, 3);
}

static void
test_same_again (Fixture *fixture, gconstpointer data)
{
  merge (fixture, 0, "a1 b2 c3");
  g_assert_cmpuint (merge (fixture, 0, "c3 a1 b2"), ==, 0);
  assert_list (fixture, "a1 b2 c3");
  g_assert_cmpuint (fixture->n_signals, ==, 0);
}

static void
test_change_keeps_the_object (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) before = NULL;
  g_autoptr (HtapInstance) after = NULL;

  merge (fixture, 0, "a1 b2 c3");
  before = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_signal_connect_swapped (before, "notify::record", G_CALLBACK (on_notify_record), fixture);

  g_assert_cmpuint (merge (fixture, 0, "a1 b9 c3"), ==, HTAP_FIELD_BIT (HTAP_FIELD_NAME));
  after = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_assert_true (before == after);
  g_assert_cmpstr (htap_instance_get_name (after), ==, "9");
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_assert_cmpuint (fixture->n_signals, ==, 0);

  /* The table of ids follows the record: the next merge still finds it. */
  g_assert_cmpuint (merge (fixture, 0, "a1 b9 c3"), ==, 0);
  assert_list (fixture, "a1 b9 c3");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) gone = NULL;

  merge (fixture, 0, "a1 b2 c3 d4 e5");
  gone = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  merge (fixture, 0, "a1 d4");
  assert_list (fixture, "a1 d4");
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  g_assert_cmpuint (fixture->n_removed, ==, 3);
  g_assert_false (htap_instance_get_listed (gone));

  /* Back again, it is a new row. */
  merge (fixture, 0, "a1 b2 d4");
  assert_list (fixture, "a1 d4 b2");
  g_assert_false (htap_instance_get_listed (gone));
}

static void
test_sources_do_not_touch_each_other (Fixture *fixture, gconstpointer data)
{
  merge (fixture, 0, "a1 b2");
  merge (fixture, 1, "a7 c8");
  assert_list (fixture, "a1 b2 a7 c8");
  merge (fixture, 0, "b2");
  assert_list (fixture, "b2 a7 c8");

  htap_instance_list_remove_source (fixture->list, fixture->sources[1]);
  assert_list (fixture, "b2");
  htap_instance_list_remove_source (fixture->list, fixture->sources[1]);
  assert_list (fixture, "b2");
}

static void
test_many_answers_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = make_records ("a1 b2");
  g_autoptr (GPtrArray) second = make_records ("a3 b4");
  HtapListing listings[] = { { fixture->sources[0], first }, { fixture->sources[1], second } };

  htap_instance_list_merge (fixture->list, listings, G_N_ELEMENTS (listings));
  assert_list (fixture, "a1 b2 a3 b4");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

static HtapInstance *
get_row (Fixture *fixture, guint position)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  g_assert_nonnull (instance);

  return instance;
}

static void
assert_shows (Fixture *fixture, guint position, guint source)
{
  g_assert_true (htap_instance_get_source (get_row (fixture, position)) ==
                 fixture->sources[source]);
}

static const HtapFieldSet profile_bit = HTAP_FIELD_BIT (HTAP_FIELD_PROFILE);

static void
test_shared_is_one_row (Fixture *fixture, gconstpointer data)
{
  HtapInstance *row;

  answer (fixture, FIRST, 100, "a1 b2");
  row = get_row (fixture, 1);
  g_assert_false (htap_instance_is_listed_by (row, fixture->sources[SECOND]));

  /* Who lists a row has changed, and views of one source have to be told. */
  g_assert_cmpuint (answer (fixture, SECOND, 101, "b2 c3"), ==, profile_bit);
  assert_list (fixture, "a1 b2 c3");
  g_assert_cmpuint (fixture->n_removed, ==, 0);
  g_assert_cmpuint (fixture->n_added, ==, 1);
  g_assert_true (get_row (fixture, 1) == row);
  g_assert_true (htap_instance_is_listed_by (row, fixture->sources[FIRST]));
  g_assert_true (htap_instance_is_listed_by (row, fixture->sources[SECOND]));
  g_assert_false (htap_instance_is_listed_by (get_row (fixture, 0), fixture->sources[SECOND]));

  /* The same id in another database is another instance. */
  answer (fixture, 0, 102, "b2");
  assert_list (fixture, "a1 b2 c3 b2");
}

static void
test_shared_shows_the_newest (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 100, "a1");
  answer (fixture, SECOND, 101, "a2");
  assert_list (fixture, "a2");
  assert_shows (fixture, 0, SECOND);

  /* What was said before is no news: rows do not flicker between sources that disagree. */
  g_assert_cmpuint (answer (fixture, FIRST, 102, "a1"), ==, 0);
  g_assert_cmpuint (answer (fixture, SECOND, 103, "a2"), ==, 0);
  assert_list (fixture, "a2");
  assert_shows (fixture, 0, SECOND);

  /* And one that says what is shown already takes nothing over. */
  g_assert_cmpuint (answer (fixture, FIRST, 104, "a2"), ==, 0);
  assert_shows (fixture, 0, SECOND);

  g_assert_cmpuint (answer (fixture, FIRST, 105, "a3") & HTAP_FIELD_BIT (HTAP_FIELD_NAME), !=, 0);
  assert_list (fixture, "a3");
  assert_shows (fixture, 0, FIRST);
}

static void
test_shared_survives_a_failure (Fixture *fixture, gconstpointer data)
{
  HtapInstance *row;

  answer (fixture, FIRST, 100, "a1");
  answer (fixture, SECOND, 101, "a1");
  row = get_row (fixture, 0);
  assert_shows (fixture, 0, FIRST);

  g_assert_cmpuint (fail (fixture, FIRST) & profile_bit, !=, 0);
  assert_shows (fixture, 0, SECOND);
  g_assert_true (get_row (fixture, 0) == row);

  /* Both failed: nobody is better. */
  g_assert_cmpuint (fail (fixture, SECOND), ==, 0);
  assert_shows (fixture, 0, SECOND);

  /* The first to be read again takes over, unless the other is being asked just now. */
  htap_source_begin (fixture->sources[SECOND]);
  answer (fixture, FIRST, 102, "a1");
  assert_shows (fixture, 0, SECOND);
  fail (fixture, SECOND);
  assert_shows (fixture, 0, FIRST);
  g_assert_true (get_row (fixture, 0) == row);
}

static void
test_shared_survives_a_removal (Fixture *fixture, gconstpointer data)
{
  HtapInstance *row;

  answer (fixture, FIRST, 100, "a1 b2");
  answer (fixture, SECOND, 101, "a1");
  row = get_row (fixture, 0);
  g_signal_connect_swapped (row, "notify::source", G_CALLBACK (on_notify_record), fixture);

  g_assert_cmpuint (htap_instance_list_remove_source (fixture->list, fixture->sources[FIRST]) &
                        profile_bit,
                    !=, 0);
  assert_list (fixture, "a1");
  g_assert_true (get_row (fixture, 0) == row);
  assert_shows (fixture, 0, SECOND);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_assert_false (htap_instance_is_listed_by (row, fixture->sources[FIRST]));

  htap_instance_list_remove_source (fixture->list, fixture->sources[SECOND]);
  assert_list (fixture, "");
}

/* A row goes when the last one to list it says so. */
static void
test_shared_goes_with_the_last (Fixture *fixture, gconstpointer data)
{
  HtapInstance *row;

  answer (fixture, FIRST, 100, "a1");
  answer (fixture, SECOND, 101, "a1");
  row = get_row (fixture, 0);
  answer (fixture, FIRST, 102, "");
  assert_list (fixture, "a1");
  assert_shows (fixture, 0, SECOND);
  g_assert_false (htap_instance_is_listed_by (row, fixture->sources[FIRST]));
  g_assert_true (htap_instance_get_listed (row));

  answer (fixture, SECOND, 103, "");
  assert_list (fixture, "");
}

/* One no longer lists it and the other does for the first time, in one merge. */
static void
test_shared_changes_hands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nothing = make_records ("");
  g_autoptr (GPtrArray) something = make_records ("a2");
  const HtapListing listings[] = { { fixture->sources[FIRST], nothing },
                                   { fixture->sources[SECOND], something } };
  HtapInstance *row;

  answer (fixture, FIRST, 100, "a1");
  row = get_row (fixture, 0);
  htap_instance_list_merge (fixture->list, listings, G_N_ELEMENTS (listings));
  assert_list (fixture, "a2");
  g_assert_true (get_row (fixture, 0) == row);
  assert_shows (fixture, 0, SECOND);
  g_assert_true (htap_instance_get_listed (row));
  g_assert_false (htap_instance_is_listed_by (row, fixture->sources[FIRST]));
}

/* Whatever two sources say, the list is what either lists, and no row is lost or doubled. */
static void
test_shared_random_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (43);
  guint32 listed[2] = { 0, 0 };

  for (guint round = 0; round < 500; round++)
    {
      guint who = (guint) g_rand_int_range (random, 0, 2);
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_rows;

      listed[who] = g_rand_int (random) & 0x3ffffff;
      for (guint i = 0; i < 26; i++)
        if (listed[who] & (1U << i))
          g_string_append_printf (text, "%c%d ", 'a' + i, g_rand_int_range (random, 0, 3));
      answer (fixture, FIRST + who, round + 1, text->str);
      if (g_rand_boolean (random))
        fail (fixture, FIRST + (guint) g_rand_int_range (random, 0, 2));

      n_rows = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
      g_assert_cmpuint (n_rows, ==, __builtin_popcount (listed[0] | listed[1]));
      for (guint i = 0; i < n_rows; i++)
        {
          HtapInstance *row = get_row (fixture, i);
          guint32 bit = 1U << (*htap_instance_get_id (row) - 'a');

          for (guint j = 0; j < 2; j++)
            g_assert_cmpint (htap_instance_is_listed_by (row, fixture->sources[FIRST + j]), ==,
                             (listed[j] & bit) != 0);
          g_assert_true (htap_instance_is_listed_by (row, htap_instance_get_source (row)));
        }
    }
}

/* Whatever answers come, the list ends as the last one says. */
static void
test_random_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_expected = 0;

      for (char id = 'a'; id <= 'z'; id++)
        if (g_rand_boolean (random))
          {
            g_string_append_printf (text, "%c%d ", id, g_rand_int_range (random, 0, 3));
            n_expected++;
          }

      merge (fixture, 0, text->str);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, n_expected);

      for (guint i = 0; i < n_expected; i++)
        {
          g_autoptr (HtapInstance) instance =
              g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
          g_autofree char *word = g_strdup_printf ("%s%s ", htap_instance_get_id (instance),
                                                   htap_instance_get_name (instance));

          g_assert_nonnull (strstr (text->str, word));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/instance-list/first-answer", Fixture, NULL, set_up, test_first_answer, tear_down);
  g_test_add ("/instance-list/same-again", Fixture, NULL, set_up, test_same_again, tear_down);
  g_test_add ("/instance-list/change-keeps-the-object", Fixture, NULL, set_up,
              test_change_keeps_the_object, tear_down);
  g_test_add ("/instance-list/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/instance-list/sources-do-not-touch-each-other", Fixture, NULL, set_up,
              test_sources_do_not_touch_each_other, tear_down);
  g_test_add ("/instance-list/many-answers-at-once", Fixture, NULL, set_up,
              test_many_answers_at_once, tear_down);
  g_test_add ("/instance-list/random-answers", Fixture, NULL, set_up, test_random_answers,
              tear_down);

#define ADD(path, function)                                                                        \
  g_test_add ("/instance-list/shared/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("one-row", test_shared_is_one_row);
  ADD ("newest", test_shared_shows_the_newest);
  ADD ("failure", test_shared_survives_a_failure);
  ADD ("removal", test_shared_survives_a_removal);
  ADD ("last", test_shared_goes_with_the_last);
  ADD ("changes-hands", test_shared_changes_hands);
  ADD ("random-answers", test_shared_random_answers);
#undef ADD

  return g_test_run ();
}
