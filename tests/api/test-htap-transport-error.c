/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-transport-error.h"

#include "htap-error.h"

static void
test_domains (void)
{
  const struct
  {
    GQuark domain;
    int code;
    HtapError kind;
    HtapErrorReason reason;
  } cases[] = {
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, HTAP_ERROR_NETWORK,
      HTAP_ERROR_REASON_NAME_NOT_FOUND },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, HTAP_ERROR_NETWORK,
      HTAP_ERROR_REASON_NAME_NOT_FOUND },
    { G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND, HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_NAME_NOT_FOUND },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_REFUSED },
    { G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_UNREACHABLE },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, HTAP_ERROR_NETWORK,
      HTAP_ERROR_REASON_UNREACHABLE },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, HTAP_ERROR_NETWORK,
      HTAP_ERROR_REASON_CONNECTION_LOST },
    { G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_CONNECTION_LOST },
    { G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_NONE },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, HTAP_ERROR_TIMEOUT, HTAP_ERROR_REASON_NONE },
    { G_IO_ERROR, G_IO_ERROR_INVALID_DATA, HTAP_ERROR_PROTOCOL, HTAP_ERROR_REASON_NOT_JSON },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, HTAP_ERROR_TLS, HTAP_ERROR_REASON_NONE },
    { G_TLS_ERROR, G_TLS_ERROR_NOT_TLS, HTAP_ERROR_TLS, HTAP_ERROR_REASON_NONE },
    { G_TLS_ERROR, G_TLS_ERROR_EOF, HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_CONNECTION_LOST },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, HTAP_ERROR_PROTOCOL,
      HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_MESSAGE_ALREADY_IN_QUEUE, HTAP_ERROR_NETWORK,
      HTAP_ERROR_REASON_NONE },
  };
  g_autoptr (SoupMessage) message =
      soup_message_new (SOUP_METHOD_GET, "https://db.example.com:8443/v3/p?secret=1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) cause = g_error_new_literal (cases[i].domain, cases[i].code, "why");
      g_autoptr (GError) error = htap_transport_error_new (message, cause);
      const HtapErrorDetails *details = htap_error_get_details (error);

      g_assert_error (error, HTAP_ERROR, (int) cases[i].kind);
      g_assert_cmpint (details->reason, ==, cases[i].reason);
      g_assert_cmpstr (details->endpoint, ==, "GET db.example.com:8443/v3/p");
      g_assert_cmpstr (details->subject, ==,
                       cases[i].kind == HTAP_ERROR_TLS ? NULL : "db.example.com:8443");
    }
}

static void
test_cancelled (void)
{
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, "https://db.example.com/");
  g_autoptr (GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stop");
  g_autoptr (GError) error = htap_transport_error_new (message, cause);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/transport-error/domains", test_domains);
  g_test_add_func ("/transport-error/cancelled", test_cancelled);

  return g_test_run ();
}
