/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-authorizer.h"

#include "htap-error.h"

#include <string.h>

static const char *
get_token (SoupMessage *request)
{
  return soup_message_headers_get_one (soup_message_get_request_headers (request), "X-Auth-Token");
}

static void
test_token (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("MIIabc+/=");
  g_autoptr (SoupMessage) request = soup_message_new (SOUP_METHOD_GET, "https://db.example.com/");
  g_autoptr (GError) error = NULL;

  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_TOKEN);
  g_assert_true (htap_authorizer_authorize (profile, credentials, request, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_token (request), ==, "MIIabc+/=");
}

static void
test_refused (void)
{
  g_autoptr (HtapCredentials) none = htap_credentials_new ();
  g_autoptr (HtapCredentials) line_break = htap_credentials_new_token ("secret\r\nX-Other: y");
  g_autoptr (HtapCredentials) space = htap_credentials_new_token ("secret token");
  g_autoptr (HtapCredentials) good = htap_credentials_new_token ("secret");
  const struct
  {
    HtapSignIn sign_in;
    HtapCredentials *credentials;
    HtapErrorReason reason;
  } cases[] = {
    { HTAP_SIGN_IN_TOKEN, NULL, HTAP_ERROR_REASON_NO_CREDENTIALS },
    { HTAP_SIGN_IN_TOKEN, none, HTAP_ERROR_REASON_NO_CREDENTIALS },
    { HTAP_SIGN_IN_TOKEN, line_break, HTAP_ERROR_REASON_NONE },
    { HTAP_SIGN_IN_TOKEN, space, HTAP_ERROR_REASON_NONE },
    { HTAP_SIGN_IN_PASSWORD, good, HTAP_ERROR_REASON_NO_CREDENTIALS },
    { HTAP_SIGN_IN_ACCESS_KEY, good, HTAP_ERROR_REASON_NO_CREDENTIALS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
      g_autoptr (SoupMessage) request =
          soup_message_new (SOUP_METHOD_GET, "https://db.example.com/");
      g_autoptr (GError) error = NULL;

      htap_profile_set_sign_in (profile, cases[i].sign_in);
      g_assert_false (htap_authorizer_authorize (profile, cases[i].credentials, request, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
      g_assert_null (get_token (request));
      g_assert_null (strstr (error->message, "secret"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authorizer/token", test_token);
  g_test_add_func ("/authorizer/refused", test_refused);

  return g_test_run ();
}
