/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-owner-text.h"

#include "htap-address-scan.h"
#include "htap-discovery.h"
#include "htap-test-samples.h"

static HtapAddressOwner
new_owner (HtapAddressRole role, const char *node_id, const char *node_name)
{
  return (HtapAddressOwner){ .role = role,
                             .address = (char *) "10.0.0.5",
                             .node_id = (char *) node_id,
                             .node_name = (char *) node_name };
}

static const struct
{
  HtapAddressRole role;
  const char *node_id;
  const char *node_name;
  const char *sentence;
} cases[] = {
  { HTAP_ADDRESS_ROLE_PRIVATE, NULL, NULL, "10.0.0.5 is the private IP address of htap-fjld." },
  { HTAP_ADDRESS_ROLE_PRIVATE_V6, NULL, NULL,
    "10.0.0.5 is the private IPv6 address of htap-fjld." },
  { HTAP_ADDRESS_ROLE_NODE, "n", "fe-0", "10.0.0.5 is readable node fe-0 of htap-fjld." },
  { HTAP_ADDRESS_ROLE_NODE, "n", NULL, "10.0.0.5 is readable node n of htap-fjld." },
  { HTAP_ADDRESS_ROLE_NODE, NULL, NULL, "10.0.0.5 is a readable node of htap-fjld." },
  { HTAP_ADDRESS_ROLE_NODE, NULL, "a\nb", "10.0.0.5 is readable node a b of htap-fjld." },
  { HTAP_ADDRESS_ROLE_PROXY, NULL, NULL, "10.0.0.5 is a proxy address of htap-fjld." },
  { HTAP_ADDRESS_ROLE_TAURUS_PRIVATE, NULL, NULL,
    "10.0.0.5 is a private IP address of the TaurusDB instance taurus-orders." },
  { HTAP_ADDRESS_ROLE_TAURUS_READONLY, NULL, NULL,
    "10.0.0.5 is a read-only address of the TaurusDB instance taurus-orders." },
  { HTAP_ADDRESS_ROLE_TAURUS_PROXY, NULL, NULL,
    "10.0.0.5 is a proxy address of the TaurusDB instance taurus-orders." },
  { HTAP_ADDRESS_ROLE_TAURUS_PUBLIC, NULL, NULL,
    "10.0.0.5 is a public IP address of the TaurusDB instance taurus-orders." },
};

static void
test_sentences (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-fjld");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapAddressOwner owner = new_owner (cases[i].role, cases[i].node_id, cases[i].node_name);
      g_autofree char *sentence = NULL;

      owner.instance = cases[i].role < HTAP_ADDRESS_ROLE_TAURUS_PRIVATE ? instance : NULL;
      owner.source = htap_instance_get_source (instance);
      sentence = htap_address_owner_text_dup_sentence (&owner);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_without_a_name (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, NULL);
  HtapAddressOwner owner = new_owner (HTAP_ADDRESS_ROLE_PROXY, NULL, NULL);
  g_autofree char *sentence = NULL;

  owner.instance = instance;
  owner.source = htap_instance_get_source (instance);
  sentence = htap_address_owner_text_dup_sentence (&owner);
  g_assert_cmpstr (sentence, ==, "10.0.0.5 is a proxy address of " SAMPLE_ID ".");
}

static void
test_roles (void)
{
  for (HtapAddressRole role = 0; role < HTAP_ADDRESS_N_ROLES; role++)
    {
      g_assert_cmpstr (htap_address_owner_text_get_role (role), !=, "");
      g_assert_cmpstr (htap_address_role_get_id (role), !=, "");
    }
}

static void
test_unknown (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } unknown[] = {
    { "", NULL },
    { "10.9.9.9", "No known instance has 10.9.9.9." },
    { "10.9.0.0/16, fd00:0::1", "No known instance has 10.9.0.0/16, fd00::1." },
    { "10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4 10.0.0.5",
      "No known instance has 5 of these addresses." },
  };
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  HtapAddressOwner owner = new_owner (HTAP_ADDRESS_ROLE_PROXY, NULL, NULL);
  g_autoptr (GArray) addresses = NULL;
  g_autofree char *of_some = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GArray) asked = htap_address_scan (unknown[i].text);
      g_autofree char *sentence = htap_address_owner_text_dup_unknown (asked, owners);

      g_assert_cmpstr (sentence, ==, unknown[i].sentence);
    }

  addresses = htap_address_scan ("10.0.0.5 10.9.9.9");
  g_ptr_array_add (owners, &owner);
  of_some = htap_address_owner_text_dup_unknown (addresses, owners);
  g_assert_cmpstr (of_some, ==, "No known instance has 10.9.9.9.");
}

/* What is not loaded is said, not guessed. */
static void
test_gaps (void)
{
  g_autoptr (GListStore) sources = g_list_store_new (HTAP_TYPE_SOURCE);
  g_autoptr (GListStore) discoveries = g_list_store_new (HTAP_TYPE_DISCOVERY);
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapSource) again = htap_test_sample_source ();
  g_autoptr (HtapSource) by_hand =
      htap_source_new (htap_source_get_profile (source), "cn-north-4", SAMPLE_PROJECT_ID, "bin07");
  g_autoptr (HtapDiscovery) discovery =
      htap_discovery_new (htap_source_get_profile (source), "cn-north-4", SAMPLE_PROJECT_ID);
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) gaps = NULL;

  g_list_store_append (sources, source);
  g_list_store_append (sources, again);
  htap_source_succeed (again, 1000, 0, 10, 0, NULL);
  none = htap_address_owner_text_dup_gaps (G_LIST_MODEL (discoveries), G_LIST_MODEL (sources));
  g_assert_cmpuint (g_strv_length (none), ==, 0);

  g_list_store_append (sources, by_hand);
  g_list_store_append (discoveries, discovery);
  gaps = htap_address_owner_text_dup_gaps (G_LIST_MODEL (discoveries), G_LIST_MODEL (sources));
  g_assert_cmpuint (g_strv_length (gaps), ==, 3);
  g_assert_cmpstr (gaps[0], ==,
                   "1 TaurusDB instance was not read, so it may be an address of its HTAP "
                   "instances.");
  g_assert_cmpstr (gaps[1], ==,
                   "1 TaurusDB instance was not listed: its own addresses are not known.");
  g_assert_cmpstr (gaps[2], ==, "The TaurusDB instances of 1 project are not all known.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address-owner-text/sentences", test_sentences);
  g_test_add_func ("/address-owner-text/without-a-name", test_without_a_name);
  g_test_add_func ("/address-owner-text/roles", test_roles);
  g_test_add_func ("/address-owner-text/unknown", test_unknown);
  g_test_add_func ("/address-owner-text/gaps", test_gaps);

  return g_test_run ();
}
