/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-swap-file.h"

#include "htap-error.h"
#include "htap-stopped-writer.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BEFORE "the whole of what was there before"
#define AFTER  "the whole of what is there after, and a little more"

typedef struct
{
  char *home; /* temporary */
  char *folder;
  char *path; /* of a file in it */
  HtapSwapFile *swap_file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = htap_test_temporary_directory ();
  fixture->folder = g_build_filename (fixture->home, "profile", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.json", NULL);
  fixture->swap_file = htap_swap_file_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_swap_file_free (fixture->swap_file);
  htap_test_remove_tree (fixture->home);
  g_free (fixture->home);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
write_text (Fixture *fixture, const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));

  return htap_swap_file_write (fixture->swap_file, path, contents, error);
}

/* Writes @text, and nothing else is in the file. */
static void
assert_writes (Fixture *fixture, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  gsize length;
  GStatBuf status;

  write_text (fixture, path, text, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &found, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (found, length, text, strlen (text));
  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  g_assert_true (S_ISREG (status.st_mode));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (directory) != NULL)
    n_files++;

  return n_files;
}

static ino_t
get_inode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);

  return status.st_ino;
}

/* Of three files and one to swap with, none is made or removed any more. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "b.json", NULL);
  ino_t first;

  assert_writes (fixture, fixture->path, "first");
  assert_writes (fixture, other, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);

  first = get_inode (fixture->path);
  assert_writes (fixture, fixture->path, "a longer text than before");
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
  assert_writes (fixture, other, "short");
  g_assert_cmpuint (get_inode (other), ==, first);
  assert_writes (fixture, fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);

  htap_swap_file_drop (fixture->swap_file);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_folders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other_folder = g_build_filename (fixture->home, "other", NULL);
  g_autofree char *other = g_build_filename (other_folder, "a.json", NULL);

  assert_writes (fixture, fixture->path, "1");
  assert_writes (fixture, fixture->path, "2");
  assert_writes (fixture, other, "3");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  /* Somebody removes what is kept, with all that is in it. */
  assert_writes (fixture, other, "4");
  htap_test_remove_tree (other_folder);
  assert_writes (fixture, other, "5");
}

/* A backup may share the file that is written into, and somebody else may own what a link means. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->home, "backup", NULL);
  g_autofree char *target = g_build_filename (fixture->home, "target", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *untouched = NULL;

  assert_writes (fixture, fixture->path, "kept");
  g_assert_no_errno (link (fixture->path, backup));
  assert_writes (fixture, fixture->path, "2");
  assert_writes (fixture, fixture->path, "3");
  g_assert_true (g_file_get_contents (backup, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "kept");

  htap_test_write_file (target, "untouched");
  g_assert_no_errno (g_unlink (fixture->path));
  g_assert_no_errno (symlink (target, fixture->path));
  assert_writes (fixture, fixture->path, "4");
  assert_writes (fixture, fixture->path, "5");
  g_assert_true (g_file_get_contents (target, &untouched, NULL, NULL));
  g_assert_cmpstr (untouched, ==, "untouched");
}

static gboolean
write_after (gpointer data)
{
  Fixture *fixture = data;

  return write_text (fixture, fixture->path, AFTER, NULL);
}

static gboolean
is_written (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_equal (text, BEFORE) || g_str_equal (text, AFTER));

  return g_str_equal (text, AFTER);
}

/* However far it came, there is the whole of the one or of the other: with a file to swap with, and
 * without one. */
static void
assert_survives (Fixture *fixture, gboolean is_first)
{
  guint n_old = 0, n_new = 0;
  HtapStoppedWriter end = HTAP_WRITER_STOPPED;

  for (guint n_steps = 0; end == HTAP_WRITER_STOPPED; n_steps++)
    {
      assert_writes (fixture, fixture->path, "before that");
      assert_writes (fixture, fixture->path, BEFORE);
      if (is_first)
        htap_swap_file_drop (fixture->swap_file);
      end = htap_stopped_writer_run (n_steps, write_after, fixture);
      if (end == HTAP_WRITER_UNFOLLOWED)
        {
          g_test_skip ("no process may be followed here");
          return;
        }

      if (is_written (fixture->path))
        n_new++;
      else
        n_old++;
      g_assert_true (end == HTAP_WRITER_STOPPED || is_written (fixture->path));
    }

  /* It was stopped before and after the exchange. */
  g_assert_cmpuint (n_old, >, 5);
  g_assert_cmpuint (n_new, >, 1);
}

static void
test_stopped_at_every_step (Fixture *fixture, gconstpointer data)
{
  assert_survives (fixture, FALSE);
  assert_survives (fixture, TRUE);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "b.json", NULL);
  g_autoptr (GError) in_the_way = NULL;
  g_autoptr (GError) not_a_folder = NULL;

  g_assert_no_errno (g_mkdir_with_parents (fixture->path, 0700));
  g_assert_false (write_text (fixture, fixture->path, "a", &in_the_way));
  g_assert_error (in_the_way, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpstr (htap_error_get_details (in_the_way)->subject, ==, fixture->path);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  g_assert_no_errno (g_rmdir (fixture->path));
  assert_writes (fixture, fixture->path, "a");
  g_assert_false (write_text (fixture, below, "b", &not_a_folder));
  g_assert_error (not_a_folder, HTAP_ERROR, HTAP_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/swap-file/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("replaced", test_replaced);
  ADD ("folders", test_folders);
  ADD ("shared", test_shared);
  ADD ("stopped-at-every-step", test_stopped_at_every_step);
  ADD ("refused", test_refused);

  return g_test_run ();
}
