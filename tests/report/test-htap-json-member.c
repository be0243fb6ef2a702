/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-member.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-member/members", test_members);

  return g_test_run ();
}
