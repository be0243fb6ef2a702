/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-owners.h"

#include "htap-json-document.h"
#include "htap-test-samples.h"

static void
test_matches (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-fjld");
  HtapAddressOwner node = { .role = HTAP_ADDRESS_ROLE_NODE,
                            .address = (char *) "10.0.0.5",
                            .node_name = (char *) "fe-0",
                            .instance = instance,
                            .source = htap_instance_get_source (instance) };
  HtapAddressOwner taurus = { .role = HTAP_ADDRESS_ROLE_TAURUS_PUBLIC,
                              .address = (char *) "203.0.113.7",
                              .source = htap_instance_get_source (instance) };
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JsonBuilder *builder = htap_json_document_begin (1711094408);
  JsonArray *matches;
  JsonObject *match;

  g_ptr_array_add (owners, &node);
  g_ptr_array_add (owners, &taurus);
  htap_json_owners_add (builder, owners);
  text = htap_json_document_end (builder);
  root = json_from_string (text, &error);
  g_assert_no_error (error);

  matches = json_object_get_array_member (json_node_get_object (root), "matches");
  g_assert_cmpuint (json_array_get_length (matches), ==, 2);
  match = json_array_get_object_element (matches, 0);
  g_assert_cmpstr (json_object_get_string_member (match, "role"), ==, "readable_node");
  g_assert_cmpstr (json_object_get_string_member (match, "id"), ==, SAMPLE_ID);
  g_assert_cmpstr (json_object_get_string_member (match, "node_name"), ==, "fe-0");
  g_assert_true (json_object_get_null_member (match, "node_id"));

  match = json_array_get_object_element (matches, 1);
  g_assert_cmpstr (json_object_get_string_member (match, "address"), ==, "203.0.113.7");
  g_assert_true (json_object_get_null_member (match, "id"));
  g_assert_cmpstr (json_object_get_string_member (match, "taurus_id"), ==, SAMPLE_TAURUS_ID);
  g_assert_cmpstr (json_object_get_string_member (match, "profile"), ==, "Production");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-owners/matches", test_matches);

  return g_test_run ();
}
