/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-file-text.h"

#include "htap-error-text.h"

#define COPY "/home/me/profiles.ini.broken-20260709-080503"

static const struct
{
  HtapError kind;
  HtapErrorReason reason;
  const char *subject;
  const char *title;
  const char *sentence;
} cases[] = {
  { HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_FILE_SET_ASIDE, COPY, "Profiles Set Aside",
    "The file with your profiles could not be understood and was set aside as " COPY
    ". Correct that file and name it profiles.ini again, or add your profiles anew; keys and tokens "
    "are still in the keyring." },
  { HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_FILE_BROKEN, "/home/me/profiles.ini",
    "Profiles Not Understood",
    "/home/me/profiles.ini cannot be understood, so it is neither used nor changed. Correct the "
    "file, or move it away." },
  { HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_GROUPS_LEFT_OUT, "[profile a], [profile b\n\033[31m]",
    "Profiles Not Understood",
    "The file with your profiles has parts that are not understood and are left alone: [profile a], "
    "[profile b \357\277\275[31m]. A profile needs a Name, and as its SignIn token, password or access-key." },
  { HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_FILE_UNREADABLE, "/home/me/profiles.ini",
    "File Not Accessible",
    "/home/me/profiles.ini is there but cannot be read, so nothing is written to it either. Check "
    "its permissions." },
  { HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_FILE_NOT_WRITTEN, "/home/me/profiles.ini",
    "File Not Accessible",
    "/home/me/profiles.ini could not be written and is as it was before. Check the permissions of "
    "its folder and the free space." },
  { HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_FILE_NOT_REMOVED, "/home/me/cache/ain07.json",
    "File Not Accessible",
    "/home/me/cache/ain07.json could not be removed and is still there. Check the permissions of "
    "its folder." },
  { HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_SNAPSHOT_SET_ASIDE, "/home/me/cache/*.broken-*",
    "Saved Data Set Aside",
    "Saved data could not be understood and was set aside as /home/me/cache/*.broken-*. It is read "
    "from the cloud again." },
  { HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_CHANGES_SET_ASIDE, "/home/me/changes.jsonl.broken-1",
    "Saved Data Set Aside",
    "The list of changes could not be understood and was set aside as "
    "/home/me/changes.jsonl.broken-1. What could be read of it is still shown." },
  { HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_NONE, "/home/me/profiles.ini", "File Not Accessible",
    "/home/me/profiles.ini could not be read or written. Check its permissions and the free "
    "space." },
  { HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_NONE, NULL, "File Not Accessible",
    "A file could not be read or written. Check its permissions and the free space." },
};

/* By the way that people are told: through htap-error-text. */
static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapErrorDetails details = { .reason = cases[i].reason,
                                         .subject = (char *) cases[i].subject };
      g_autoptr (GError) error = NULL;
      g_autofree char *title = NULL;
      g_autofree char *sentence = NULL;

      htap_error_set (&error, cases[i].kind, &details, "technical");
      g_assert_true (htap_error_file_text_is_about_file (error));
      title = htap_error_text_dup_title (error, NULL);
      sentence = htap_error_text_dup_sentence (error, NULL);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What a profile says is corrected in the window, not in the file. */
static void
test_others (void)
{
  const HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_PROJECT };
  g_autoptr (GError) config = NULL;
  g_autoptr (GError) network = NULL;
  g_autoptr (GError) foreign = g_error_new (G_IO_ERROR, HTAP_ERROR_STORAGE, "foreign");

  htap_error_set (&config, HTAP_ERROR_CONFIG, &details, "technical");
  htap_error_set (&network, HTAP_ERROR_NETWORK, NULL, "technical");
  g_assert_false (htap_error_file_text_is_about_file (config));
  g_assert_false (htap_error_file_text_is_about_file (network));
  g_assert_false (htap_error_file_text_is_about_file (foreign));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-file-text/sentences", test_sentences);
  g_test_add_func ("/error-file-text/others", test_others);

  return g_test_run ();
}
