/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-import-text.h"

#include "htap-error-text.h"

static GError *
make_error (HtapError kind, HtapErrorReason reason, const char *subject)
{
  const HtapErrorDetails details = { .reason = reason, .subject = (char *) subject };
  GError *error = NULL;

  htap_error_set (&error, kind, &details, "technical");

  return error;
}

static void
test_sentences (void)
{
  static const struct
  {
    HtapErrorReason reason;
    const char *sentence;
  } cases[] = {
    { HTAP_ERROR_REASON_IMPORT_NOT_A_FILE,
      "/home/k%s is not a file. Choose the file with the keys." },
    { HTAP_ERROR_REASON_IMPORT_TOO_LARGE, "/home/k%s is too large to be a file with keys. Choose "
                                          "another file, or type the keys." },
    { HTAP_ERROR_REASON_IMPORT_BROKEN, "/home/k%s is not understood. Choose another file, or type "
                                       "the keys." },
    { HTAP_ERROR_REASON_IMPORT_NO_KEYS, "There is no access key in /home/k%s. Choose another file, "
                                        "or type the keys." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = make_error (HTAP_ERROR_STORAGE, cases[i].reason, "/home/\nk%s");
      g_autofree char *sentence = htap_error_text_dup_sentence (error, NULL);
      g_autofree char *expected = g_strdup (cases[i].sentence);
      g_autoptr (GString) flat = g_string_new (expected);

      /* The line break is a space, and a path is no format. */
      g_string_replace (flat, "/home/k%s", "/home/ k%s", 1);
      g_assert_cmpstr (sentence, ==, flat->str);
    }
}

static void
test_about (void)
{
  g_autoptr (GError) import =
      make_error (HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_IMPORT_BROKEN, NULL);
  g_autoptr (GError) unreadable = make_error (HTAP_ERROR_STORAGE, HTAP_ERROR_REASON_NONE, "/f");
  g_autoptr (GError) other = make_error (HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_IMPORT_BROKEN, "/f");
  g_autofree char *sentence = htap_error_import_text_dup (import);

  g_assert_true (htap_error_import_text_is_about_import (import));
  g_assert_false (htap_error_import_text_is_about_import (unreadable));
  g_assert_false (htap_error_import_text_is_about_import (other));
  g_assert_true (g_str_has_prefix (sentence, "?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-import-text/sentences", test_sentences);
  g_test_add_func ("/error-import-text/about", test_about);

  return g_test_run ();
}
