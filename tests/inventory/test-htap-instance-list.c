/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-list.h"

/* What a view would have been told. */
typedef struct
{
  HtapInstanceList *list;
  HtapSource *sources[2];
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
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  fixture->list = htap_instance_list_new ();
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    fixture->sources[i] = htap_source_new (profile, "cn-north-4", "p", i == 0 ? "a" : "b");
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

  return g_test_run ();
}
