/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-program.h"

#include "htap-inventory.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Where this program lies; also after an update put another in its place. */
static char *
dup_path (GError **error)
{
  static const char deleted[] = " (deleted)";
  char *path = g_file_read_link ("/proc/self/exe", error);

  if (path != NULL && g_str_has_suffix (path, deleted))
    path[strlen (path) - strlen (deleted)] = '\0';

  return path;
}

/**
 * htap_program_dup_environment:
 *
 * To be called before the program changes its own.
 *
 * Returns: (transfer full): the environment this program was started in, without what was meant for
 *   this one start; for the programs it starts itself
 */
char **
htap_program_dup_environment (void)
{
  static const char *const once[] = { "DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN",
                                      "DBUS_STARTER_ADDRESS", "DBUS_STARTER_BUS_TYPE" };
  char **environment = g_get_environ ();

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    environment = g_environ_unsetenv (environment, once[i]);

  return environment;
}

/**
 * htap_program_hide_secrets:
 *
 * Takes them out of this program's environment, which other programs get that it starts, such as
 * the browser. To be called after htap_program_dup_environment(), and before any thread.
 */
void
htap_program_hide_secrets (void)
{
  htap_inventory_hide_secrets ();
}

/* What was taken out of this process's own environment, its secrets, stays out of another's. %NULL,
 * for this one, has none anyway. */
static char **
dup_without_hidden (char **environment)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  if (environment == NULL)
    return NULL;

  for (guint i = 0; environment[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (environment[i], strcspn (environment[i], "="));

      if (g_getenv (name) != NULL)
        g_strv_builder_add (kept, environment[i]);
    }

  return g_strv_builder_end (kept);
}

/**
 * htap_program_start:
 * @option: what the program is told, such as `--demo`
 *
 * A process of its own: the demo and the real thing share nothing, not even their identity.
 *
 * Returns: %FALSE with %G_SPAWN_ERROR or %G_FILE_ERROR
 */
gboolean
htap_program_start (char **environment, const char *option, GError **error)
{
  g_autofree char *path = dup_path (error);
  g_auto (GStrv) harmless = dup_without_hidden (environment);
  const char *arguments[] = { path, option, NULL };

  return path != NULL && g_spawn_async (NULL, (char **) arguments, harmless, G_SPAWN_DEFAULT, NULL,
                                        NULL, NULL, error);
}

/**
 * htap_program_start_over:
 *
 * Puts a new start of the program in the place of this process, which ends what it has of screen
 * and buses. Called when everything is saved and closed; returns only if that fails.
 */
void
htap_program_start_over (char **environment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dup_path (&error);
  const char *arguments[] = { path, NULL };

  if (path != NULL)
    execve (path, (char **) arguments, environment);

  g_printerr ("%s\n", error != NULL ? error->message : g_strerror (errno));
}
