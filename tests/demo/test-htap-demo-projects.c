/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-projects.h"

#include "htap-demo-json.h"

static JsonArray *
parse (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return json_array_ref (json_node_get_array (node));
}

static JsonArray *
make_projects (void)
{
  g_autoptr (JsonArray) with_instances =
      parse ("[{\"region\": \"cn-north-4\", \"project_id\": \"p1\"}]");
  g_autoptr (JsonArray) others =
      parse ("[{\"id\": \"p2\", \"name\": \"cn-north-4_a\", \"parent_id\": \"p1\"}, "
             "{\"id\": \"p3\", \"name\": \"MOS\", \"enabled\": false}]");

  return htap_demo_projects_new (with_instances, others);
}

static void
test_find (void)
{
  g_autoptr (JsonArray) projects = make_projects ();
  JsonObject *sub_project = htap_demo_projects_find (projects, "name", "cn-north-4_a");

  g_assert_true (htap_demo_projects_find (projects, "id", "p2") == sub_project);
  g_assert_cmpstr (htap_demo_json_text (sub_project, "parent_id"), ==, "p1");
  g_assert_null (htap_demo_projects_find (projects, "id", "p4"));
  g_assert_null (htap_demo_projects_find (projects, "id", NULL));
  g_assert_false (
      json_object_get_boolean_member (htap_demo_projects_find (projects, "id", "p3"), "enabled"));
}

/* As the published list shows them. */
static void
test_list (void)
{
  static const char *const members[] = { "is_domain", "description", "links",     "enabled",
                                         "id",        "parent_id",   "domain_id", "name" };
  g_autoptr (JsonArray) projects = make_projects ();
  g_autoptr (JsonObject) all = htap_demo_projects_to_json (projects, NULL, "/v3/auth/projects");
  g_autoptr (JsonObject) one = htap_demo_projects_to_json (projects, "MOS", "/v3/projects");
  g_autoptr (JsonObject) none = htap_demo_projects_to_json (projects, "", "/v3/projects");
  JsonArray *list = json_object_get_array_member (all, "projects");

  g_assert_cmpuint (json_array_get_length (list), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (json_array_get_object_element (list, 0), members[i]));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (one, "projects")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (none, "projects")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-projects/find", test_find);
  g_test_add_func ("/demo-projects/list", test_list);

  return g_test_run ();
}
