/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-body.h"

#include <string.h>

static void
test_shapes (void)
{
  static const struct {
    const char *body;
    const char *code;
    const char *message;
    const char *request_id;
  } cases[] = {
    { "{\"error_code\":\"DBS.1\",\"error_msg\":\"m\"}", "DBS.1", "m", NULL },
    { "{\"errorCode\":\"DBS.1\",\"errorMsg\":\"m\"}", "DBS.1", "m", NULL },
    { "{\"code\":\"DBS.1\",\"message\":\"m\"}", "DBS.1", "m", NULL },
    { "{\"error\":{\"message\":\"m\",\"code\":401,\"title\":\"t\"}}", "401", "m", NULL },
    { "{\"a\":1,\"b\":{\"c\":{\"error_code\":\"DBS.1\"}}}", "DBS.1", NULL, NULL },
    { "{\"error_msg\":\"m\",\"error_code\":\"APIGW.1\",\"request_id\":\"r\"}", "APIGW.1", "m",
      "r" },
    { "{\"error_msg\":\"m\"}", NULL, "m", NULL },
    { "{\"error_code\":{},\"error_msg\":null,\"code\":7}", "7", NULL, NULL },
    { "{\"request_id\":\"r\"}", NULL, "{\"request_id\":\"r\"}", "r" },
    { "[1]", NULL, "[1]", NULL },
    { "plain", NULL, "plain", NULL },
    { " <html>", NULL, NULL, NULL },
    { "{}", NULL, NULL, NULL },
    { "故障", NULL, "故障", NULL },
    { "", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].body, strlen (cases[i].body));
      g_auto (HtapErrorBody) body = { NULL };

      htap_error_body_read (&body, bytes);
      g_assert_cmpstr (body.code, ==, cases[i].code);
      g_assert_cmpstr (body.message, ==, cases[i].message);
      g_assert_cmpstr (body.request_id, ==, cases[i].request_id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-body/shapes", test_shapes);

  return g_test_run ();
}
