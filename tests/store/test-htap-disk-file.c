/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-disk-file.h"

#include "htap-error.h"
#include "htap-stopped-writer.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder; /* temporary */
  char *path;   /* of a file in it */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = htap_test_temporary_directory ();
  fixture->path = g_build_filename (fixture->folder, "file.ini", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));

  return htap_disk_file_write (path, contents, error);
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

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (htap_disk_file_read (fixture->path, &none, &error));
  g_assert_null (none);

  htap_test_write_file (fixture->path, "text");
  g_assert_true (htap_disk_file_read (fixture->path, &contents, &error));
  g_assert_cmpmem (g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), "text", 4);
  g_assert_no_error (error);
}

/* What is there and cannot be read is not "no file". */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (htap_disk_file_read (fixture->folder, &contents, &error));
  g_assert_null (contents);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_FILE_UNREADABLE);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, fixture->folder);
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  htap_test_write_file (fixture->path, "before");
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_true (write_text (fixture->path, "after", &error));
  g_assert_no_error (error);
  assert_text (fixture->path, "after");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  g_assert_true (write_text (fixture->path, "", &error));
  assert_text (fixture->path, "");
}

/* Whoever holds the old file open reads it to its end: it is replaced, not written over. */
static void
test_written_by_rename (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other_name = g_build_filename (fixture->folder, "same", NULL);
  g_autoptr (GError) error = NULL;

  htap_test_write_file (fixture->path, "before");
  g_assert_cmpint (link (fixture->path, other_name), ==, 0);
  g_assert_true (write_text (fixture->path, "after", &error));
  assert_text (other_name, "before");
}

/* A disk is full in the middle of a file. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (100 * 1000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  gboolean written;

  htap_test_write_file (fixture->path, "before");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 10 * 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  written = write_text (fixture->path, large, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (written);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_FILE_NOT_WRITTEN);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, fixture->path);
  assert_text (fixture->path, "before");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static int
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return (int) (status.st_mode & 07777);
}

#define BEFORE "the whole of what was there before"
#define AFTER  "the whole of what is there after"

static gboolean
write_after (gpointer path)
{
  return write_text (path, AFTER, NULL);
}

static gboolean
is_written (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_equal (text, BEFORE) || g_str_equal (text, AFTER));

  return g_str_equal (text, AFTER);
}

/* However far it came: there is the whole of the one or of the other, for its owner's eyes alone.
 */
static void
test_stopped_at_every_step (Fixture *fixture, gconstpointer data)
{
  guint n_old = 0, n_new = 0;
  HtapStoppedWriter end = HTAP_WRITER_STOPPED;

  for (guint n_steps = 0; end == HTAP_WRITER_STOPPED; n_steps++)
    {
      g_assert_true (write_text (fixture->path, BEFORE, NULL));
      end = htap_stopped_writer_run (n_steps, write_after, fixture->path);
      if (end == HTAP_WRITER_UNFOLLOWED)
        {
          g_test_skip ("no process may be followed here");
          return;
        }

      g_assert_cmpint (get_mode (fixture->path), ==, 0600);
      if (is_written (fixture->path))
        n_new++;
      else
        n_old++;
      g_assert_true (end == HTAP_WRITER_STOPPED || is_written (fixture->path));
    }

  /* It writes, flushes and renames: it was stopped before and after. */
  g_assert_cmpuint (n_old, >, 5);
  g_assert_cmpuint (n_new, >, 1);
}

static gboolean
replace_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));

  return htap_disk_file_replace (path, contents, error);
}

/* Whoever could read it before still can, also where new files are for fewer. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GError) error = NULL;
  mode_t before = umask (027);

  g_assert_true (replace_text (fixture->path, "new", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_mode (fixture->path), ==, 0640);

  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  g_assert_cmpint (symlink ("file.ini", link_path), ==, 0);
  g_assert_true (replace_text (link_path, "newer", &error));
  g_assert_no_error (error);
  umask (before);
  g_assert_cmpint (get_mode (fixture->path), ==, 0664);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_text (fixture->path, "newer");
}

/* It stays what it is. */
static void
test_no_regular_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_false (replace_text (fixture->path, "text", &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 7, 9, 8, 5, 3);
  static const char *const suffixes[] = { ".broken-20260709-080503", ".broken-20260709-080503-2",
                                          ".broken-20260709-080503-3" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *text = g_strdup_printf ("broken %u", i);
      g_autofree char *expected = g_strconcat (fixture->path, suffixes[i], NULL);
      g_autofree char *copy = NULL;
      g_autoptr (GError) error = NULL;

      htap_test_write_file (fixture->path, text);
      copy = htap_disk_file_set_aside (fixture->path, now, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (copy, ==, expected);
      assert_text (copy, text);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }

  {
    g_autofree char *first = g_strconcat (fixture->path, suffixes[0], NULL);

    assert_text (first, "broken 0");
  }
}

static void
test_set_aside_behind_a_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "mine.ini", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 7, 9, 8, 5, 3);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_write_file (target, "broken");
  g_assert_cmpint (symlink ("mine.ini", fixture->path), ==, 0);
  copy = htap_disk_file_set_aside (fixture->path, now, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (copy, target));
  assert_text (copy, "broken");

  /* The link still leads to where its owner keeps the file. */
  g_assert_true (write_text (fixture->path, "new", &error));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_text (target, "new");
}

static void
test_set_aside_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) refused = NULL;

  g_assert_null (htap_disk_file_set_aside (fixture->path, now, &missing));
  g_assert_error (missing, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);

  /* /proc takes no new files from anybody, root included. */
  g_assert_null (htap_disk_file_set_aside ("/proc/version", now, &refused));
  g_assert_error (refused, HTAP_ERROR, HTAP_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/disk-file/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("read", test_read);
  ADD ("unreadable", test_unreadable);
  ADD ("write", test_write);
  ADD ("written-by-rename", test_written_by_rename);
  ADD ("full-disk", test_full_disk);
  ADD ("stopped-at-every-step", test_stopped_at_every_step);
  ADD ("replace", test_replace);
  ADD ("no-regular-file", test_no_regular_file);
  ADD ("set-aside", test_set_aside);
  ADD ("set-aside-behind-a-link", test_set_aside_behind_a_link);
  ADD ("set-aside-fails", test_set_aside_fails);
#undef ADD

  return g_test_run ();
}
