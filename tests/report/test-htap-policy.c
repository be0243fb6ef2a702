/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-policy.h"

#include <json-glib/json-glib.h>

/* JSON that the console takes, which lets list and nothing else. */
static void
test_minimal (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (htap_policy_get_minimal (), &error);
  JsonArray *statements, *actions;
  JsonObject *statement;
  gboolean lists_htap = FALSE;

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "Version"), ==,
                   "1.1");
  statements = json_object_get_array_member (json_node_get_object (root), "Statement");
  g_assert_cmpuint (json_array_get_length (statements), ==, 1);
  statement = json_array_get_object_element (statements, 0);
  g_assert_cmpstr (json_object_get_string_member (statement, "Effect"), ==, "Allow");

  actions = json_object_get_array_member (statement, "Action");
  for (guint i = 0; i < json_array_get_length (actions); i++)
    {
      const char *action = json_array_get_string_element (actions, i);

      g_assert_true (g_str_has_prefix (action, "gaussdb:"));
      g_assert_true (g_str_has_suffix (action, ":list"));
      lists_htap |= g_str_equal (action, "gaussdb:htapInstance:list");
    }
  g_assert_true (lists_htap);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/policy/minimal", test_minimal);

  return g_test_run ();
}
