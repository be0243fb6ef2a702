/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token-authorizer.h"

#include "htap-error.h"

#include <string.h>

static void
test_tokens (void)
{
  static const struct
  {
    const char *token;
    const char *sent; /* NULL: refused */
  } cases[] = {
    { "MIIabc+/=", "MIIabc+/=" },
    { " MIIabc\n", "MIIabc" },
    { "secret\r\nX-Other: y", NULL },
    { "secret token", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapHttp) http = htap_http_new ();
      g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
      g_autoptr (HtapCredentials) credentials = htap_credentials_new_token (cases[i].token);
      g_autoptr (HtapAuthorizer) authorizer =
          htap_authorizer_new (HTAP_TYPE_TOKEN_AUTHORIZER, http, profile, credentials);
      g_autoptr (SoupMessage) request = soup_message_new ("GET", "https://db.example.com/");
      g_autoptr (GError) error = NULL;

      g_assert_true (htap_authorizer_authorize (authorizer, NULL, NULL, request, &error) ==
                     (cases[i].sent != NULL));
      g_assert_cmpstr (
          soup_message_headers_get_one (soup_message_get_request_headers (request), "X-Auth-Token"),
          ==, cases[i].sent);
      if (cases[i].sent != NULL)
        continue;

      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
      g_assert_null (strstr (error->message, "secret"));
    }
}

static gboolean
may_ask (HtapAuthorizer *authorizer, GError **error)
{
  g_autoptr (SoupMessage) request = soup_message_new ("GET", "https://db.example.com/");

  return htap_authorizer_authorize (authorizer, NULL, NULL, request, error);
}

static void
conclude (HtapAuthorizer *authorizer, HtapErrorReason reason)
{
  HtapErrorDetails details = { .reason = reason, .request_id = (char *) "first" };
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_AUTH, &details, "No");
  g_assert_false (htap_authorizer_conclude (authorizer, NULL, TRUE, error));
}

/* Known to be of no use, it is not sent any more; a person may try again. */
static void
test_refused (void)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (HtapAuthorizer) authorizer =
      htap_authorizer_new (HTAP_TYPE_TOKEN_AUTHORIZER, http, profile, credentials);
  g_autoptr (GError) error = NULL;

  htap_authorizer_conclude (authorizer, NULL, TRUE, NULL);
  conclude (authorizer, HTAP_ERROR_REASON_OTHER_REGION);
  conclude (authorizer, HTAP_ERROR_REASON_NO_PERMISSION);
  g_assert_true (may_ask (authorizer, NULL));

  conclude (authorizer, HTAP_ERROR_REASON_TOKEN_EXPIRED);
  g_assert_false (may_ask (authorizer, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpstr (htap_error_get_details (error)->request_id, ==, "first");

  htap_authorizer_forgive (authorizer);
  g_assert_true (may_ask (authorizer, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token-authorizer/tokens", test_tokens);
  g_test_add_func ("/token-authorizer/refused", test_refused);

  return g_test_run ();
}
