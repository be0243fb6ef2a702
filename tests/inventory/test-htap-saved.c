/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-saved.h"

#include "htap-taurus.h"
#include "htap-test.h"

#include <string.h>

#define PROFILE "6f1c"
#define OTHER   "7a2d"

typedef struct
{
  char *root;
  HtapSnapshotStore *store;
  GPtrArray *set_aside; /* (nullable) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = htap_test_temporary_directory ();
  fixture->store = htap_snapshot_store_new (fixture->root);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->set_aside, g_ptr_array_unref);
  /* A thread that has answered may still be about to let go of it. */
  g_object_unref (fixture->store);
  htap_test_remove_tree (fixture->root);
  g_free (fixture->root);
}

static void
save (Fixture *fixture, const char *profile, const char *taurus_id, GBytes *answer)
{
  htap_snapshot_store_save (fixture->store,
                            htap_snapshot_new (profile, "cn-north-4", "23a5", taurus_id, answer));
}

static void
save_fixture (Fixture *fixture, const char *profile, const char *taurus_id, const char *name)
{
  g_autoptr (GBytes) answer = htap_test_fixture (name);

  save (fixture, profile, taurus_id, answer);
}

static void
save_text (Fixture *fixture, const char *taurus_id, const char *text)
{
  g_autoptr (GBytes) answer = g_bytes_new (text, strlen (text));

  save (fixture, PROFILE, taurus_id, answer);
}

/* Its end does what waits. */
static void
finish (Fixture *fixture)
{
  g_assert_finalize_object (fixture->store);
  fixture->store = htap_snapshot_store_new (fixture->root);
}

static GPtrArray *
read_all (Fixture *fixture)
{
  static char *profiles[] = { (char *) PROFILE, (char *) OTHER, (char *) "nobody", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *all;

  g_clear_pointer (&fixture->set_aside, g_ptr_array_unref);
  htap_saved_read_async (fixture->store, profiles, NULL, htap_test_on_result, &result);
  /* Never before the caller has gone on. */
  g_assert_null (result);
  all = htap_saved_read_finish (htap_test_await (&result), &fixture->set_aside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (all);

  return all;
}

static const HtapSaved *
find (GPtrArray *all, const char *profile, const char *taurus_id)
{
  for (guint i = 0; i < all->len; i++)
    {
      const HtapSaved *saved = all->pdata[i];

      if (g_str_equal (saved->snapshot->profile, profile) &&
          g_strcmp0 (saved->snapshot->taurus_id, taurus_id) == 0)
        return saved;
    }

  return NULL;
}

static void
assert_read (GPtrArray *all, guint n_records)
{
  const HtapSaved *answer = find (all, PROFILE, "ain07");
  const HtapSaved *other = find (all, OTHER, "bin07");
  const HtapSaved *list = find (all, PROFILE, NULL);

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (answer->answer->records->len, ==, n_records);
  g_assert_null (answer->taurus);
  g_assert_cmpuint (other->answer->records->len, ==, 0);
  g_assert_null (list->answer);
  g_assert_cmpuint (list->taurus->len, >, 0);
  g_assert_nonnull (htap_taurus_get_id (list->taurus->pdata[0]));
}

/* Of several profiles, of which one has nothing. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  save_fixture (fixture, PROFILE, "ain07", "htap_list_page_example.json");
  save_fixture (fixture, PROFILE, NULL, "instances_v31.json");
  save_fixture (fixture, OTHER, "bin07", "htap_list_empty.json");
  finish (fixture);
  all = read_all (fixture);
  assert_read (all, 4);
  g_assert_cmpuint (fixture->set_aside->len, ==, 0);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = read_all (fixture);

  g_assert_cmpuint (all->len, ==, 0);
  g_assert_cmpuint (fixture->set_aside->len, ==, 0);
}

/* So many that the window does not wait for them. Returns: (transfer full) */
static GBytes *
make_large_answer (guint n_records)
{
  g_autoptr (GString) text = g_string_new ("{\"instances\":[");

  for (guint i = 0; i < n_records; i++)
    g_string_append_printf (text, "%s{\"id\":\"%030uin17\",\"name\":\"%0*u\"}", i > 0 ? "," : "", i,
                            1000, i);
  g_string_append_printf (text, "],\"total_count\":%u}", n_records);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) large = make_large_answer (2000);
  g_autoptr (GPtrArray) all = NULL;

  save (fixture, PROFILE, "ain07", large);
  save_fixture (fixture, PROFILE, NULL, "instances_v31.json");
  save_fixture (fixture, OTHER, "bin07", "htap_list_empty.json");
  finish (fixture);
  all = read_all (fixture);
  assert_read (all, 2000);
}

/* The header is whole; what follows it is no answer, or one to another question. */
static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) again = NULL;

  save_text (fixture, "ain07", "{\"instances\":[");
  save_text (fixture, "bin07", "[]");
  save_text (fixture, NULL, "no JSON");
  save_fixture (fixture, PROFILE, "cin07", "htap_list_page_example.json");
  finish (fixture);
  all = read_all (fixture);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_nonnull (find (all, PROFILE, "cin07"));
  g_assert_cmpuint (fixture->set_aside->len, ==, 3);
  for (guint i = 0; i < fixture->set_aside->len; i++)
    g_assert_true (g_file_test (fixture->set_aside->pdata[i], G_FILE_TEST_IS_REGULAR));

  /* Said once. */
  again = read_all (fixture);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpuint (fixture->set_aside->len, ==, 0);
}

/* What is little comes at once; more is left to a thread. */
static void
test_now (Fixture *fixture, gconstpointer data)
{
  static char *profiles[] = { (char *) PROFILE, NULL };
  g_autoptr (GBytes) large = make_large_answer (2000);
  g_autoptr (GBytes) small = make_large_answer (5);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) set_aside = NULL;
  const HtapSaved *saved;

  save (fixture, PROFILE, "ain07", small);
  finish (fixture);
  all = htap_saved_read_now (fixture->store, profiles, &set_aside);
  g_assert_nonnull (all);
  g_assert_cmpuint (set_aside->len, ==, 0);
  saved = find (all, PROFILE, "ain07");
  g_assert_cmpuint (saved->answer->records->len, ==, 5);

  save (fixture, PROFILE, "ain07", large);
  finish (fixture);
  g_clear_pointer (&set_aside, g_ptr_array_unref);
  g_assert_null (htap_saved_read_now (fixture->store, profiles, &set_aside));
  g_assert_null (set_aside);
}

/* Nobody wants them any more. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  static char *profiles[] = { (char *) PROFILE, NULL };
  g_autoptr (GBytes) large = make_large_answer (2000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) set_aside = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, PROFILE, "ain07", large);
  finish (fixture);
  g_cancellable_cancel (cancellable);
  htap_saved_read_async (fixture->store, profiles, cancellable, htap_test_on_result, &result);
  g_assert_null (htap_saved_read_finish (htap_test_await (&result), &set_aside, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (set_aside);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/saved/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("read", test_read);
  ADD ("nothing", test_nothing);
  ADD ("many", test_many);
  ADD ("set-aside", test_set_aside);
  ADD ("now", test_now);
  ADD ("cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
