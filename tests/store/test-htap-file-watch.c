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

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
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

  put (fixture->path, "a");
  wait_for_touch (fixture, "news of a file that appeared");
  put (fixture->path, "b");
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

  put (fixture->path, "a");
  fixture->watch = htap_file_watch_new (fixture->path, on_touched, fixture);
  g_assert_cmpint (g_rename (fixture->path, backup), ==, 0);
  put (fixture->path, "b");
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
  put (first, "a");
  put (second, "a");
  g_assert_cmpint (symlink ("elsewhere/first.ini", fixture->path), ==, 0);
  fixture->watch = htap_file_watch_new (fixture->path, on_touched, fixture);

  put (first, "b");
  wait_for_touch (fixture, "news of the file behind a link");

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("elsewhere/second.ini", fixture->path), ==, 0);
  wait_for_touch (fixture, "news of a link that points elsewhere");
  put (second, "b");
  wait_for_touch (fixture, "news of the file behind the new link");
}

static void
test_freed_while_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapFileWatch) other = NULL;

  fixture->watch = htap_file_watch_new (fixture->path, on_touched, fixture);
  put (fixture->path, "a");
  wait_for_touch (fixture, "news of a file");
  g_clear_pointer (&fixture->watch, htap_file_watch_free);

  /* A second watch tells when the first would have. */
  put (fixture->path, "b");
  other = htap_file_watch_new (fixture->path, on_touched, fixture);
  put (fixture->path, "c");
  wait_for_touch (fixture, "news for the second watch");
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
