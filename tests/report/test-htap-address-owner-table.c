/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-owner-table.h"

#include "htap-test-samples.h"

#include <string.h>

static void
test_table (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap\x1b[31m");
  HtapAddressOwner node = { .role = HTAP_ADDRESS_ROLE_NODE,
                            .address = (char *) "10.0.0.5",
                            .node_name = (char *) "fe-0",
                            .instance = instance,
                            .source = htap_instance_get_source (instance) };
  HtapAddressOwner taurus = { .role = HTAP_ADDRESS_ROLE_TAURUS_PUBLIC,
                              .address = (char *) "203.0.113.7",
                              .source = htap_instance_get_source (instance) };
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autofree char *empty = htap_address_owner_table_format_text (owners);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpstr (empty, ==, "");

  g_ptr_array_add (owners, &node);
  g_ptr_array_add (owners, &taurus);
  table = htap_address_owner_table_format_text (owners);
  lines = g_strsplit (table, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "Address"));
  g_assert_nonnull (strstr (lines[1], "Readable node  "));
  g_assert_nonnull (strstr (lines[1], " fe-0 "));
  g_assert_nonnull (strstr (lines[1], SAMPLE_ID));
  g_assert_null (strchr (lines[1], '\x1b'));
  g_assert_nonnull (strstr (lines[2], "TaurusDB public IP address"));
  g_assert_nonnull (strstr (lines[2], "taurus-orders"));
  g_assert_null (strstr (lines[2], SAMPLE_ID));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address-owner-table/table", test_table);

  return g_test_run ();
}
