/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-facts.h"

/* An instance of which nothing is known but its id. */
static HtapInstance *
new_instance (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "project", "taurus");
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, "id");

  return htap_instance_new (source, record);
}

static HtapDetailFact *
find_fact (GPtrArray *facts, const char *key)
{
  for (guint i = 0; i < facts->len; i++)
    {
      HtapDetailFact *fact = facts->pdata[i];

      if (g_str_equal (fact->key, key))
        return fact;
    }

  return NULL;
}

static GPtrArray *
new_facts (HtapInstance *instance, HtapFieldIndex field)
{
  return htap_detail_facts_new (htap_field_get_group (htap_field_get (field)), instance, NULL,
                                1711180808);
}

/* Whatever is known or not, each field has its row, and so has one that is added to the table. */
static void
test_every_field_has_a_fact (void)
{
  g_autoptr (HtapInstance) instance = new_instance ();

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const char *id = htap_field_get_id (htap_field_get (i));
      g_autoptr (GPtrArray) facts = new_facts (instance, i);
      gboolean in_head = i == HTAP_FIELD_NAME || i == HTAP_FIELD_SHOWN_STATUS ||
                         i == HTAP_FIELD_FINDINGS;

      g_test_message ("%s", id);
      g_assert_true ((find_fact (facts, id) == NULL) == in_head);
    }
}

static void
test_what_is_not_set_cannot_be_copied (void)
{
  g_autoptr (HtapInstance) instance = new_instance ();
  g_autoptr (GPtrArray) facts = new_facts (instance, HTAP_FIELD_DATA_VIP);
  HtapDetailFact *fact = find_fact (facts, "data_vip");

  g_assert_null (fact->value);
  g_assert_cmpuint (fact->copies->len, ==, 0);
}

static void
assert_copies (const HtapDetailFact *fact, const char *const *texts, guint n_texts)
{
  g_assert_cmpuint (fact->copies->len, ==, n_texts);
  for (guint i = 0; i < n_texts; i++)
    {
      const HtapDetailCopy *copy = fact->copies->pdata[i];

      g_assert_cmpstr (copy->text, ==, texts[i]);
      g_assert_true ((copy->label != NULL) == (n_texts > 1));
    }
}

/* A person reads the name of a code; the code is still there. */
static void
test_codes_have_names (void)
{
  g_autoptr (HtapInstance) instance = new_instance ();
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (GPtrArray) billing = NULL;
  g_autoptr (GPtrArray) placement = NULL;
  const char *const region[] = { "CN North-Beijing4", "cn-north-4" };

  htap_record_set_text (record, HTAP_TEXT_ID, "id");
  htap_record_set_text (record, HTAP_TEXT_PAY_MODEL, "0");
  htap_instance_set_record (instance, record);
  billing = new_facts (instance, HTAP_FIELD_PAY_MODEL);
  placement = new_facts (instance, HTAP_FIELD_REGION);

  g_assert_cmpstr (find_fact (billing, "pay_model")->value, ==, "Pay-per-use");
  g_assert_cmpstr (find_fact (billing, "pay_model")->tooltip, ==, "0");
  g_assert_cmpstr (find_fact (placement, "region")->note, ==, "cn-north-4");
  assert_copies (find_fact (placement, "region"), region, G_N_ELEMENTS (region));
}

static void
test_times (void)
{
  g_autoptr (HtapInstance) instance = new_instance ();
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (GPtrArray) facts = NULL;
  const char *const copied[] = { "2024-03-23T07:00:08Z" };
  HtapDetailFact *fact;

  htap_record_set_text (record, HTAP_TEXT_ID, "id");
  htap_record_set_number (record, HTAP_NUMBER_CREATE_AT, G_GINT64_CONSTANT (1711177208000));
  htap_instance_set_record (instance, record);
  facts = new_facts (instance, HTAP_FIELD_CREATE_AT);
  fact = find_fact (facts, "create_at");

  g_assert_cmpstr (fact->value, ==, "2024-03-23 07:00:08 (1 hour ago)");
  g_assert_cmpstr (fact->tooltip, ==, "2024-03-23 07:00:08 UTC");
  assert_copies (fact, copied, 1);
}

/* The published example has nodes of which only the address is known. */
static void
test_nodes_of_which_little_is_known (void)
{
  g_autoptr (HtapInstance) instance = new_instance ();
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (GPtrArray) facts = NULL;
  const HtapNode nodes[] = { { "192.168.0.183", NULL, NULL }, { NULL, "node-id", "node" } };
  const char *const address[] = { "192.168.0.183" };
  const char *const names[] = { "node-id", "node" };

  htap_record_set_text (record, HTAP_TEXT_ID, "id");
  htap_record_add_node (record, &nodes[0]);
  htap_record_add_node (record, &nodes[1]);
  htap_instance_set_record (instance, record);
  facts = new_facts (instance, HTAP_FIELD_READABLE_NODE_INFOS);

  g_assert_cmpstr (find_fact (facts, "readable_node_infos/0")->label, ==, "Node 1");
  g_assert_cmpstr (find_fact (facts, "readable_node_infos/0")->value, ==, address[0]);
  g_assert_null (find_fact (facts, "readable_node_infos/1")->value);
  g_assert_cmpstr (find_fact (facts, "readable_node_infos/1")->note, ==, "node-id");
  assert_copies (find_fact (facts, "readable_node_infos/1"), names, G_N_ELEMENTS (names));
  g_assert_cmpuint (find_fact (facts, "readable_node_infos/0")->copies->len, ==, 1);
}

static void
test_shared (void)
{
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstance) one = new_instance ();
  g_autoptr (HtapInstance) other = new_instance ();
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (GPtrArray) facts = NULL;

  htap_record_set_text (record, HTAP_TEXT_ID, "other");
  htap_instance_set_record (other, record);
  g_list_store_append (instances, one);
  g_list_store_append (instances, other);
  facts = htap_detail_facts_new_shared (G_LIST_MODEL (instances));

  g_assert_null (find_fact (facts, "id"));
  g_assert_null (find_fact (facts, "data_vip"));
  g_assert_cmpstr (find_fact (facts, "taurus_id")->value, ==, "taurus");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-facts/every-field-has-a-fact", test_every_field_has_a_fact);
  g_test_add_func ("/detail-facts/what-is-not-set-cannot-be-copied",
                   test_what_is_not_set_cannot_be_copied);
  g_test_add_func ("/detail-facts/codes-have-names", test_codes_have_names);
  g_test_add_func ("/detail-facts/times", test_times);
  g_test_add_func ("/detail-facts/nodes-of-which-little-is-known",
                   test_nodes_of_which_little_is_known);
  g_test_add_func ("/detail-facts/shared", test_shared);

  return g_test_run ();
}
