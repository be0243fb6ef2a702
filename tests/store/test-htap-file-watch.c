/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-file-watch.h"

#include "htap-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  char *folder; /* temporary */
  char *path;   /* of a file in it */
  HtapFileWatch *watch;
  guint n_touched;
} Fixture;

static void
on_touched (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_touched++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = htap_test_temporary_directory ();
  fixture->path = g_build_filename (fixture->folder, "file.ini", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->watch, htap_file_watch_free);
  htap_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
is_touched (gpointer data)
{
  return ((Fixture *) data)->n_touched > 0;
}

static void
wait_for_touch (Fixture *fixture, const char *what)
{
  htap_test_wait_until (is_touched, fixture, what);
  fixture->n_touched = 0;
}

static void
test_life_of_a_file (Fixture *fixture, gconstpointer data)
{
  fixture->watch = htap_file_watch_new (fixture->path, on_touched, fixture);
  g_assert_cmpuint (fixture->n_touched, ==, 0);

  htap_test_write_file (fixture->path, "a");
  wait_for_touch (fixture, "news of a file that appeared");
  htap_test_write_file (fixture->path, "b");
  wait_for_touch (fixture, "news of a file that was replaced");
  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
  wait_for_touch (fixture, "news of a file that was written to");
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  wait_for_touch (fixture, "news of a file that may be read");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_for_touch (fixture, "news of a file that is gone");
}

/* An editor that saves moves the old file away and writes a new one. */
static void
test_several_things_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);

  htap_test_write_file (fixture->path, "a");
  fixture->watch = htap_file_watch_new (fixture->path, on_touched, fixture);
  g_assert_cmpint (g_rename (fixture->path, backup), ==, 0);
  htap_test_write_file (fixture->path, "b");
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);

  htap_test_wait_until (is_touched, fixture, "news of a file that was saved");
  g_assert_cmpuint (fixture->n_touched, ==, 1);
}

static void
test_behind_a_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autofree char *first = g_build_filename (elsewhere, "first.ini", NULL);
  g_autofree char *second = g_build_filename (elsewhere, "second.ini", NULL);

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  htap_test_write_file (first, "a");
  htap_test_write_file (second, "a");
  g_assert_cmpint (symlink ("elsewhere/first.ini", fixture->path), ==, 0);
  fixture->watch = htap_file_watch_new (fixture->path, on_touched, fixture);

  htap_test_write_file (first, "b");
  wait_for_touch (fixture, "news of the file behind a link");

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("elsewhere/second.ini", fixture->path), ==, 0);
  wait_for_touch (fixture, "news of a link that points elsewhere");
  htap_test_write_file (second, "b");
  wait_for_touch (fixture, "news of the file behind the new link");
}

static void
on_monitor_changed (gboolean *has_changed)
{
  *has_changed = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
on_other_touched (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_freed_while_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GFileMonitor) monitor = NULL;
  g_autoptr (HtapFileWatch) other = NULL;
  gboolean has_changed = FALSE, is_told = FALSE;

  fixture->watch = htap_file_watch_new (fixture->path, on_touched, fixture);
  /* Tells after the first would have; made before that is freed, so as not to take its memory. */
  other = htap_file_watch_new (fixture->path, on_other_touched, &is_told);
  monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  g_signal_connect_swapped (monitor, "changed", G_CALLBACK (on_monitor_changed), &has_changed);

  /* What this monitor was told, the watch was told before: it waits for more to happen. */
  htap_test_write_file (fixture->path, "a");
  htap_test_wait_until (is_true, &has_changed, "the first news of a file");
  g_clear_pointer (&fixture->watch, htap_file_watch_free);

  fixture->n_touched = 0;
  is_told = FALSE;
  htap_test_write_file (fixture->path, "b");
  htap_test_wait_until (is_true, &is_told, "news for the second watch");
  g_assert_cmpuint (fixture->n_touched, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/file-watch/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("life-of-a-file", test_life_of_a_file);
  ADD ("several-things-at-once", test_several_things_at_once);
  ADD ("behind-a-link", test_behind_a_link);
  ADD ("freed", test_freed_while_waiting);
#undef ADD

  return g_test_run ();
}
