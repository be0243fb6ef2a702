/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-node-source.h"

#include "htap-demo-json.h"

static JsonObject *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonObject *object = htap_demo_json_parse (bytes, &error);

  g_assert_no_error (error);

  return object;
}

static void
assert_next (HtapDemoNodeSource *source, const char *group, guint number, const char *expected)
{
  g_autoptr (JsonObject) node = json_object_new ();
  g_autofree char *found = NULL;

  htap_demo_node_source_next (source, group, number, node);
  found = g_strdup_printf ("%s %s", htap_demo_json_text (node, "name"),
                           htap_demo_json_text (node, "traffic_ip"));
  g_assert_cmpstr (found, ==, expected);
  g_assert_nonnull (htap_demo_json_text (node, "id"));
}

/* What the list tells of comes first, in whatever shape; the rest is made up. */
static void
test_shapes (void)
{
  static const char *const lists[] = {
    "\"readable_node_infos\":[{\"data_ip\":\"10.0.0.1\",\"node_name\":\"i_fe_node01\"}]",
    "\"readable_node_infos\":null,\"data_ips\":{\"node_ip\":\"10.0.0.1\"}",
    "\"data_ips\":[\"10.0.0.1\"]",
    "\"data_ips\":\"10.0.0.1\"",
    "\"data_vip\":\"10.0.0.234\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"a\",\"name\":\"i\",%s}", lists[i]);
      g_autoptr (JsonObject) instance = parse (text);
      g_autoptr (HtapDemoNodeSource) source = htap_demo_node_source_new (instance);

      g_test_message ("%s", lists[i]);
      if (i < 4)
        {
          assert_next (source, "fe", 1, "i_fe_node01 10.0.0.1");
          assert_next (source, "be", 1, "i_be_node01 10.0.0.22");
        }
      else
        assert_next (source, "fe", 1, "i_fe_node01 10.0.0.2");
    }
}

/* Not an address, no name, no id: a script may have left nothing. */
static void
test_nothing (void)
{
  g_autoptr (JsonObject) instance = parse ("{\"readable_node_infos\":[7,{}],\"data_vip\":\"x\"}");
  g_autoptr (HtapDemoNodeSource) source = htap_demo_node_source_new (instance);

  assert_next (source, "fe", 1, "htap_fe_node01 (null)");
  assert_next (source, "be", 1, "htap_be_node01 (null)");
  assert_next (source, "be", 2, "htap_be_node02 (null)");
}

static void
test_steady (void)
{
  g_autoptr (JsonObject) instance = parse ("{\"id\":\"a\"}");
  g_autoptr (JsonObject) first = json_object_new ();
  g_autoptr (JsonObject) again = json_object_new ();
  g_autoptr (JsonObject) second = json_object_new ();
  g_autoptr (HtapDemoNodeSource) one = htap_demo_node_source_new (instance);
  g_autoptr (HtapDemoNodeSource) other = htap_demo_node_source_new (instance);

  htap_demo_node_source_next (one, "fe", 1, first);
  htap_demo_node_source_next (one, "fe", 2, second);
  htap_demo_node_source_next (other, "fe", 1, again);
  g_assert_cmpstr (htap_demo_json_text (first, "id"), ==, htap_demo_json_text (again, "id"));
  g_assert_cmpstr (htap_demo_json_text (first, "id"), !=, htap_demo_json_text (second, "id"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-node-source/shapes", test_shapes);
  g_test_add_func ("/demo-node-source/nothing", test_nothing);
  g_test_add_func ("/demo-node-source/steady", test_steady);

  return g_test_run ();
}
