/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"

#include "htap-test-samples.h"

#define NOW 1711094408 /* 2024-03-22T08:00:08Z */

static void
test_titles (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint kind = 0; kind <= HTAP_ERROR_CONFIG; kind++)
    {
      g_autoptr (GError) error = NULL;
      char *title;

      htap_error_set (&error, kind, NULL, "technical");
      title = htap_error_text_dup_title (error, source);
      g_assert_cmpstr (title, !=, "");
      g_assert_true (g_hash_table_add (titles, title));
    }
}

static void
assert_title (HtapError kind, HtapErrorReason reason, HtapSource *source, const char *expected)
{
  const HtapErrorDetails details = { .reason = reason };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  htap_error_set (&error, kind, &details, "technical");
  title = htap_error_text_dup_title (error, source);
  g_assert_cmpstr (title, ==, expected);
}

static void
test_special_titles (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  assert_title (HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_NONE, source,
                "Access Denied in CN North-Beijing4");
  assert_title (HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_NONE, NULL, "Access Denied");
  assert_title (HTAP_ERROR_AUTH, HTAP_ERROR_REASON_NONE, source, "Sign-In Failed");
  assert_title (HTAP_ERROR_AUTH, HTAP_ERROR_REASON_NO_CREDENTIALS, source, "Not Signed In");
}

/* Whatever comes, a person gets a sentence: one line, and nothing that drives a terminal. */
static void
test_every_error_has_a_sentence (void)
{
  static const HtapErrorDetails hostile = {
    .code = (char *) "\x1B[1m\nX",
    .server_message = (char *) "\x1B]0;owned\x07\r\n<b>\xFF",
    .endpoint = (char *) "GET https://ho\x1Bst/",
    .subject = (char *) "\xE2\x80\xAE"
                        "evil\n",
  };
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  for (guint kind = 0; kind <= HTAP_ERROR_CONFIG; kind++)
    for (guint reason = 0; reason <= HTAP_ERROR_REASON_IMPORT_NO_KEYS; reason++)
      for (guint variant = 0; variant < 4; variant++)
        {
          HtapErrorDetails details = variant & 1 ? hostile : (HtapErrorDetails){ 0 };
          g_autoptr (GError) error = NULL;
          g_autofree char *sentence = NULL;

          details.reason = reason;
          htap_error_set (&error, kind, &details, "technical");
          sentence = htap_error_text_dup_sentence (error, variant & 2 ? source : NULL);

          g_assert_true (g_utf8_validate (sentence, -1, NULL));
          g_assert_true (g_str_has_suffix (sentence, "."));
          for (const char *c = sentence; *c != '\0'; c = g_utf8_next_char (c))
            {
              GUnicodeType type = g_unichar_type (g_utf8_get_char (c));

              g_assert_true (type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT);
            }
        }
}

static void
test_foreign (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No such thing");
  g_autofree char *title = htap_error_text_dup_title (error, NULL);
  g_autofree char *sentence = htap_error_text_dup_sentence (error, NULL);

  g_assert_cmpstr (title, ==, "Unexpected Error");
  g_assert_cmpstr (sentence, ==, "Something unexpected happened: No such thing");
}

static void
test_age (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GError) error = NULL;
  g_autofree char *unread = NULL;
  g_autofree char *read = NULL;
  g_autofree char *nowhere = NULL;

  htap_error_set (&error, HTAP_ERROR_NETWORK, NULL, "technical");
  unread = htap_error_text_dup_sentence_and_age (error, source, NOW);
  htap_source_succeed (source, NOW - 60, 1, 10, 1, NULL);
  read = htap_error_text_dup_sentence_and_age (error, source, NOW);
  nowhere = htap_error_text_dup_sentence_and_age (error, NULL, NOW);

  g_assert_cmpstr (unread, ==, "Cannot reach Huawei Cloud. Check network, VPN and proxy.");
  g_assert_cmpstr (read, ==,
                   "Cannot reach Huawei Cloud. Check network, VPN and proxy. "
                   "Showing data from 07:59.");
  g_assert_cmpstr (nowhere, ==, unread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-text/titles", test_titles);
  g_test_add_func ("/error-text/special-titles", test_special_titles);
  g_test_add_func ("/error-text/every-error-has-a-sentence", test_every_error_has_a_sentence);
  g_test_add_func ("/error-text/foreign", test_foreign);
  g_test_add_func ("/error-text/age", test_age);

  return g_test_run ();
}
