/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot-writer.h"

#include "htap-test.h"

#include <string.h>

/* Of one profile, in the folder that has one for each. */
#define PROFILE "6f1c"

typedef struct
{
  char *root;
  char *folder;
  GObject *listener;
  HtapSnapshotWriter *writer;
} Fixture;

/* What the listeners were told. */
static guint n_reports;
static GError *problem;

static void
on_report (gpointer listener, GError *its_problem)
{
  g_assert_true (G_IS_OBJECT (listener));
  n_reports++;
  g_clear_error (&problem);
  problem = its_problem;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = htap_test_temporary_directory ();
  fixture->folder = g_build_filename (fixture->root, PROFILE, NULL);
  fixture->listener = g_object_new (G_TYPE_OBJECT, NULL);
  fixture->writer = htap_snapshot_writer_new (fixture->listener, on_report);
  n_reports = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->writer, htap_snapshot_writer_free);
  g_clear_object (&fixture->listener);
  g_clear_error (&problem);
  htap_test_remove_tree (fixture->root);
  g_free (fixture->folder);
  g_free (fixture->root);
}

static void
write_text (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GBytes) answer = g_bytes_new (text, strlen (text));

  htap_snapshot_writer_write (fixture->writer, path,
                              htap_snapshot_new (PROFILE, "cn-north-4", "23a5", "ain07", answer));
}

/* Does what waits. */
static void
finish (Fixture *fixture)
{
  g_clear_pointer (&fixture->writer, htap_snapshot_writer_free);
  fixture->writer = htap_snapshot_writer_new (fixture->listener, on_report);
}

/* What is on its way to the main thread. */
static void
hear_out (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
is_there (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_in_order (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "a.json", "first");
  write_text (fixture, "b.json", "second");
  htap_snapshot_writer_remove (fixture->writer, fixture->folder);
  write_text (fixture, "b.json", "third");
  finish (fixture);
  g_assert_false (is_there (fixture, "a.json"));
  g_assert_true (is_there (fixture, "b.json"));
}

/* Its answer comes when nothing is left, although something was about to be written. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", i);

      write_text (fixture, name, "text");
    }
  htap_snapshot_writer_clear (fixture->writer, fixture->root,
                              g_task_new (NULL, NULL, htap_test_on_result, &result));
  g_assert_true (g_task_propagate_boolean (G_TASK (htap_test_await (&result)), NULL));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (n_reports, ==, 0);
}

static gboolean
has_problem (gpointer data)
{
  return problem != NULL;
}

static gboolean
has_none (gpointer data)
{
  return problem == NULL;
}

/* Told once, however many files cannot be written, and once when it is over. */
static void
test_reports (Fixture *fixture, gconstpointer data)
{
  htap_test_write_file (fixture->folder, "no folder");
  write_text (fixture, "a.json", "text");
  write_text (fixture, "b.json", "text");
  finish (fixture);
  hear_out ();
  g_assert_nonnull (problem);
  g_assert_cmpuint (n_reports, ==, 1);
}

static void
test_over (Fixture *fixture, gconstpointer data)
{
  htap_test_write_file (fixture->folder, "no folder");
  write_text (fixture, "a.json", "text");
  htap_test_wait_until (has_problem, NULL, "the problem");
  htap_snapshot_writer_remove (fixture->writer, fixture->folder);
  write_text (fixture, "a.json", "text");
  htap_test_wait_until (has_none, NULL, "no problem");
  g_assert_cmpuint (n_reports, ==, 2);
  g_assert_true (is_there (fixture, "a.json"));
}

/* What is on its way to somebody who is gone is not told. */
static void
test_nobody_listens (Fixture *fixture, gconstpointer data)
{
  htap_test_write_file (fixture->folder, "no folder");
  write_text (fixture, "a.json", "text");
  g_clear_pointer (&fixture->writer, htap_snapshot_writer_free);
  g_clear_object (&fixture->listener);
  hear_out ();
  g_assert_cmpuint (n_reports, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/snapshot-writer/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("in-order", test_in_order);
  ADD ("clear", test_clear);
  ADD ("reports", test_reports);
  ADD ("over", test_over);
  ADD ("nobody-listens", test_nobody_listens);
#undef ADD

  return g_test_run ();
}
