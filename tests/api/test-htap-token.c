/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token.h"

#include "htap-error.h"
#include "htap-test.h"

#include <string.h>

static HtapToken *
read_text (const char *secret, const char *text, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));

  return htap_token_new_from_answer (secret, body, NULL, error);
}

static void
test_sample (void)
{
  g_autoptr (GBytes) body = htap_test_fixture ("iam/token_response_201_nocatalog.json");
  g_autoptr (GDateTime) issued = g_date_time_new_utc (2026, 3, 1, 20, 9, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapToken) token = htap_token_new_from_answer ("MIIa=", body, NULL, &error);
  g_autoptr (HtapToken) half_over = htap_token_new_from_answer ("MIIa=", body, issued, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token->secret, ==, "MIIa=");
  g_assert_cmpstr (token->project_id, ==, "23a50154cf494ec9ad6883979a12db0a");
  g_assert_cmpint (token->lifetime, ==, 24 * 3600);
  g_assert_cmpint (half_over->lifetime, ==, 12 * 3600);
}

static void
test_whole_account (void)
{
  g_autoptr (GBytes) body = htap_test_fixture ("iam/token_response_201_domain_scope.json");
  g_autoptr (HtapToken) token = htap_token_new_from_answer ("MIIa=", body, NULL, NULL);

  g_assert_null (token->project_id);
}

static void
test_refused (void)
{
#define TIMES                                                                                      \
  "\"issued_at\":\"2026-03-01T08:09:10.123000Z\",\"expires_at\":\"2026-03-02T08:09:10.123000Z\""
  static const struct
  {
    const char *secret;
    const char *body;
  } cases[] = {
    { NULL, "{\"token\":{" TIMES "}}" },
    { "with space", "{\"token\":{" TIMES "}}" },
    { "MIIa", "<html>" },
    { "MIIa", "[]" },
    { "MIIa", "{\"token\":[]}" },
    { "MIIa", "{\"token\":{}}" },
    { "MIIa", "{\"token\":{\"expires_at\":3}}" },
    { "MIIa", "{\"token\":{\"expires_at\":\"soon\",\"issued_at\":\"2026-03-01T08:09:10Z\"}}" },
    { "MIIa", "{\"token\":{\"expires_at\":\"2026-03-01T08:09:10Z\","
              "\"issued_at\":\"2026-03-01T08:09:10Z\"}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (read_text (cases[i].secret, cases[i].body, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token/sample", test_sample);
  g_test_add_func ("/token/whole-account", test_whole_account);
  g_test_add_func ("/token/refused", test_refused);

  return g_test_run ();
}
