/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-program.h"

#include "htap-test.h"

#include <glib/gstdio.h>

/* This test is the program that is started: its own file lies where the program's would. */
#define MARK            "HTAP_TEST_STARTED_OVER"
#define FILE_VARIABLE   "HTAP_TEST_FILE"
#define SECRET_VARIABLE "HW_SECRET_KEY"

static void
test_environment (void)
{
  g_auto (GStrv) environment = NULL;

  g_setenv ("DESKTOP_STARTUP_ID", "gnome-shell-1", TRUE);
  g_setenv ("XDG_ACTIVATION_TOKEN", "gnome-shell-2", TRUE);
  g_setenv ("LANGUAGE", "fr", TRUE);
  environment = htap_program_dup_environment ();
  g_setenv ("LANGUAGE", "zh_CN", TRUE);

  g_assert_null (g_environ_getenv (environment, "DESKTOP_STARTUP_ID"));
  g_assert_null (g_environ_getenv (environment, "XDG_ACTIVATION_TOKEN"));
  g_assert_cmpstr (g_environ_getenv (environment, "LANGUAGE"), ==, "fr");
  g_assert_cmpstr (g_environ_getenv (environment, "PATH"), ==, g_getenv ("PATH"));
  g_unsetenv ("LANGUAGE");
}

/* The program itself has them still, and can start over with them. */
static void
test_secrets (void)
{
  g_auto (GStrv) environment = NULL;

  g_setenv ("HW_SECRET_KEY", "secret", TRUE);
  environment = htap_program_dup_environment ();
  htap_program_hide_secrets ();

  g_assert_cmpstr (g_environ_getenv (environment, "HW_SECRET_KEY"), ==, "secret");
  g_assert_null (g_getenv ("HW_SECRET_KEY"));
}

static void
test_start_over (void)
{
  g_auto (GStrv) environment = NULL;

  if (g_test_subprocess ())
    {
      environment = g_environ_setenv (htap_program_dup_environment (), MARK, "yes", TRUE);
      htap_program_start_over (environment);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*as if it was the first time, without arguments*");
}

static gboolean
is_written (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

/* Nothing else would wake the main loop up. */
static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_start (void)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *file = g_build_filename (folder, "demo", NULL);
  g_auto (GStrv) environment = NULL;
  g_autofree char *secret = NULL;
  g_autoptr (GError) error = NULL;
  guint tick;

  g_setenv (FILE_VARIABLE, file, TRUE);
  environment = g_environ_setenv (htap_program_dup_environment (), SECRET_VARIABLE, "s3cr3t", TRUE);
  g_assert_true (htap_program_start (environment, "--demo", &error));
  g_assert_no_error (error);
  tick = g_timeout_add (20, on_tick, NULL);
  htap_test_wait_until (is_written, file, "the demo");
  g_source_remove (tick);
  /* This process does not have it, as if it had taken it out. */
  g_assert_true (g_file_get_contents (file, &secret, NULL, NULL));
  g_assert_cmpstr (secret, ==, "none");
  htap_test_remove_tree (folder);
}

int
main (int argc, char **argv)
{
  if (g_getenv (MARK) != NULL)
    {
      if (argc == 1)
        g_print ("as if it was the first time, without arguments\n");
      return 0;
    }
  if (argc == 2 && g_str_equal (argv[1], "--demo"))
    {
      const char *secret = g_getenv (SECRET_VARIABLE);

      return g_file_set_contents (g_getenv (FILE_VARIABLE), secret != NULL ? secret : "none", -1,
                                  NULL)
                 ? 0
                 : 1;
    }

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/program/environment", test_environment);
  g_test_add_func ("/program/secrets", test_secrets);
  g_test_add_func ("/program/start-over", test_start_over);
  g_test_add_func ("/program/start", test_start);

  return g_test_run ();
}
