/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes.h"

#include "htap-changes-private.h"
#include "htap-error.h"
#include "htap-instance-list.h"

#include <string.h>

enum
{
  FIRST,
  SECOND,
  OTHER,
};

/* A list that is merged into, and what it tells. */
typedef struct
{
  HtapInstanceList *list;
  HtapChanges *changes;
  HtapSource *sources[3]; /* the first two look at one database through two profiles */
  GPtrArray *mirror;      /* HtapChange, by what the model's signals say */
  guint n_changed;
  guint n_notified;
  guint n_published;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->mirror, (int) (position + i),
                        g_list_model_get_item (model, position + i));
}

static void
count (guint *counter)
{
  (*counter)++;
}

static void
on_published (HtapChanges *changes, GPtrArray *added, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_published += added->len;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const taurus_ids[] = { "shared", "shared", "other" };

  fixture->list = htap_instance_list_new ();
  fixture->changes = htap_changes_new ();
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  htap_instance_list_set_changes (fixture->list, fixture->changes);
  htap_changes_set_listener (fixture->changes, on_published, fixture);
  g_signal_connect (fixture->changes, "items-changed", G_CALLBACK (on_items_changed), fixture);
  g_signal_connect_swapped (fixture->changes, "changed", G_CALLBACK (count), &fixture->n_changed);
  g_signal_connect_swapped (fixture->changes, "notify::n-unseen", G_CALLBACK (count),
                            &fixture->n_notified);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    {
      g_autofree char *uuid = g_strdup_printf ("p%u", i);
      g_autoptr (HtapProfile) profile = htap_profile_new (uuid);

      fixture->sources[i] = htap_source_new (profile, "cn-north-4", "p", taurus_ids[i]);
    }
}

static void
assert_mirrored (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->changes);
  guint n_unseen = 0;

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->mirror->len);
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      g_autoptr (HtapChange) change = g_list_model_get_item (model, i);

      g_assert_true (change == fixture->mirror->pdata[i]);
      n_unseen += !htap_change_get_seen (change);
    }
  g_assert_cmpuint (htap_changes_get_n_unseen (fixture->changes), ==, n_unseen);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  assert_mirrored (fixture);
  g_clear_pointer (&fixture->mirror, g_ptr_array_unref);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->changes);
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

/* As the merge queue does: the list first, then the source. */
static void
answer (Fixture *fixture, guint source, gint64 at, const char *text)
{
  g_autoptr (GPtrArray) records = make_records (text);
  const HtapListing listing = { fixture->sources[source], records, at };

  htap_instance_list_merge (fixture->list, &listing, 1);
  htap_source_succeed (fixture->sources[source], at, -1, -1, records->len, NULL);
}

/* What an earlier run of the program was answered. */
static void
restore (Fixture *fixture, guint source, gint64 as_of, const char *text)
{
  g_autoptr (GPtrArray) records = make_records (text);
  const HtapListing listing = { fixture->sources[source], records, 0 };

  htap_instance_list_merge (fixture->list, &listing, 1);
  htap_source_restore (fixture->sources[source], as_of, -1, -1, records->len, NULL);
}

static void
fail (Fixture *fixture, guint source)
{
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_FORBIDDEN, NULL, "no");
  htap_source_fail (fixture->sources[source], error);
  htap_instance_list_hand_over (fixture->list, fixture->sources[source]);
}

static void
describe_change (GString *text, HtapChange *change)
{
  const HtapChangeFacts *facts = htap_change_get_facts (change);

  switch (facts->kind)
    {
    case HTAP_CHANGE_ADDED:
      g_string_append_printf (text, "+%s%s", facts->id, facts->name);
      break;
    case HTAP_CHANGE_GONE:
      g_string_append_printf (text, "-%s%s", facts->id, facts->name);
      break;
    case HTAP_CHANGE_CHANGED:
    default:
      g_string_append_printf (text, "%s:%s>%s", facts->id, facts->old_value, facts->new_value);
    }
  if (htap_change_get_seen (change))
    g_string_append_c (text, '*');
}

/* The newest first: "a:1>2 +b1 -c2*", of which the last was seen. */
static void
assert_changes (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_mirrored (fixture);
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      describe_change (text, fixture->mirror->pdata[i]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Returns: (transfer none) */
static const HtapChangeFacts *
get_facts (Fixture *fixture, guint position)
{
  g_assert_cmpuint (position, <, fixture->mirror->len);

  return htap_change_get_facts (fixture->mirror->pdata[position]);
}

static HtapInstance *
find (Fixture *fixture, const char *id)
{
  return htap_instance_list_find (fixture->list, "cn-north-4", "shared", id);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 100, "a1 b1 c1");
  assert_changes (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  answer (fixture, FIRST, 110, "a2 b1 d1");
  assert_changes (fixture, "-c1 +d1 a:1>2");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_assert_cmpuint (fixture->n_published, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (get_facts (fixture, i)->at, ==, 110);
      g_assert_cmpint (get_facts (fixture, i)->until, ==, 100);
    }

  answer (fixture, FIRST, 120, "d1 b1 a2");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* What was not an answer tells nothing, and is what the next one is compared with. */
static void
test_earlier_run (Fixture *fixture, gconstpointer data)
{
  restore (fixture, FIRST, 50, "a1 b1");
  assert_changes (fixture, "");
  answer (fixture, FIRST, 100, "a2 c1");
  assert_changes (fixture, "-b1 +c1 a:1>2");
  g_assert_cmpint (get_facts (fixture, 0)->until, ==, 50);
}

/* A TaurusDB instance without any was read as well. */
static void
test_first_instance (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 100, "");
  answer (fixture, FIRST, 110, "a1");
  assert_changes (fixture, "+a1");
}

static void
test_source_removed (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 100, "a1 b1");
  answer (fixture, FIRST, 110, "a1");
  htap_instance_list_remove_source (fixture->list, fixture->sources[FIRST]);
  assert_changes (fixture, "-b1");
  g_assert_cmpuint (count_rows (fixture), ==, 0);

  /* As if it had never been read. */
  answer (fixture, FIRST, 120, "a2 c1");
  assert_changes (fixture, "-b1");
}

/* Two profiles see it: it is told once, whoever is asked first. */
static void
test_shared_once (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 100, "a1 b1");
  answer (fixture, SECOND, 101, "a1 b1");
  answer (fixture, FIRST, 110, "a2 c1");
  answer (fixture, SECOND, 111, "a2 c1");
  assert_changes (fixture, "-b1 +c1 a:1>2");
  g_assert_cmpstr (get_facts (fixture, 0)->profile, ==, "p1");

  answer (fixture, SECOND, 120, "a3 c1");
  answer (fixture, FIRST, 121, "a3 c1");
  assert_changes (fixture, "a:2>3 -b1 +c1 a:1>2");
}

/* One that sees more than the other brings nothing new by that. */
static void
test_shared_subset (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 100, "a1");
  answer (fixture, SECOND, 101, "a1 b1");
  answer (fixture, FIRST, 110, "a1");
  assert_changes (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, 2);

  answer (fixture, FIRST, 120, "a1 b1");
  assert_changes (fixture, "");
  answer (fixture, SECOND, 130, "a1");
  assert_changes (fixture, "");
  answer (fixture, FIRST, 140, "a1");
  assert_changes (fixture, "-b1");
}

/* The first has told already when it fails, and the other's old news are shown for a while. */
static void
test_shared_and_failed (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 100, "a1");
  answer (fixture, SECOND, 101, "a1");
  answer (fixture, FIRST, 110, "a2");
  fail (fixture, FIRST);
  g_assert_cmpstr (htap_instance_get_name (find (fixture, "a")), ==, "1");
  answer (fixture, SECOND, 120, "a2");
  assert_changes (fixture, "a:1>2");

  /* There and back, and there again: each is news. */
  answer (fixture, SECOND, 130, "a1");
  answer (fixture, SECOND, 140, "a2");
  assert_changes (fixture, "a:1>2 a:2>1 a:1>2");
}

static void
test_gone_and_back (Fixture *fixture, gconstpointer data)
{
  HtapInstance *instance;

  answer (fixture, FIRST, 100, "a1 b1");
  instance = find (fixture, "b");
  answer (fixture, FIRST, 110, "a1");
  g_assert_false (htap_instance_get_listed (instance));
  g_assert_cmpint (htap_instance_get_gone_since (instance), ==, 110);
  g_assert_cmpuint (htap_instance_list_get_n_listed (fixture->list), ==, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 2);

  /* Also through the other profile. */
  answer (fixture, SECOND, 120, "b2");
  g_assert_true (find (fixture, "b") == instance);
  g_assert_true (htap_instance_get_listed (instance));
  g_assert_true (htap_instance_get_source (instance) == fixture->sources[SECOND]);
  g_assert_cmpuint (htap_instance_list_get_n_listed (fixture->list), ==, 2);
  assert_changes (fixture, "b:1>2 +b2 -b1");
  g_assert_cmpint (get_facts (fixture, 1)->until, ==, 110);

  answer (fixture, SECOND, 130, "");
  assert_changes (fixture, "-b2 b:1>2 +b2 -b1");
  g_assert_false (htap_instance_get_listed (instance));
  g_assert_true (htap_instance_list_dismiss_seen (fixture->list) == FALSE);
}

static void
test_seen (Fixture *fixture, gconstpointer data)
{
  const HtapFieldSet name = HTAP_FIELD_BIT (HTAP_FIELD_NAME);
  HtapInstance *a, *b;
  HtapChange *of_a;

  answer (fixture, FIRST, 100, "a1 b1 c1");
  answer (fixture, FIRST, 110, "a2 b2");
  a = find (fixture, "a");
  b = find (fixture, "b");
  of_a = htap_changes_find_unseen (fixture->changes, a, name);
  g_assert_cmpstr (htap_change_get_facts (of_a)->new_value, ==, "2");
  answer (fixture, FIRST, 120, "a3 b2");
  /* The newest. */
  of_a = htap_changes_find_unseen (fixture->changes, a, name | HTAP_FIELD_BIT (HTAP_FIELD_PORT));
  g_assert_cmpstr (htap_change_get_facts (of_a)->new_value, ==, "3");
  g_assert_null (htap_changes_find_unseen (fixture->changes, a, HTAP_FIELD_BIT (HTAP_FIELD_PORT)));

  g_assert_true (htap_changes_mark_seen (fixture->changes, of_a));
  assert_changes (fixture, "a:2>3* -c1 b:1>2 a:1>2*");
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_false (htap_changes_has_unseen (fixture->changes, a));
  g_assert_true (htap_changes_has_unseen (fixture->changes, b));
  g_assert_cmphex (htap_changes_get_unseen_fields (fixture->changes, a), ==, 0);
  g_assert_cmphex (htap_changes_get_unseen_fields (fixture->changes, b), ==, name);
  g_assert_null (htap_changes_find_unseen (fixture->changes, a, name));
  g_assert_false (htap_changes_mark_seen (fixture->changes, of_a));
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_false (htap_instance_list_dismiss_seen (fixture->list));

  g_assert_true (htap_changes_mark_seen (fixture->changes, NULL));
  assert_changes (fixture, "a:2>3* -c1* b:1>2* a:1>2*");
  g_assert_true (htap_instance_list_dismiss_seen (fixture->list));
  g_assert_null (find (fixture, "c"));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

static void
test_of_instance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) of_a = NULL;
  g_autoptr (GPtrArray) of_other = NULL;

  answer (fixture, FIRST, 100, "a1 b1");
  answer (fixture, OTHER, 100, "a1");
  answer (fixture, FIRST, 110, "a2 b2");
  answer (fixture, FIRST, 120, "a3");
  of_a = htap_changes_dup_of (fixture->changes, find (fixture, "a"));
  g_assert_cmpuint (of_a->len, ==, 2);
  g_assert_true (of_a->pdata[0] == fixture->mirror->pdata[1]);
  g_assert_true (of_a->pdata[1] == fixture->mirror->pdata[3]);

  /* The same id in another database is another instance. */
  of_other = htap_changes_dup_of (
      fixture->changes, htap_instance_list_find (fixture->list, "cn-north-4", "other", "a"));
  g_assert_cmpuint (of_other->len, ==, 0);
}

/* The order is that in which things were seen, whatever the clock said. */
static void
test_clock_jumps (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FIRST, 10000, "a1");
  answer (fixture, FIRST, 500, "a2");
  answer (fixture, FIRST, 20000, "a3");
  answer (fixture, FIRST, 400, "a2");
  answer (fixture, FIRST, 300, "a3");
  answer (fixture, FIRST, 300, "a2");
  assert_changes (fixture, "a:3>2 a:2>3 a:3>2 a:2>3 a:1>2");
  for (guint i = 0; i < fixture->mirror->len; i++)
    g_assert_cmpint (get_facts (fixture, i)->until, <=, get_facts (fixture, i)->at);
}

static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  HtapInstance *gone;

  answer (fixture, FIRST, 1, "a0 b0");
  gone = g_object_ref (find (fixture, "b"));
  answer (fixture, FIRST, 2, "a0");
  for (guint i = 1; i < HTAP_CHANGES_LIMIT + 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("a%u", i);

      answer (fixture, FIRST, i + 2, text);
    }

  assert_mirrored (fixture);
  g_assert_cmpuint (fixture->mirror->len, ==, HTAP_CHANGES_LIMIT);
  g_assert_cmpuint (htap_changes_get_n_unseen (fixture->changes), ==, HTAP_CHANGES_LIMIT);
  g_assert_cmpint (get_facts (fixture, 0)->at, ==, HTAP_CHANGES_LIMIT + 101);

  /* Nobody can be told any more that it is gone. */
  g_assert_null (find (fixture, "b"));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_object_unref (gone);

  htap_changes_mark_seen (fixture->changes, NULL);
  g_assert_cmpuint (htap_changes_get_n_unseen (fixture->changes), ==, 0);
}

/* In bytes, too. */
static void
test_bounded_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("a%u%s", i, long_name);

      answer (fixture, FIRST, i + 1, text);
    }
  assert_mirrored (fixture);
  g_assert_cmpuint (fixture->mirror->len, <, HTAP_CHANGES_SIZE_LIMIT / 15000);
  g_assert_cmpuint (fixture->mirror->len, >, HTAP_CHANGES_SIZE_LIMIT / 25000);
}

static HtapChange *
make_change (const char *profile, const char *id, const char *value, gboolean seen)
{
  const HtapChangeFacts facts = { .kind = HTAP_CHANGE_CHANGED,
                                  .profile = profile,
                                  .region = "cn-north-4",
                                  .taurus_id = "shared",
                                  .id = id,
                                  .field = HTAP_FIELD_NAME,
                                  .fields = HTAP_FIELD_BIT (HTAP_FIELD_NAME),
                                  .old_value = "0",
                                  .new_value = value,
                                  .at = 7 };
  HtapChange *change = htap_change_new (&facts);

  htap_change_set_seen (change, seen);

  return change;
}

/* What an earlier run left comes before what happened in this one. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) earlier = g_ptr_array_new_with_free_func (g_object_unref);
  HtapChange *newest;

  g_ptr_array_add (earlier, make_change ("p0", "a", "8", TRUE));
  g_ptr_array_add (earlier, make_change ("p0", "a", "9", FALSE));
  answer (fixture, FIRST, 100, "a1");
  answer (fixture, FIRST, 110, "a2");
  htap_changes_restore (fixture->changes, earlier);
  assert_changes (fixture, "a:1>2 a:0>9 a:0>8*");
  newest = htap_changes_find_unseen (fixture->changes, find (fixture, "a"),
                                     HTAP_FIELD_BIT (HTAP_FIELD_NAME));
  g_assert_cmpstr (htap_change_get_facts (newest)->new_value, ==, "2");
  g_assert_cmpuint (fixture->n_published, ==, 1);
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) earlier = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (earlier, make_change ("p0", "a", "1", FALSE));
  g_ptr_array_add (earlier, make_change ("p1", "b", "2", FALSE));
  g_ptr_array_add (earlier, make_change ("p0", "c", "3", TRUE));
  htap_changes_restore (fixture->changes, earlier);
  g_assert_false (htap_changes_forget (fixture->changes, "p9"));
  assert_changes (fixture, "c:0>3* b:0>2 a:0>1");
  g_assert_true (htap_changes_forget (fixture->changes, "p0"));
  assert_changes (fixture, "b:0>2");
  g_assert_true (htap_changes_forget (fixture->changes, NULL));
  assert_changes (fixture, "");
}

/* Nothing of the demo's is written anywhere. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) kept = NULL;

  htap_profile_set_origin (htap_source_get_profile (fixture->sources[OTHER]), HTAP_PROFILE_DEMO);
  answer (fixture, FIRST, 100, "a1");
  answer (fixture, OTHER, 100, "a1");
  answer (fixture, FIRST, 110, "a2");
  answer (fixture, OTHER, 110, "a3");
  assert_changes (fixture, "a:1>3 a:1>2");
  kept = htap_changes_dup_kept (fixture->changes);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_true (kept->pdata[0] == fixture->mirror->pdata[1]);
}

/* Whatever two sources say and whoever looks at it: rows, marks and counts agree. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (47);

  for (guint round = 1; round <= 1000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_gone = 0;

      for (guint i = 0; i < 6; i++)
        if (g_rand_boolean (random))
          g_string_append_printf (text, "%c%d ", 'a' + i, g_rand_int_range (random, 0, 3));
      answer (fixture, (guint) g_rand_int_range (random, 0, 3), round, text->str);
      if (g_rand_int_range (random, 0, 4) == 0)
        fail (fixture, (guint) g_rand_int_range (random, 0, 3));
      if (g_rand_int_range (random, 0, 4) == 0 && fixture->mirror->len > 0)
        htap_changes_mark_seen (fixture->changes, fixture->mirror->pdata[0]);
      htap_instance_list_dismiss_seen (fixture->list);

      for (guint i = 0; i < count_rows (fixture); i++)
        {
          g_autoptr (HtapInstance) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
          gboolean is_gone = !htap_instance_get_listed (row);

          n_gone += is_gone;
          g_assert_cmpint (is_gone, ==, htap_instance_get_gone_since (row) != 0);
          if (is_gone)
            g_assert_nonnull (
                htap_changes_find_unseen_kind (fixture->changes, row, HTAP_CHANGE_GONE));
        }
      g_assert_cmpuint (htap_instance_list_get_n_listed (fixture->list), ==,
                        count_rows (fixture) - n_gone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/changes/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("told", test_told);
  ADD ("earlier-run", test_earlier_run);
  ADD ("first-instance", test_first_instance);
  ADD ("source-removed", test_source_removed);
  ADD ("shared-once", test_shared_once);
  ADD ("shared-subset", test_shared_subset);
  ADD ("shared-and-failed", test_shared_and_failed);
  ADD ("gone-and-back", test_gone_and_back);
  ADD ("seen", test_seen);
  ADD ("of-instance", test_of_instance);
  ADD ("clock-jumps", test_clock_jumps);
  ADD ("bounded", test_bounded);
  ADD ("bounded-size", test_bounded_size);
  ADD ("restore", test_restore);
  ADD ("forget", test_forget);
  ADD ("kept", test_kept);
  ADD ("random", test_random);
#undef ADD

  return g_test_run ();
}
