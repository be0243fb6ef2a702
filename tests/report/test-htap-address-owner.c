/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-owner.h"

#include "htap-address-scan.h"
#include "htap-test-samples.h"

typedef struct
{
  GListStore *instances;
  GListStore *sources;
} Fixture;

/* The sample instance, and what its TaurusDB instance has itself; read through two profiles. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapSource) again = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  g_autoptr (HtapTaurus) taurus = htap_taurus_new ();

  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, SAMPLE_TAURUS_ID);
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PRIVATE, "10.1.0.1");
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_READONLY, "10.1.0.2");
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PROXY, "10.1.0.3");
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PUBLIC, "203.0.113.7");
  htap_source_set_taurus (source, taurus);
  htap_source_set_taurus (again, taurus);

  fixture->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  fixture->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  g_list_store_append (fixture->instances, instance);
  g_list_store_append (fixture->sources, source);
  g_list_store_append (fixture->sources, again);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->instances);
  g_clear_object (&fixture->sources);
}

static GPtrArray *
find (Fixture *fixture, const char *text, GArray **addresses)
{
  *addresses = htap_address_scan (text);

  return htap_address_owners_find (*addresses, G_LIST_MODEL (fixture->instances),
                                   G_LIST_MODEL (fixture->sources));
}

/* `role address` of each, one after the other. */
static char *
describe (GPtrArray *owners)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < owners->len; i++)
    {
      const HtapAddressOwner *owner = owners->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              htap_address_role_get_id (owner->role), owner->address);
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *text;
  const char *owners;
} cases[] = {
  { "", "" },
  { "no address", "" },
  { "192.168.0.207", "private_ip 192.168.0.207" },
  { "192.168.0.20", "" },
  { "2407:C080:1200:2075:0:0:0:21", "private_ipv6 2407:c080:1200:2075::21" },
  { "::ffff:192.168.0.207", "private_ip 192.168.0.207" },
  { "192.168.0.7", "readable_node 192.168.0.7" },
  { "10.0.0.9", "proxy 10.0.0.9" },
  { "10.1.0.1", "taurus_private_ip 10.1.0.1" },
  { "10.1.0.2", "taurus_readonly 10.1.0.2" },
  { "10.1.0.3", "taurus_proxy 10.1.0.3" },
  { "203.0.113.7", "taurus_public_ip 203.0.113.7" },
  { "10.0.0.0/28", "proxy 10.0.0.9, proxy 10.0.0.10" },
  { "10.0.0.0/8", "proxy 10.0.0.9, proxy 10.0.0.10, taurus_private_ip 10.1.0.1, "
                  "taurus_readonly 10.1.0.2, taurus_proxy 10.1.0.3" },
  { "10.1.0.3 then 10.0.0.9", "taurus_proxy 10.1.0.3, proxy 10.0.0.9" },
  { "2026-11-24T17:04:09Z refused: jdbc:mysql://192.168.0.7:3306/db", "readable_node 192.168.0.7" },
};

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) addresses = NULL;
      g_autoptr (GPtrArray) owners = find (fixture, cases[i].text, &addresses);
      g_autofree char *description = describe (owners);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (description, ==, cases[i].owners);
    }
}

/* Who has it can be gone to, and the others are told apart. */
static void
test_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) addresses = NULL;
  g_autoptr (GPtrArray) owners = find (fixture, "10.9.9.9 192.168.0.7 10.1.0.1", &addresses);
  g_autoptr (HtapInstance) instance = g_list_model_get_item (G_LIST_MODEL (fixture->instances), 0);
  const HtapAddressOwner *node, *taurus;

  g_assert_cmpuint (owners->len, ==, 2);
  node = owners->pdata[0];
  taurus = owners->pdata[1];

  g_assert_true (node->instance == instance);
  g_assert_cmpstr (node->node_name, ==, "htap-1_fe_node_1");
  g_assert_cmpstr (node->node_id, ==, "46d62cd6a77a4e80a335077867e7912bno17");
  g_assert_null (taurus->instance);
  g_assert_true (taurus->source == htap_instance_get_source (instance));

  g_assert_false (htap_address_owners_have (owners, 0));
  g_assert_true (htap_address_owners_have (owners, 1));
  g_assert_true (htap_address_owners_have (owners, 2));
}

/* Its address may be another one's by now. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) addresses = NULL;
  g_autoptr (HtapInstance) instance = g_list_model_get_item (G_LIST_MODEL (fixture->instances), 0);
  g_autoptr (GPtrArray) owners = NULL;

  htap_instance_set_gone_since (instance, 1);
  owners = find (fixture, "192.168.0.7", &addresses);
  g_assert_cmpuint (owners->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/address-owner/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/address-owner/owner", Fixture, NULL, set_up, test_owner, tear_down);
  g_test_add ("/address-owner/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
