/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-authorizer.h"

#include "htap-token-authorizer.h"
#include "htap-test.h"

/* What a subclass need not care for. */
static void
test_defaults (void)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("t");
  HtapAuthorizer *authorizer =
      htap_authorizer_new (HTAP_TYPE_TOKEN_AUTHORIZER, http, profile, credentials);
  g_autoptr (HtapClock) clock = htap_clock_new_manual (42 * G_TIME_SPAN_SECOND);
  g_autoptr (GAsyncResult) result = NULL;

  htap_authorizer_prepare_async (authorizer, "r", "p", NULL, htap_test_on_result, &result);
  g_assert_true (htap_authorizer_prepare_finish (authorizer, htap_test_await (&result), NULL));
  g_assert_false (htap_authorizer_conclude (authorizer, NULL, TRUE, NULL));
  htap_authorizer_forgive (authorizer);

  g_assert_true (htap_authorizer_get_http (authorizer) == http);
  g_assert_true (htap_authorizer_get_profile (authorizer) == profile);
  g_assert_cmpstr (htap_authorizer_get_secret (authorizer, HTAP_SECRET_TOKEN), ==, "t");
  g_assert_cmpint (
      ABS (htap_authorizer_get_time (authorizer) - g_get_real_time () / G_USEC_PER_SEC), <, 100);
  htap_http_set_clock (http, clock);
  g_assert_cmpint (htap_authorizer_get_time (authorizer), ==, 42);
  g_clear_object (&result);
  g_assert_finalize_object (authorizer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authorizer/defaults", test_defaults);

  return g_test_run ();
}
