/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-language.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* What the file says, and what LANGUAGE is set to; nothing for the system's. */
static const char *const codes[HTAP_N_LANGUAGES] = {
  [HTAP_LANGUAGE_ENGLISH] = "en",
  [HTAP_LANGUAGE_CHINESE] = "zh_CN",
};

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "htap-inventory", "language", NULL);
}

/**
 * htap_language_load:
 *
 * Starts no thread.
 *
 * Returns: what was chosen; the system's language if there is no file or nothing sensible in it
 */
HtapLanguage
htap_language_load (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *content = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    return HTAP_LANGUAGE_SYSTEM;

  g_strstrip (content);
  for (guint i = 0; i < HTAP_N_LANGUAGES; i++)
    if (g_strcmp0 (codes[i], content) == 0)
      return i;

  return HTAP_LANGUAGE_SYSTEM;
}

static gboolean
fail (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
               g_strerror (code));

  return FALSE;
}

/**
 * htap_language_save:
 *
 * For the next start. The system's language is no file.
 *
 * Returns: %FALSE with %G_FILE_ERROR, and what was chosen before stays
 */
gboolean
htap_language_save (HtapLanguage self, GError **error)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *content = NULL;

  g_return_val_if_fail (self < HTAP_N_LANGUAGES, FALSE);

  if (codes[self] == NULL)
    return g_unlink (path) == 0 || errno == ENOENT || fail (error, path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, folder);

  content = g_strdup_printf ("%s\n", codes[self]);

  return g_file_set_contents_full (path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* gettext asks for no translation there, whatever LANGUAGE says; of C.UTF-8 it depends on the C
 * library's version. */
static gboolean
is_untranslatable (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") ||
         g_str_has_prefix (locale, "C.");
}

static void
leave_c_locale (void)
{
  static const char *const locales[] = { "zh_CN.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "zh_TW.UTF-8",
                                         "zh_HK.UTF-8", "zh_SG.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8",
                                         "ja_JP.UTF-8", "C.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) != NULL)
      {
        /* Without it a terminal would get question marks. */
        if (strcmp (setlocale (LC_CTYPE, NULL), "C") == 0)
          setlocale (LC_CTYPE, locales[i]);
        return;
      }
}

/**
 * htap_language_apply:
 *
 * Sets the process's locale, and makes gettext speak the language in it. Called at the very start
 * of main(), before any thread: it changes the environment.
 */
void
htap_language_apply (HtapLanguage self)
{
  g_return_if_fail (self < HTAP_N_LANGUAGES);

  setlocale (LC_ALL, "");
  if (codes[self] == NULL)
    return;

  g_setenv ("LANGUAGE", codes[self], TRUE);
  if (is_untranslatable (setlocale (LC_MESSAGES, NULL)))
    leave_c_locale ();
}

/**
 * htap_language_get_name:
 *
 * Returns: its name in itself, so that everybody finds their own; "System" in the present language
 */
const char *
htap_language_get_name (HtapLanguage self)
{
  switch (self)
    {
    case HTAP_LANGUAGE_ENGLISH:
      return "English";
    case HTAP_LANGUAGE_CHINESE:
      return "简体中文";
    case HTAP_LANGUAGE_SYSTEM:
    case HTAP_N_LANGUAGES:
    default:
      /* Translators: the language is the one of the system. */
      return C_ ("language", "System");
    }
}
