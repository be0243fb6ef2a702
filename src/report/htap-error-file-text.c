/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-file-text.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_storage (HtapErrorReason reason, const char *file)
{
  if (file == NULL)
    return g_strdup (_ ("A file could not be read or written. Check its permissions and the free "
                        "space."));

  switch (reason)
    {
    case HTAP_ERROR_REASON_FILE_UNREADABLE:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (_ ("%s is there but cannot be read, so nothing is written to it "
                                 "either. Check its permissions."),
                              file);
    case HTAP_ERROR_REASON_FILE_NOT_WRITTEN:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (_ ("%s could not be written and is as it was before. Check the "
                                 "permissions of its folder and the free space."),
                              file);
    case HTAP_ERROR_REASON_FILE_NOT_REMOVED:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (_ ("%s could not be removed and is still there. Check the permissions "
                                 "of its folder."),
                              file);
    case HTAP_ERROR_REASON_SNAPSHOT_SET_ASIDE:
      /* Translators: %s is the path of one or more files. */
      return g_strdup_printf (_ ("Saved data could not be understood and was set aside as %s. It is "
                                 "read from the cloud again."),
                              file);
    case HTAP_ERROR_REASON_CHANGES_SET_ASIDE:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (_ ("The list of changes could not be understood and was set aside as "
                                 "%s. What could be read of it is still shown."),
                              file);
    default:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (_ ("%s could not be read or written. Check its permissions and the "
                                 "free space."),
                              file);
    }
}

static char *
dup_profiles_file (HtapErrorReason reason, const char *subject)
{
  switch (reason)
    {
    case HTAP_ERROR_REASON_FILE_SET_ASIDE:
      /* Translators: %s is the path of a file. Leave profiles.ini as it is. */
      return g_strdup_printf (
          _ ("The file with your profiles could not be understood and was set "
             "aside as %s. Correct that file and name it profiles.ini again, or "
             "add your profiles anew; keys and tokens are still in the "
             "keyring."),
          subject);
    case HTAP_ERROR_REASON_FILE_BROKEN:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (_ ("%s cannot be understood, so it is neither used nor changed. "
                                 "Correct the file, or move it away."),
                              subject);
    case HTAP_ERROR_REASON_GROUPS_LEFT_OUT:
    default:
      /* Translators: %s is one or more names in brackets, with commas between them: “[profile a],
       * [profile b]”. Leave Name, SignIn, token, password and access-key as they are. */
      return g_strdup_printf (
          _ ("The file with your profiles has parts that are not understood and "
             "are left alone: %s. A profile needs a Name, and as its SignIn "
             "token, password or access-key."),
          subject);
    }
}

/**
 * htap_error_file_text_is_about_file:
 * @error: an #HtapError
 *
 * Returns: whether it is about a file of ours as a whole, not about what a profile in it says
 */
gboolean
htap_error_file_text_is_about_file (const GError *error)
{
  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_STORAGE))
    return TRUE;

  switch (htap_error_get_details (error)->reason)
    {
    case HTAP_ERROR_REASON_FILE_SET_ASIDE:
    case HTAP_ERROR_REASON_FILE_BROKEN:
    case HTAP_ERROR_REASON_GROUPS_LEFT_OUT:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * htap_error_file_text_dup_title:
 * @error: one for which htap_error_file_text_is_about_file() holds
 *
 * Returns: (transfer full): what htap_error_text_dup_title() says of it
 */
char *
htap_error_file_text_dup_title (const GError *error)
{
  HtapErrorReason reason = htap_error_get_details (error)->reason;

  if (reason == HTAP_ERROR_REASON_SNAPSHOT_SET_ASIDE ||
      reason == HTAP_ERROR_REASON_CHANGES_SET_ASIDE)
    return g_strdup (_ ("Saved Data Set Aside"));
  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_STORAGE))
    return g_strdup (_ ("File Not Accessible"));
  if (reason == HTAP_ERROR_REASON_FILE_SET_ASIDE)
    return g_strdup (_ ("Profiles Set Aside"));

  return g_strdup (_ ("Profiles Not Understood"));
}

/**
 * htap_error_file_text_dup:
 * @error: one for which htap_error_file_text_is_about_file() holds
 *
 * Returns: (transfer full): what htap_error_text_dup_sentence() says of it
 */
char *
htap_error_file_text_dup (const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);
  g_autofree char *subject = htap_safe_text_dup (details->subject);

  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_STORAGE))
    return dup_storage (details->reason, subject);

  return dup_profiles_file (details->reason, subject != NULL ? subject : "profiles.ini");
}
