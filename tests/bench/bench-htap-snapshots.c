/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 13: snapshots. Loaded at the start as the window does it, until they are in the list; saved as
 * after a refresh in which everybody has answered. */

#include "htap-bench-answer.h"
#include "htap-bench-stops.h"
#include "htap-bench.h"
#include "htap-decoder.h"
#include "htap-inventory.h"
#include "htap-snapshot-store.h"
#include "htap-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define UUID          "6f1c9a34"
#define REGION        "cn-north-4"
#define PROJECT       "ac72d1d4e9f9381df4b966d371e13167"
#define IN_ONE_ANSWER 10

typedef struct
{
  char *folder;        /* where the reference writes */
  char *reader;        /* as the profile asks */
  GPtrArray *answers;  /* GBytes, of a TaurusDB instance each */
  GPtrArray *contents; /* GBytes, of a file each */
  GArray *stops;       /* double: the longest of the main loop in each run */
} Work;

static char *
dup_taurus_id (guint number)
{
  return g_strdup_printf ("%032xin07", number);
}

/* Its TaurusDB instances are added by hand: whom to show is known without asking. */
static void
write_profile (guint n_taurus)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "htap-inventory", NULL);
  g_autofree char *path = g_build_filename (folder, "profiles.ini", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          "[profile %s]\nName=Bench\nSignIn=token\nProjects=%s:%s\n"
                          "Discover=false\nEnabled=true\nTaurusIds=",
                          UUID, REGION, PROJECT);
  for (guint i = 0; i < n_taurus; i++)
    {
      g_autofree char *id = dup_taurus_id (i);

      g_string_append_printf (text, "%s:%s;", REGION, id);
    }
  g_string_append_c (text, '\n');

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  htap_test_write_file (path, text->str);
}

static HtapInventory *
load_profile (void)
{
  HtapInventory *inventory = htap_inventory_new ("en-us");
  g_autoptr (GError) error = NULL;

  htap_inventory_set_keep_snapshots (inventory, TRUE);
  htap_inventory_load (inventory, &error);
  g_assert_no_error (error);

  return inventory;
}

static char *
dup_reader (void)
{
  g_autoptr (HtapInventory) inventory = load_profile ();
  g_autoptr (HtapProfile) profile = htap_inventory_dup_profile (inventory, UUID);

  return htap_profile_dup_reader (profile, REGION);
}

static HtapSnapshot *
new_snapshot (Work *work, guint number)
{
  g_autofree char *id = dup_taurus_id (number);
  HtapSnapshot *snapshot =
      htap_snapshot_new (UUID, REGION, PROJECT, id, work->answers->pdata[number]);

  snapshot->reader = g_strdup (work->reader);

  return snapshot;
}

static void
note_stop (Work *work, double stop)
{
  g_array_append_val (work->stops, stop);
}

/* The caller hands them over in pieces, as merges do, and goes on; the end is when all are written.
 */
static double
run_save (gpointer data)
{
  Work *work = data;
  HtapSnapshotStore *store = htap_snapshot_store_new (NULL);
  const double start = htap_bench_now_ms ();

  for (guint i = 0; i < work->answers->len; i++)
    htap_snapshot_store_save (store, new_snapshot (work, i));
  note_stop (work, htap_bench_now_ms () - start);
  g_assert_null (htap_snapshot_store_get_problem (store));
  g_object_unref (store);

  return htap_bench_now_ms () - start;
}

static double
run_write (gpointer data)
{
  Work *work = data;
  const double start = htap_bench_now_ms ();

  for (guint i = 0; i < work->contents->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.json", work->folder, i);
      gsize length;
      const char *text = g_bytes_get_data (work->contents->pdata[i], &length);
      const int file = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

      g_assert_cmpint (write (file, text, length), ==, length);
      g_assert_no_errno (close (file));
    }

  return htap_bench_now_ms () - start;
}

static double
run_load (gpointer data)
{
  Work *work = data;
  g_autoptr (HtapInventory) inventory = load_profile ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  double start, figure;

  start = htap_bench_now_ms ();
  htap_bench_stops_begin ();
  htap_inventory_show_snapshots_async (inventory, NULL, htap_test_on_result, &result);
  htap_inventory_show_snapshots_finish (inventory, htap_test_await (&result), &error);
  note_stop (work, htap_bench_stops_end ());
  figure = htap_bench_now_ms () - start;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (htap_inventory_get_instances (inventory)), ==,
                    work->answers->len * IN_ONE_ANSWER);

  return figure;
}

static double
run_decode (gpointer data)
{
  Work *work = data;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_answer_free);
  const double start = htap_bench_now_ms ();

  for (guint i = 0; i < work->answers->len; i++)
    g_ptr_array_add (kept, htap_decoder_decode (work->answers->pdata[i], NULL));

  return htap_bench_now_ms () - start;
}

static void
work_init (Work *work, guint n_taurus, const char *home)
{
  write_profile (n_taurus);
  *work = (Work){ g_build_filename (home, "reference", NULL), dup_reader (),
                  g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
                  g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
                  g_array_new (FALSE, FALSE, sizeof (double)) };
  g_assert_no_errno (g_mkdir_with_parents (work->folder, 0700));

  for (guint i = 0; i < n_taurus; i++)
    {
      HtapSnapshot *snapshot;

      g_ptr_array_add (work->answers, htap_bench_answer_new (i * IN_ONE_ANSWER, IN_ONE_ANSWER));
      snapshot = new_snapshot (work, i);
      g_ptr_array_add (work->contents, htap_snapshot_write (snapshot));
      htap_snapshot_free (snapshot);
    }
}

static void
work_clear (Work *work)
{
  g_free (work->folder);
  g_free (work->reader);
  g_ptr_array_unref (work->answers);
  g_ptr_array_unref (work->contents);
  g_array_unref (work->stops);
}

static void
report (guint n_instances,
        const char *what,
        const char *reference,
        HtapBenchPair figures,
        double target)
{
  g_autofree char *name = g_strdup_printf ("%s %u instances", what, n_instances);

  htap_bench_report (&(HtapBenchResult){ 13, name, "ms", reference, figures, target });
}

static void
measure (guint n_instances, guint n_rounds, const char *home, gboolean is_judged)
{
  Work work;
  HtapBenchPair save, load;

  work_init (&work, n_instances / IN_ONE_ANSWER, home);

  save = htap_bench_interleave (n_rounds, run_save, run_write, &work);
  report (n_instances, "save snapshots of", "writing the same files", save, is_judged ? 1.5 : 0);
  report (n_instances, "main loop stopped by saving", NULL,
          (HtapBenchPair){ htap_bench_median (work.stops) }, is_judged ? 16 : 0);

  g_array_set_size (work.stops, 0);
  load = htap_bench_interleave (n_rounds, run_load, run_decode, &work);
  report (n_instances, "load snapshots of", "decoding the same bytes", load, is_judged ? 1.2 : 0);
  report (n_instances, "main loop stopped by loading", NULL,
          (HtapBenchPair){ htap_bench_median (work.stops) }, 0);

  work_clear (&work);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = htap_test_temporary_directory ();

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);

  measure (10, 41, home, FALSE);
  measure (1000, 21, home, FALSE);
  measure (10000, 9, home, TRUE);
  measure (100000, 3, home, FALSE);

  htap_test_remove_tree (home);

  return 0;
}
