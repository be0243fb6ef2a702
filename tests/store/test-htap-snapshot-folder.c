/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot-folder.h"

#include "htap-disk-file.h"
#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#define PROFILE "6f1c"

typedef struct
{
  char *root;
  char *folder; /* of the profile */
  GPtrArray *set_aside;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = htap_test_temporary_directory ();
  fixture->folder = g_build_filename (fixture->root, PROFILE, NULL);
  fixture->set_aside = g_ptr_array_new_with_free_func (g_free);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_remove_tree (fixture->root);
  g_ptr_array_unref (fixture->set_aside);
  g_free (fixture->root);
  g_free (fixture->folder);
}

static void
put (Fixture *fixture, const char *profile, const char *taurus_id, const char *name)
{
  g_autoptr (GBytes) answer = g_bytes_new_static ("{}", 2);
  g_autoptr (HtapSnapshot) snapshot =
      htap_snapshot_new (profile, "cn-north-4", "23a5", taurus_id, answer);
  g_autoptr (GBytes) contents = htap_snapshot_write (snapshot);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (htap_disk_file_write (path, contents, NULL));
}

static void
put_text (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  htap_test_write_file (path, text);
}

static gboolean
is_there (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GPtrArray *
read_all (Fixture *fixture)
{
  return htap_snapshot_folder_read (fixture->folder, PROFILE, fixture->set_aside);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) snapshots = NULL;

  put (fixture, PROFILE, "ain07", "ain07.json");
  put (fixture, PROFILE, "bin07", "bin07.json");
  put (fixture, PROFILE, NULL, "cn-north-4.23a5.json");
  put_text (fixture, "notes.txt", "somebody's");
  snapshots = read_all (fixture);
  g_assert_cmpuint (snapshots->len, ==, 3);
  g_assert_cmpuint (fixture->set_aside->len, ==, 0);
  g_assert_cmpuint (htap_snapshot_folder_get_size (fixture->folder, G_MAXSIZE), >, 300);
  g_assert_cmpuint (htap_snapshot_folder_get_size (fixture->folder, 1), <, 300);
}

static void
test_nothing_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) snapshots = NULL;

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  snapshots = read_all (fixture);
  g_assert_cmpuint (snapshots->len, ==, 0);
  g_assert_cmpuint (htap_snapshot_folder_get_size (fixture->folder, G_MAXSIZE), ==, 0);
  g_assert_true (htap_snapshot_folder_remove (fixture->folder, NULL));
}

/* One that is broken costs the others nothing, and is not lost. */
static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "broken.json", "foreign.json", "other-name.json" };
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GPtrArray) again = NULL;

  put (fixture, PROFILE, "ain07", "ain07.json");
  put_text (fixture, "broken.json", "{\"format\"");
  put (fixture, "another-profile", "foreign", "foreign.json");
  put (fixture, PROFILE, "bin07", "other-name.json");
  snapshots = read_all (fixture);
  g_assert_cmpuint (snapshots->len, ==, 1);
  g_assert_cmpuint (fixture->set_aside->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (is_there (fixture, names[i]));
      g_assert_true (g_file_test (fixture->set_aside->pdata[i], G_FILE_TEST_IS_REGULAR));
      g_assert_nonnull (strstr (fixture->set_aside->pdata[i], ".json.broken-"));
    }

  /* Said once. */
  again = read_all (fixture);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpuint (fixture->set_aside->len, ==, G_N_ELEMENTS (names));
}

/* A pipe would be waited for for ever. */
static void
test_no_plain_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe.json", NULL);
  g_autofree char *large_path = g_build_filename (fixture->folder, "large.json", NULL);
  g_autoptr (GPtrArray) snapshots = NULL;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  htap_test_write_file (large_path, "");
  g_assert_cmpint (truncate (large_path, (off_t) HTAP_SNAPSHOT_LIMIT + 1), ==, 0);
  snapshots = read_all (fixture);
  g_assert_cmpuint (snapshots->len, ==, 0);
  g_assert_cmpuint (fixture->set_aside->len, ==, 2);
}

/* What a writer left that was stopped before it renamed its file. */
static void
test_left_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ain07.json.AB12CD", NULL);
  const struct utimbuf long_ago = { 1000, 1000 };
  g_autoptr (GPtrArray) young = NULL;
  g_autoptr (GPtrArray) old = NULL;

  put_text (fixture, "ain07.json.AB12CD", "half");
  put_text (fixture, "ain07.json.broken-20260101-000000", "kept");
  young = read_all (fixture);
  g_assert_true (is_there (fixture, "ain07.json.AB12CD"));

  g_assert_cmpint (utime (path, &long_ago), ==, 0);
  old = read_all (fixture);
  g_assert_false (is_there (fixture, "ain07.json.AB12CD"));
  g_assert_true (is_there (fixture, "ain07.json.broken-20260101-000000"));
  g_assert_cmpuint (fixture->set_aside->len, ==, 0);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *outside = g_build_filename (fixture->root, "outside.txt", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.json", NULL);
  g_autoptr (GError) error = NULL;

  htap_test_write_file (outside, "mine");
  g_assert_cmpint (symlink (outside, link), ==, 0);
  put (fixture, PROFILE, "ain07", "ain07.json");
  put_text (fixture, "ain07.json.broken-20260101-000000", "set aside");
  g_assert_true (htap_snapshot_folder_remove (fixture->folder, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));
}

static void
test_not_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (fixture->folder, "inner", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  put (fixture, PROFILE, "ain07", "ain07.json");
  put (fixture, PROFILE, "zin07", "zin07.json");
  g_assert_false (htap_snapshot_folder_clear (fixture->root, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_FILE_NOT_REMOVED);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, inner);
  /* It costs the others nothing. */
  g_assert_false (is_there (fixture, "ain07.json"));
  g_assert_false (is_there (fixture, "zin07.json"));
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->root, "removed-long-ago", NULL);
  g_autofree char *file = g_build_filename (fixture->root, "notes.txt", NULL);

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  htap_test_write_file (file, "somebody's");
  put (fixture, PROFILE, "ain07", "ain07.json");
  g_assert_true (htap_snapshot_folder_clear (fixture->root, NULL));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/snapshot-folder/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("read", test_read);
  ADD ("nothing-there", test_nothing_there);
  ADD ("set-aside", test_set_aside);
  ADD ("no-plain-file", test_no_plain_file);
  ADD ("left-over", test_left_over);
  ADD ("remove", test_remove);
  ADD ("not-removed", test_not_removed);
  ADD ("clear", test_clear);
#undef ADD

  return g_test_run ();
}
