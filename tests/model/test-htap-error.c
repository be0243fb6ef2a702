/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"

static void
test_kinds (void)
{
  static const char *const ids[] = {
    "network",
    "timeout",
    "tls",
    "auth",
    "clock-skew",
    "forbidden",
    "not-found",
    "rejected",
    "throttled",
    "server",
    "redirect",
    "protocol",
    "too-large",
    "keyring-unavailable",
    "keyring-locked",
    "storage",
    "config",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == HTAP_ERROR_CONFIG + 1);

  for (guint kind = 0; kind < G_N_ELEMENTS (ids); kind++)
    {
      g_autoptr (GError) error = NULL;

      htap_error_set (&error, kind, NULL, "number %u", kind);
      g_assert_error (error, HTAP_ERROR, (int) kind);
      g_assert_cmpstr (htap_error_get_kind_id (error), ==, ids[kind]);
      g_assert_true (g_str_has_prefix (error->message, "number "));
    }
}

static void
test_foreign (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "foreign");
  g_autoptr (GError) unknown = g_error_new_literal (HTAP_ERROR, 1000, "unknown");

  g_assert_cmpstr (htap_error_get_kind_id (error), ==, "internal");
  g_assert_cmpstr (htap_error_get_kind_id (unknown), ==, "internal");
  g_assert_null (htap_error_get_details (error)->code);
  g_assert_cmpint (htap_error_get_details (NULL)->reason, ==, HTAP_ERROR_REASON_NONE);
}

static void
assert_details (const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);

  g_assert_cmpint (details->reason, ==, HTAP_ERROR_REASON_NOT_JSON);
  g_assert_cmpuint (details->http_status, ==, 400);
  g_assert_cmpint (details->clock_skew, ==, -1320);
  g_assert_cmpstr (details->code, ==, "DBS.280001");
  g_assert_cmpstr (details->server_message, ==, "Parameter error.");
  g_assert_cmpstr (details->request_id, ==, "62d9f6b7d0a44bd1b5a5a6a7a8b9c0d1");
  g_assert_cmpstr (details->endpoint, ==, "GET https://host/path");
  g_assert_cmpstr (details->subject, ==, "host");
}

/* What is given may go away; copies have everything and outlive their original. */
static void
test_details (void)
{
  g_autofree char *code = g_strdup ("DBS.280001");
  HtapErrorDetails details = {
    .reason = HTAP_ERROR_REASON_NOT_JSON,
    .http_status = 400,
    .clock_skew = -1320,
    .code = code,
    .server_message = (char *) "Parameter error.",
    .request_id = (char *) "62d9f6b7d0a44bd1b5a5a6a7a8b9c0d1",
    .endpoint = (char *) "GET https://host/path",
    .subject = (char *) "host",
  };
  GError *error = NULL;
  g_autoptr (GError) copy = NULL;

  htap_error_set (&error, HTAP_ERROR_REJECTED, &details, "rejected");
  *code = 'X';
  assert_details (error);

  copy = g_error_copy (error);
  g_error_free (error);
  assert_details (copy);
}

static void
test_nobody_asks (void)
{
  const HtapErrorDetails details = { .http_status = 400 };

  htap_error_set (NULL, HTAP_ERROR_REJECTED, &details, "rejected");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/kinds", test_kinds);
  g_test_add_func ("/error/foreign", test_foreign);
  g_test_add_func ("/error/details", test_details);
  g_test_add_func ("/error/nobody-asks", test_nobody_asks);

  return g_test_run ();
}
