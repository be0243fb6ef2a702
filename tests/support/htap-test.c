/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test.h"

#include <glib/gstdio.h>

/* Long enough for a busy machine under a sanitizer; a test that needs it has already failed. */
#define DEADLINE_SECONDS 30

static gboolean
on_deadline (gpointer user_data)
{
  g_error ("waited %d seconds in vain for: %s", DEADLINE_SECONDS, (const char *) user_data);

  return G_SOURCE_REMOVE;
}

/**
 * htap_test_fixture:
 * @name: path below `tests/fixtures`
 *
 * Returns: (transfer full): its bytes; a test without its fixture fails
 */
GBytes *
htap_test_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (HTAP_TEST_FIXTURES, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

/**
 * htap_test_temporary_directory:
 *
 * Returns: (transfer full): a new folder of the test's own, mode 0700
 */
char *
htap_test_temporary_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("htap-test-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

/**
 * htap_test_remove_tree:
 * @path: a folder that htap_test_temporary_directory() made
 */
void
htap_test_remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        htap_test_remove_tree (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

/**
 * htap_test_write_file:
 * @path: by rename; its folder is made if it is not there
 */
void
htap_test_write_file (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/**
 * htap_test_on_result:
 * @user_data: (type GAsyncResult**): where the result goes
 *
 * A #GAsyncReadyCallback for htap_test_await().
 */
void
htap_test_on_result (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/**
 * htap_test_await:
 * @result: what was given to htap_test_on_result(); %NULL inside when the operation was begun
 *
 * Returns: (transfer none): the result, once it is there
 */
GAsyncResult *
htap_test_await (GAsyncResult **result)
{
  htap_test_wait_until (has_result, result, "the result of an operation");

  return *result;
}

/**
 * htap_test_wait_until:
 * @condition: what to wait for, looked at after each turn of the main loop
 * @what: what it is, for the message when it never comes
 *
 * Runs the default main context until @condition holds; aborts the test at a deadline, which the
 * environment's HTAP_TEST_PATIENCE puts off so many times.
 */
void
htap_test_wait_until (gboolean (*condition) (gpointer data), gpointer data, const char *what)
{
  const char *patience = g_getenv ("HTAP_TEST_PATIENCE");
  guint times =
      patience != NULL ? (guint) CLAMP (g_ascii_strtoull (patience, NULL, 10), 1, 100) : 1;
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS * times, on_deadline, (gpointer) what);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (deadline);
}
