/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-name.h"

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    HtapFieldSet fields;
  } cases[] = {
    { "vpc_id", HTAP_FIELD_BIT (HTAP_FIELD_VPC_ID) },
    { "vpc", HTAP_FIELD_BIT (HTAP_FIELD_VPC_ID) },
    { "private ip", HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP) },
    { "privateip", HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP) },
    { "status", HTAP_FIELD_BIT (HTAP_FIELD_STATUS) | HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS) },
    { "ip", HTAP_SEARCH_ADDRESS_FIELDS },
    { "http", 0 },
    { "vp", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (htap_search_name_find (cases[i].name), ==, cases[i].fields);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-name/names", test_names);

  return g_test_run ();
}
