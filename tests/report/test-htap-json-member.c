/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-member.h"

#include "htap-error.h"

static void
test_members (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  htap_json_member_add_text (builder, "text", "华为\t\"云\"");
  htap_json_member_add_text (builder, "invalid", "a\xFF");
  htap_json_member_add_text (builder, "empty", "");
  htap_json_member_add_text (builder, "absent", NULL);
  htap_json_member_add_number (builder, "largest", TRUE, G_MAXINT64);
  htap_json_member_add_number (builder, "zero", TRUE, 0);
  htap_json_member_add_number (builder, "none", FALSE, 7);
  htap_json_member_add_time (builder, "time", 1711094408228);
  htap_json_member_add_time (builder, "never", 0);
  htap_json_member_add_time (builder, "hostile", G_MAXINT64);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  g_assert_cmpstr (text, ==,
                   "{\"text\":\"华为\\t\\\"云\\\"\",\"invalid\":\"a�\",\"empty\":null,"
                   "\"absent\":null,\"largest\":9223372036854775807,\"zero\":0,\"none\":null,"
                   "\"time\":\"2024-03-22T08:00:08.228Z\",\"never\":null,\"hostile\":null}");
}

static void
test_error (void)
{
  const HtapErrorDetails details = { .http_status = 403, .code = (char *) "DBS.200044" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  htap_error_set (&error, HTAP_ERROR_FORBIDDEN, &details, "technical");
  json_builder_begin_object (builder);
  htap_json_member_add_error (builder, "error", error);
  htap_json_member_add_error (builder, "none", NULL);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  g_assert_cmpstr (text, ==,
                   "{\"error\":{\"kind\":\"forbidden\",\"http_status\":403,"
                   "\"code\":\"DBS.200044\",\"message\":\"technical\",\"request_id\":null},"
                   "\"none\":null}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-member/members", test_members);
  g_test_add_func ("/json-member/error", test_error);

  return g_test_run ();
}
