/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-quick-search.h"

#include "htap-test-samples.h"

#define MAX_RESULTS 20

typedef struct
{
  GListStore *instances;
  HtapSource *source;
} Fixture;

static HtapRecord *
add (Fixture *fixture, const char *id, const char *name, const char *private_ip)
{
  HtapRecord *record = htap_test_sample_record (id, name);
  g_autoptr (HtapInstance) instance = NULL;

  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, private_ip);
  instance = htap_instance_new (fixture->source, record);
  g_list_store_append (fixture->instances, instance);
  htap_record_unref (record);

  return record;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const HtapNode node = { "10.1.0.3", "nodeno17", "orders-10_fe_node_0" };
  HtapRecord *record;

  fixture->source = htap_test_sample_source ();
  fixture->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  add (fixture, "aaain17", "orders-10", "192.168.0.20");
  add (fixture, "bbbin17", "orders-2", "192.168.0.207");
  add (fixture, "cccin17", "orders", "192.168.0.2");
  add (fixture, "dddin17", "报表 集群", NULL);
  record = add (fixture, "eeein17", NULL, "10.1.0.1");
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP_V6, "FD00:20:1::30");
  htap_record_add_node (record, &node);
  htap_record_add_proxy_ip (record, "10.1.0.9");
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "vpc-of-orders");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->instances);
  g_assert_finalize_object (fixture->source);
}

static char *
dup_found (Fixture *fixture, const char *typed, guint max_results)
{
  g_auto (GStrv) terms = g_strsplit (typed, " ", -1);
  g_autoptr (GPtrArray) found = htap_quick_search_find (G_LIST_MODEL (fixture->instances),
                                                        (const char *const *) terms, max_results);
  g_autoptr (GString) ids = g_string_new (NULL);

  /* The first letter of each id tells them apart. */
  for (guint i = 0; i < found->len; i++)
    g_string_append_c (ids, *htap_instance_get_id (found->pdata[i]));

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *found;
  } cases[] = {
    /* Exactly this name first, then naturally. */
    { "orders", "cba" },
    { "ORDERS", "cba" },
    { "ord", "cba" },
    { "orders-2", "b" },
    { "ｏｒｄｅｒｓ－２", "b" },
    { "orders in17", "cba" },
    { "orders nowhere", "" },
    { "in17", "ecbad" },
    { "aaain17", "a" },
    /* As one goes on typing: the address that is whole first. */
    { "192.168.0.2", "cba" },
    { "192.168.0.20", "ab" },
    { "192.168.0.207", "b" },
    { "192。168。0。207", "b" },
    { "::ffff:192.168.0.207", "b" },
    { "192.168.0.0/24", "cba" },
    { "168.0.2", "" },
    { "orders 192.168.0.207", "b" },
    { "192.168.0.207 orders-10", "" },
    { "fd00:20:1:0::30", "e" },
    { "fd00:20", "e" },
    { "10.1.0.3", "e" },
    { "10.1.0.9", "e" },
    { "报表", "d" },
    { "报表 集群", "d" },
    { "报表，集群", "d" },
    /* What means something elsewhere is text here, and other fields are not looked at. */
    { "-orders", "" },
    { "name:orders", "" },
    { "vpc-of-orders", "" },
    { "taurus-orders", "" },
    { "Production", "" },
    { "orders-10_fe_node_0", "" },
    { "", "" },
    { "  ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_found (fixture, cases[i].typed, MAX_RESULTS);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_no_more_than_wanted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = dup_found (fixture, "orders", 2);

  g_assert_cmpstr (found, ==, "cb");
}

/* Two clouds may know one id: whoever asks by id gets the first. */
static void
test_no_id_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  add (fixture, "cccin17", "orders-again", "192.168.7.7");
  found = dup_found (fixture, "orders", MAX_RESULTS);
  g_assert_cmpstr (found, ==, "cba");
}

/* A name of two words is exactly that name. */
static void
test_name_with_space (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  add (fixture, "fffin17", "BI 报表 集群", NULL);
  found = dup_found (fixture, "报表 集群", MAX_RESULTS);
  g_assert_cmpstr (found, ==, "df");
  g_free (found);
  found = dup_found (fixture, "bi 报表", MAX_RESULTS);
  g_assert_cmpstr (found, ==, "f");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) gone = g_list_model_get_item (G_LIST_MODEL (fixture->instances), 2);
  g_autofree char *before = dup_found (fixture, "cccin17", MAX_RESULTS);
  g_autofree char *after = NULL;

  htap_instance_set_gone_since (gone, 1);
  after = dup_found (fixture, "cccin17", MAX_RESULTS);
  g_assert_cmpstr (before, ==, "c");
  g_assert_cmpstr (after, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/quick-search/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("cases", test_cases);
  ADD ("no-more-than-wanted", test_no_more_than_wanted);
  ADD ("no-id-twice", test_no_id_twice);
  ADD ("name-with-space", test_name_with_space);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}
