/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot-store.h"

#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define PROFILE "6f1c"

#define LARGE 10000

typedef struct
{
  char *root;
  char *path; /* of the snapshot of ain07 */
  HtapSnapshotStore *store;
  guint n_problems;
} Fixture;

static void
count (guint *n_problems)
{
  (*n_problems)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = htap_test_temporary_directory ();

  /* Nothing is there yet. */
  fixture->root = g_build_filename (parent, "cache", "htap-inventory", NULL);
  fixture->path = g_build_filename (fixture->root, PROFILE, "ain07.json", NULL);
  fixture->store = htap_snapshot_store_new (fixture->root);
  g_signal_connect_swapped (fixture->store, "problem-changed", G_CALLBACK (count),
                            &fixture->n_problems);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cache = g_path_get_dirname (fixture->root);
  g_autofree char *parent = g_path_get_dirname (cache);

  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  htap_test_remove_tree (parent);
  g_free (fixture->root);
  g_free (fixture->path);
}

static HtapSnapshot *
make_snapshot (const char *profile, const char *taurus_id, const char *text)
{
  g_autoptr (GBytes) answer = g_bytes_new (text, strlen (text));

  return htap_snapshot_new (profile, "cn-north-4", "23a5", taurus_id, answer);
}

static void
save (Fixture *fixture, const char *taurus_id, const char *text)
{
  htap_snapshot_store_save (fixture->store, make_snapshot (PROFILE, taurus_id, text));
}

/* Its end does what waits. */
static void
finish (Fixture *fixture)
{
  g_assert_finalize_object (fixture->store);
  fixture->store = htap_snapshot_store_new (fixture->root);
  g_signal_connect_swapped (fixture->store, "problem-changed", G_CALLBACK (count),
                            &fixture->n_problems);
}

static GPtrArray *
read_all (Fixture *fixture)
{
  g_autoptr (GPtrArray) set_aside = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *snapshots = htap_snapshot_store_read (fixture->store, PROFILE, set_aside);

  g_assert_cmpuint (set_aside->len, ==, 0);

  return snapshots;
}

static void
assert_only (Fixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) snapshots = read_all (fixture);
  const HtapSnapshot *snapshot;

  g_assert_cmpuint (snapshots->len, ==, 1);
  snapshot = snapshots->pdata[0];
  g_assert_cmpmem (g_bytes_get_data (snapshot->answer, NULL), g_bytes_get_size (snapshot->answer),
                   text, strlen (text));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GStatBuf status;

  save (fixture, "ain07", "first");
  finish (fixture);
  assert_only (fixture, "first");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0700);
  g_assert_cmpuint (htap_snapshot_store_get_size (fixture->store, PROFILE, G_MAXSIZE), >, 5);
}

/* A sweep after the other, while the disk is slow: the last counts. */
static void
test_the_last_counts (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = g_strdup_printf ("answer %u", i);

      save (fixture, "ain07", text);
    }
  finish (fixture);
  assert_only (fixture, "answer 499");
}

static void
test_names_from_outside (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "../../evil", "a/b", ".", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      save (fixture, names[i], "text");
      htap_snapshot_store_save (fixture->store, make_snapshot (names[i], "ain07", "text"));
      htap_snapshot_store_remove (fixture->store, names[i]);
      htap_snapshot_store_forget (fixture->store, names[i], "cn-north-4", "23a5", "ain07");
      htap_snapshot_store_forget (fixture->store, PROFILE, "cn-north-4", "23a5", names[i]);
      g_assert_cmpuint (htap_snapshot_store_get_size (fixture->store, names[i], G_MAXSIZE), ==, 0);
    }
  finish (fixture);
  g_assert_false (g_file_test (fixture->root, G_FILE_TEST_EXISTS));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) set_aside = g_ptr_array_new_with_free_func (g_free);

  htap_snapshot_store_save (fixture->store, make_snapshot ("other", "ain07", "its"));
  /* Also what waits, and nothing that comes later. */
  for (guint i = 0; i < 50; i++)
    save (fixture, "ain07", "text");
  htap_snapshot_store_remove (fixture->store, PROFILE);
  finish (fixture);
  snapshots = read_all (fixture);
  g_assert_cmpuint (snapshots->len, ==, 0);
  others = htap_snapshot_store_read (fixture->store, "other", set_aside);
  g_assert_cmpuint (others->len, ==, 1);

  save (fixture, "ain07", "before");
  htap_snapshot_store_remove (fixture->store, PROFILE);
  save (fixture, "ain07", "after");
  finish (fixture);
  assert_only (fixture, "after");
}

/* Of one question alone; what waits for it is not written, and what comes later is. */
static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) snapshots = NULL;

  save (fixture, "bin07", "another question's");
  save (fixture, NULL, "the project's list");
  for (guint i = 0; i < 50; i++)
    save (fixture, "ain07", "text");
  htap_snapshot_store_forget (fixture->store, PROFILE, "cn-north-4", "23a5", "ain07");
  finish (fixture);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  snapshots = read_all (fixture);
  g_assert_cmpuint (snapshots->len, ==, 2);

  htap_snapshot_store_forget (fixture->store, PROFILE, "cn-north-4", "23a5", NULL);
  htap_snapshot_store_forget (fixture->store, PROFILE, "cn-north-4", "23a5", "bin07");
  save (fixture, "ain07", "before");
  htap_snapshot_store_forget (fixture->store, PROFILE, "cn-north-4", "23a5", "ain07");
  save (fixture, "ain07", "after");
  finish (fixture);
  assert_only (fixture, "after");
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, "ain07", "a");
  save (fixture, "bin07", "b");
  htap_snapshot_store_clear_async (fixture->store, NULL, htap_test_on_result, &result);
  g_assert_true (
      htap_snapshot_store_clear_finish (fixture->store, htap_test_await (&result), &error));
  g_assert_no_error (error);
  snapshots = read_all (fixture);
  g_assert_cmpuint (snapshots->len, ==, 0);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static gboolean
has_problem (gpointer store)
{
  return htap_snapshot_store_get_problem (store) != NULL;
}

static gboolean
has_no_problem (gpointer store)
{
  return !has_problem (store);
}

/* Every answer of a sweep meets the full disk; one sentence says so, and the old ones stay. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (100 * 1000, 'x');
  struct rlimit before, limit;
  const GError *problem;

  save (fixture, "ain07", "old");
  finish (fixture);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 10 * 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  save (fixture, "ain07", large);
  save (fixture, "bin07", large);
  save (fixture, "cin07", large);
  htap_test_wait_until (has_problem, fixture->store, "the problem");
  problem = htap_snapshot_store_get_problem (fixture->store);
  g_assert_error (problem, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (problem)->reason, ==,
                   HTAP_ERROR_REASON_FILE_NOT_WRITTEN);
  assert_only (fixture, "old");

  /* There is room again. */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  save (fixture, "ain07", large);
  htap_test_wait_until (has_no_problem, fixture->store, "no problem");
  g_assert_cmpuint (fixture->n_problems, ==, 2);
}

/* A process of its own: it writes to the folder of the test that started it, and is ended once a
 * file has the given size. */
static void
test_writer (void)
{
  const rlim_t stop = g_ascii_strtoull (g_getenv ("HTAP_TEST_STOP"), NULL, 10);
  const struct rlimit limit = { stop, stop };
  g_autofree char *large = g_strnfill (LARGE, 'x');
  g_autoptr (HtapSnapshotStore) store = htap_snapshot_store_new (g_getenv ("HTAP_TEST_FOLDER"));

  g_assert_cmpint (setrlimit (RLIMIT_CORE, &(struct rlimit){ 0, 0 }), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  htap_snapshot_store_save (store, make_snapshot (PROFILE, "ain07", large));
}

/* The old answer is there, or the new one, and nothing has to be set aside. */
static void
test_stopped_at_every_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (LARGE, 'x');
  guint n_stopped = 0;

  save (fixture, "ain07", "old");
  finish (fixture);
  g_setenv ("HTAP_TEST_FOLDER", fixture->root, TRUE);

  for (guint stop = 0; stop <= LARGE + 1000; stop += 1000)
    {
      g_autofree char *text = g_strdup_printf ("%u", stop);

      g_setenv ("HTAP_TEST_STOP", text, TRUE);
      g_test_trap_subprocess ("/snapshot-store/writer/subprocess", 0, 0);
      if (g_test_trap_has_passed ())
        break;

      n_stopped++;
      assert_only (fixture, "old");
    }

  g_assert_cmpuint (n_stopped, ==, LARGE / 1000 + 1);
  assert_only (fixture, large);
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSnapshot) snapshot = make_snapshot (PROFILE, "ain07", "no JSON");
  g_autoptr (GPtrArray) set_aside = g_ptr_array_new_with_free_func (g_free);

  save (fixture, "ain07", "no JSON");
  finish (fixture);
  htap_snapshot_store_set_aside (fixture->store, snapshot, set_aside);
  g_assert_cmpuint (set_aside->len, ==, 1);
  g_assert_true (g_str_has_prefix (set_aside->pdata[0], fixture->path));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/snapshot-store/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("save", test_save);
  ADD ("the-last-counts", test_the_last_counts);
  ADD ("names-from-outside", test_names_from_outside);
  ADD ("remove", test_remove);
  ADD ("forget", test_forget);
  ADD ("clear", test_clear);
  ADD ("full-disk", test_full_disk);
  ADD ("set-aside", test_set_aside);
  ADD ("stopped-at-every-step", test_stopped_at_every_step);
#undef ADD
  g_test_add_func ("/snapshot-store/writer/subprocess", test_writer);

  return g_test_run ();
}
