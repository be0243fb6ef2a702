/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-file.h"

#include "htap-test.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static char *
write_file (const char *folder, const char *contents, gssize length)
{
  char *path = g_build_filename (folder, "keys", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  return path;
}

static void
check_refused (const char *path, HtapErrorReason reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapImportFile) file = htap_import_file_read (path, &error);

  g_assert_null (file);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, reason);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, path);
}

static void
test_read (void)
{
  static const struct
  {
    const char *contents;
    const char *text;
  } cases[] = {
    { "", "" },
    { "a=你\n", "a=你\n" },
    { "\357\273\277a", "a" },
    { "\357\273\277", "" },
  };
  g_autofree char *folder = htap_test_temporary_directory ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = write_file (folder, cases[i].contents, -1);
      g_autoptr (HtapImportFile) file = htap_import_file_read (path, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (file->path, ==, path);
      g_assert_cmpstr (file->text, ==, cases[i].text);
      g_assert_cmpuint (file->length, ==, strlen (cases[i].text));
    }

  htap_test_remove_tree (folder);
}

static void
test_limit (void)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *contents = g_strnfill (HTAP_IMPORT_FILE_LIMIT + 1, 'x');
  g_autofree char *path = write_file (folder, contents, HTAP_IMPORT_FILE_LIMIT);
  g_autoptr (HtapImportFile) file = htap_import_file_read (path, NULL);
  g_autofree char *larger = write_file (folder, contents, HTAP_IMPORT_FILE_LIMIT + 1);

  g_assert_nonnull (file);
  g_assert_cmpuint (strlen (file->text), ==, HTAP_IMPORT_FILE_LIMIT);
  check_refused (larger, HTAP_ERROR_REASON_IMPORT_TOO_LARGE);

  htap_test_remove_tree (folder);
}

static void
test_no_text (void)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *broken = write_file (folder, "a\xff", 2);

  check_refused (broken, HTAP_ERROR_REASON_IMPORT_BROKEN);
  g_free (broken);
  broken = write_file (folder, "a\0b", 3);
  check_refused (broken, HTAP_ERROR_REASON_IMPORT_BROKEN);

  htap_test_remove_tree (folder);
}

/* Nobody waits for a pipe that nobody writes to, nor for a device that never ends. */
static void
test_no_file (void)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  check_refused (pipe, HTAP_ERROR_REASON_IMPORT_NOT_A_FILE);
  check_refused (folder, HTAP_ERROR_REASON_IMPORT_NOT_A_FILE);
  check_refused ("/dev/zero", HTAP_ERROR_REASON_IMPORT_NOT_A_FILE);
  check_refused (nowhere, HTAP_ERROR_REASON_NONE);

  htap_test_remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-file/read", test_read);
  g_test_add_func ("/import-file/limit", test_limit);
  g_test_add_func ("/import-file/no-text", test_no_text);
  g_test_add_func ("/import-file/no-file", test_no_file);

  return g_test_run ();
}
