/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-rows.h"

#include "htap-rows-fixture.h"

#include <json-glib/json-glib.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);

  return root;
}

static void
test_members (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  htap_rows_fixture_init (&fixture);
  htap_rows_fixture_add (&fixture, "htap-\"fjld\"\n", 3306, "192.168.0.207");
  htap_rows_fixture_add (&fixture, NULL, 0, NULL);
  text = htap_json_rows_format (&fixture.rows, 1711094408);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"version\" : 1,\n"
                   "  \"generated_at\" : \"2024-03-22T08:00:08Z\",\n"
                   "  \"instances\" : [\n"
                   "    {\n"
                   "      \"name\" : \"htap-\\\"fjld\\\"\\n\",\n"
                   "      \"port\" : 3306,\n"
                   "      \"data_vip\" : \"192.168.0.207\"\n"
                   "    },\n"
                   "    {\n"
                   "      \"name\" : null,\n"
                   "      \"port\" : null,\n"
                   "      \"data_vip\" : null\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");
  root = parse (text);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (root), "instances")),
                    ==, 2);
}

static void
test_nothing (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  htap_rows_fixture_init (&fixture);
  text = htap_json_rows_format (&fixture.rows, 0);
  root = parse (text);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (root), "instances")),
                    ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-rows/members", test_members);
  g_test_add_func ("/json-rows/nothing", test_nothing);

  return g_test_run ();
}
