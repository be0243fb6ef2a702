/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-language.h"

#include "htap-test.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#define HELPER  "speak"
#define ENGLISH "Try the Demo"
#define CHINESE "体验演示"

static char *folder; /* with the settings */

static char *
dup_path (void)
{
  return g_build_filename (folder, "htap-inventory", "language", NULL);
}

/* What the program would say, were it started like this: @environment is "LC_ALL=… LANGUAGE=…". */
static char *
dup_said (const char *environment)
{
  const char *arguments[] = { "/proc/self/exe", HELPER, NULL };
  g_auto (GStrv) set = g_strsplit (environment, " ", -1);
  g_auto (GStrv) child = g_get_environ ();
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int status;

  child = g_environ_unsetenv (child, "LANGUAGE");
  for (guint i = 0; set[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (set[i], "=", 2);

      child = g_environ_setenv (child, pair[0], pair[1], TRUE);
    }
  g_spawn_sync (NULL, (char **) arguments, child, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return g_steal_pointer (&said);
}

static void
assert_says (const char *environment, const char *expected)
{
  g_autofree char *said = dup_said (environment);

  g_test_message ("%s", environment);
  g_assert_cmpstr (said, ==, expected);
}

static int
speak (void)
{
  htap_language_apply (htap_language_load ());
  bindtextdomain (GETTEXT_PACKAGE, HTAP_TEST_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  fputs (_ (ENGLISH), stdout);

  return 0;
}

static void
test_file (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (htap_language_load (), ==, HTAP_LANGUAGE_SYSTEM);
  /* Nothing to take away is no failure. */
  g_assert_true (htap_language_save (HTAP_LANGUAGE_SYSTEM, &error));

  g_assert_true (htap_language_save (HTAP_LANGUAGE_CHINESE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "zh_CN\n");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (htap_language_load (), ==, HTAP_LANGUAGE_CHINESE);

  g_assert_true (htap_language_save (HTAP_LANGUAGE_ENGLISH, &error));
  g_assert_cmpint (htap_language_load (), ==, HTAP_LANGUAGE_ENGLISH);

  g_assert_true (htap_language_save (HTAP_LANGUAGE_SYSTEM, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  /* Something that no version of the program wrote. */
  g_assert_true (g_file_set_contents (path, "tlh\n", -1, NULL));
  g_assert_cmpint (htap_language_load (), ==, HTAP_LANGUAGE_SYSTEM);
  g_assert_true (htap_language_save (HTAP_LANGUAGE_SYSTEM, &error));
}

static void
test_failure (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *child = g_build_filename (path, "occupied", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (child, 0700), ==, 0);
  g_assert_false (htap_language_save (HTAP_LANGUAGE_CHINESE, &error));
  g_assert_true (error->domain == G_FILE_ERROR);
  g_clear_error (&error);
  g_assert_false (htap_language_save (HTAP_LANGUAGE_SYSTEM, &error));
  g_assert_true (error->domain == G_FILE_ERROR);
  htap_test_remove_tree (path);
}

static void
test_chosen (void)
{
  g_autoptr (GError) error = NULL;

  htap_language_save (HTAP_LANGUAGE_CHINESE, &error);
  assert_says ("LC_ALL=C", CHINESE);
  assert_says ("LC_ALL=POSIX", CHINESE);
  assert_says ("LC_ALL=C.UTF-8", CHINESE);
  assert_says ("LC_ALL=C.UTF-8 LANGUAGE=en", CHINESE);
  assert_says ("LC_ALL=is_not_there.UTF-8", CHINESE);

  htap_language_save (HTAP_LANGUAGE_ENGLISH, &error);
  assert_says ("LC_ALL=C", ENGLISH);
  assert_says ("LC_ALL=C.UTF-8 LANGUAGE=zh_CN", ENGLISH);
}

static void
test_system (void)
{
  g_autofree char *path G_GNUC_UNUSED = dup_path ();
  g_autoptr (GError) error = NULL;

  htap_language_save (HTAP_LANGUAGE_SYSTEM, &error);
  assert_says ("LC_ALL=C", ENGLISH);
  assert_says ("LC_ALL=C.UTF-8", ENGLISH);
  assert_says ("LC_ALL=C.UTF-8 LANGUAGE=zh_CN", CHINESE);
}

static void
test_names (void)
{
  g_assert_cmpstr (htap_language_get_name (HTAP_LANGUAGE_SYSTEM), ==, "System");
  g_assert_cmpstr (htap_language_get_name (HTAP_LANGUAGE_ENGLISH), ==, "English");
  g_assert_cmpstr (htap_language_get_name (HTAP_LANGUAGE_CHINESE), ==, "简体中文");
}

int
main (int argc, char **argv)
{
  int status;

  if (argc == 2 && g_str_equal (argv[1], HELPER))
    return speak ();

  folder = htap_test_temporary_directory ();
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/file", test_file);
  g_test_add_func ("/language/failure", test_failure);
  g_test_add_func ("/language/chosen", test_chosen);
  g_test_add_func ("/language/system", test_system);
  g_test_add_func ("/language/names", test_names);

  status = g_test_run ();
  htap_test_remove_tree (folder);
  g_free (folder);

  return status;
}
