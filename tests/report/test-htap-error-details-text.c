/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"

#include "htap-test-samples.h"

#define NOW 1711094408

static void
test_everything (void)
{
  const HtapErrorDetails details = {
    .http_status = 403,
    .code = (char *) "DBS.200044",
    .server_message = (char *) "Resource not found\nor \x1B[1mpermission denied.",
    .request_id = (char *) "62d9f6b7d0a44bd1b5a5a6a7a8b9c0d1",
    .endpoint = (char *) "GET https://host/v3/p/instances/t/htap",
  };
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  htap_error_set (&error, HTAP_ERROR_FORBIDDEN, &details, "technical");
  text = htap_error_text_dup_details (error, source, NOW);

  g_assert_cmpstr (text, ==,
                   "Error: forbidden\n"
                   "Service code: DBS.200044\n"
                   "HTTP status: 403\n"
                   "Request ID: 62d9f6b7d0a44bd1b5a5a6a7a8b9c0d1\n"
                   "Endpoint: GET https://host/v3/p/instances/t/htap\n"
                   "Server's message: Resource not found or �[1mpermission denied.\n"
                   "Technical message: technical\n"
                   "TaurusDB instance ID: " SAMPLE_TAURUS_ID "\n"
                   "Time: 2024-03-22T08:00:08Z\n");
}

static void
test_nothing_known (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "foreign");
  g_autofree char *text = htap_error_text_dup_details (error, NULL, NOW);

  g_assert_cmpstr (text, ==,
                   "Error: internal\n"
                   "Technical message: foreign\n"
                   "Time: 2024-03-22T08:00:08Z\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-details-text/everything", test_everything);
  g_test_add_func ("/error-details-text/nothing-known", test_nothing_known);

  return g_test_run ();
}
