/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-export.h"

#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder; /* temporary */
  char *path;   /* of a file in it */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = htap_test_temporary_directory ();
  fixture->path = g_build_filename (fixture->folder, "instances.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean export(Fixture *fixture, const char *text, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));
  g_autoptr (GAsyncResult) result = NULL;

  htap_export_async (fixture->path, contents, htap_test_on_result, &result);
  /* It is not written on the way. */
  g_assert_null (result);

  return htap_export_finish (htap_test_await (&result), error);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (export(fixture, "Name\r\n", &error));
  g_assert_no_error (error);
  assert_text (fixture, "Name\r\n");
}

static void
test_existing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  htap_test_write_file (fixture->path, "before, and longer than after");
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_true (export(fixture, "after", &error));
  g_assert_no_error (error);
  assert_text (fixture, "after");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0666);
}

/* A disk is full in the middle of the file. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (100 * 1000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  struct rlimit before, limit;
  gboolean written;

  htap_test_write_file (fixture->path, "before");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 10 * 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  written = export(fixture, large, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (written);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_FILE_NOT_WRITTEN);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, fixture->path);
  assert_text (fixture, "before");

  /* Nothing half written is left beside it. */
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "instances.csv");
  g_assert_null (g_dir_read_name (folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/export/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/export/existing", Fixture, NULL, set_up, test_existing, tear_down);
  g_test_add ("/export/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);

  return g_test_run ();
}
