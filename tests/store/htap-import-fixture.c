/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-fixture.h"

#define PATH "/home/somebody/keys"

static gboolean
run (HtapImportParser parse, const char *text, gsize length, GPtrArray *offers, GError **error)
{
  g_autoptr (HtapImportFile) file = htap_import_file_new (PATH, text, length, error);

  return file != NULL && parse (file, offers, error);
}

/**
 * htap_import_fixture_parse:
 *
 * Returns: (transfer full) (element-type HtapImportOffer): what is in @text, which must be
 *   understood
 */
GPtrArray *
htap_import_fixture_parse (HtapImportParser parse, const char *text)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_assert_true (run (parse, text, strlen (text), offers, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < offers->len; i++)
    g_assert_cmpstr (htap_import_offer_get_path (offers->pdata[i]), ==, PATH);

  return offers;
}

/**
 * htap_import_fixture_refuse:
 *
 * @text must not be understood.
 */
void
htap_import_fixture_refuse (HtapImportParser parse, const char *text, HtapErrorReason reason)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_assert_false (run (parse, text, strlen (text), offers, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, reason);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, PATH);
  g_assert_cmpuint (offers->len, ==, 0);
}

/**
 * htap_import_fixture_damage:
 * @text: a good file
 *
 * Cuts @text off at every byte, and puts every troublesome byte in the place of each. Whatever
 * comes of it, it is an offer or an error that holds nothing of the text.
 */
void
htap_import_fixture_damage (HtapImportParser parse, const char *text)
{
  static const char bytes[] = "\"\\{}[],:=\n\r\xff u";
  const gsize length = strlen (text);

  for (gsize i = 0; i <= length; i++)
    for (gsize j = 0; j < sizeof bytes; j++)
      {
        g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (g_object_unref);
        g_autoptr (GError) error = NULL;
        g_autofree char *damaged = g_strndup (text, length);

        damaged[i < length ? i : 0] = bytes[j];
        if (!run (parse, damaged, j == 0 ? i : length, offers, &error))
          {
            g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
            g_assert_true (g_str_has_prefix (error->message, PATH ": "));
            g_assert_null (strstr (error->message, "SECRET"));
          }
      }
}

/**
 * htap_import_fixture_check_key:
 *
 * What is accepted of @offer must be these; %NULL: nothing.
 */
void
htap_import_fixture_check_key (HtapImportOffer *offer,
                               const char *access_key_id,
                               const char *secret_key,
                               const char *security_token)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapProfile) profile = htap_import_offer_accept (offer, nobody, &credentials);

  g_assert_cmpint (htap_profile_get_sign_in (profile), ==, HTAP_SIGN_IN_ACCESS_KEY);
  g_assert_cmpstr (htap_profile_get_access_key_id (profile), ==, access_key_id);
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_SECRET_KEY), ==, secret_key);
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_SECURITY_TOKEN), ==,
                   security_token);
  g_assert_null (htap_credentials_get (credentials, HTAP_SECRET_TOKEN));
  g_assert_null (htap_credentials_get (credentials, HTAP_SECRET_PASSWORD));
}
