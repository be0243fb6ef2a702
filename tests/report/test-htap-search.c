/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search.h"

#include "htap-field.h"
#include "htap-test-samples.h"

#include <string.h>

static gboolean
finds (const char *text, HtapInstance *instance)
{
  g_autoptr (HtapSearch) search = htap_search_new (text);

  return htap_search_matches (search, instance);
}

static HtapInstance *
new_full_instance (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();

  return htap_instance_new (source, record);
}

static void
test_found (void)
{
  static const char *const texts[] = {
    "htap-fjld",
    "HTAP-FJLD",
    "fjl",
    "192.168.0.207",
    "0.207",
    "１９２．１６８．０．２０７",
    "resize_flavor",
    "changing",
    "  cluster \t6   starrocks\n",
    "star-rocks",
    "production beijing4 cn-north-4",
    "taurus-orders " SAMPLE_TAURUS_ID,
    "192.168.0.7 htap-1_fe_node_1",
    "2024-03-22",
    "\xE3\x80\x80"
    "htap-fjld"
    "\xC2\xA0"
    "3306", /* ideographic and no-break space */
  };
  g_autoptr (HtapInstance) instance = new_full_instance ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (finds (texts[i], instance));
    }
}

static void
test_not_found (void)
{
  static const char *const texts[] = {
    "htap-fjlx",  "htap-fjld nowhere",
    "fjldnormal", /* across two fields */
    "<b>",        "\xFF",
  };
  g_autoptr (HtapInstance) instance = new_full_instance ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (finds (texts[i], instance));
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", " \t\n", "\xE3\x80\x80" };
  g_autoptr (HtapInstance) instance = new_full_instance ();
  g_autoptr (HtapSearch) search = htap_search_new ("x");

  g_assert_false (htap_search_is_empty (search));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HtapSearch) empty = htap_search_new (texts[i]);

      g_assert_true (htap_search_is_empty (empty));
      g_assert_true (htap_search_matches (empty, instance));
    }
}

/* Every field can be searched, by what the API gives and by what is shown. */
static void
test_every_field (void)
{
  g_autoptr (HtapInstance) instance = new_full_instance ();

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      g_autofree char *value = htap_field_dup_value (field, htap_instance_get_record (instance),
                                                     htap_instance_get_source (instance));
      g_autofree char *shown = htap_field_dup_shown (field, instance);

      if (htap_field_is_of_instance (field))
        continue;
      g_assert_true (finds (value, instance));
      g_assert_true (finds (shown, instance));
    }
}

static void
test_after_a_refresh (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "before");
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, "after");
  g_autoptr (HtapSearch) before = htap_search_new ("before");
  g_autoptr (HtapSearch) after = htap_search_new ("after");

  g_assert_true (htap_search_matches (before, instance));
  htap_instance_set_record (instance, record);
  g_assert_false (htap_search_matches (before, instance));
  g_assert_true (htap_search_matches (after, instance));

  htap_source_set_taurus_name (htap_instance_get_source (instance), "before");
  g_assert_true (htap_search_matches (before, instance));
}

/* Conditions, against the full sample: a cluster of six nodes, created 2024-03-22 08:00:08 UTC. */
static const struct
{
  const char *text;
  gboolean found;
} language[] = {
  { "-nowhere", TRUE },
  { "-fjld", FALSE },
  { "fjld -normal", FALSE },
  { "-", TRUE }, /* half-typed: text */
  { "\"no addresses\"", TRUE },
  { "\"addresses no\"", FALSE },
  { "-\"no addresses\"", FALSE },
  { "\"no addresses left", TRUE },
  { "\"\"", TRUE },
  { "“no addresses”，fjld", TRUE },
  { "name:FJLD", TRUE },
  { "name:normal", FALSE },
  { "-name:fjld", FALSE },
  { "name:=htap-fjld", TRUE },
  { "name:=htap", FALSE },
  { "name：fjld", TRUE },
  { "status:normal", TRUE },
  { "status:abnormal", FALSE },
  { "status:ormal", FALSE }, /* "normal" is not in "abnormal", nor this in either */
  { "status:changing", TRUE },
  { "engine:star", TRUE },
  { "engine_name:starrocks", TRUE },
  { "\"DB engine\":star", TRUE },
  { "dbengine:star", TRUE },
  { "vpc:f787", TRUE },
  { "vpc:8926", FALSE },
  { "message:\"no addresses\"", TRUE },
  { "message:\"no address", TRUE },
  { "nowhere:fjld", FALSE },
  { "status:", FALSE }, /* text that is nowhere */
  { "192.168.0.207", TRUE },
  { "192.168.0.20", FALSE }, /* an address, by its value */
  { "192.168.0.7", TRUE },
  { "10.0.0.9", TRUE },
  { "192。168。0。207", TRUE },
  { "2407:C080:1200:2075:0:0:0:21", TRUE },
  { "2407:c080:1200:2075::2", FALSE },
  { "3.1.15.80", TRUE }, /* a version */
  { "192.168.0.0/24", TRUE },
  { "ip:192.168.0.0/24", TRUE },
  { "ip:192.168.1.0/24", FALSE },
  { "-ip:192.168.0.0/24", FALSE },
  { "ip:2407:c080::/32", TRUE },
  { "ip:2407:c081::/32", FALSE },
  { "ip:10.0.0.10", TRUE },
  { "ip:10.0.0.1", FALSE },
  { "ip:192.168.", TRUE },
  { "ip:168.0.", FALSE },
  { "ip:207", TRUE },
  { "data_vip:192.168.0.7", FALSE },
  { "node:192.168.0.7", TRUE },
  { "proxy:10.0.0.0/28", TRUE },
  { "nodes:6", TRUE },
  { "nodes:>=6", TRUE },
  { "nodes:>6", FALSE },
  { "nodes:<7", TRUE },
  { "nodes:<=5", FALSE },
  { "-nodes:<=5", TRUE },
  { "nodes:=6", TRUE },
  { "port:33", FALSE },
  { "nodes:>", FALSE }, /* text */
  { "nodes:><6", FALSE },
  { "created:2024-03-22", TRUE },
  { "created:2024-03", TRUE },
  { "created:>2024-03-21", TRUE },
  { "created:>2024-03-22", FALSE },
  { "created:>=2024-03-22", TRUE },
  { "created:<2024-03-22", FALSE },
  { "created:<=2024-03-22", TRUE },
  { "created:>=2024-03-22T08:00:09", FALSE },
  { "created:<\"2024-03-22 08:01\"", TRUE },
  { "created:>2025-13-01", FALSE },
  { "tag:env=prod", TRUE },
  { "tag:env", TRUE },
  { "tag:env=stage", FALSE },
  { "tag:env=rod", FALSE },
  { "tag:env=pr", TRUE },
  { "tag:=env=pr", FALSE },
  { "-tag:env=prod", FALSE },
};

static void
test_language (void)
{
  g_autoptr (HtapInstance) instance = new_full_instance ();

  for (guint i = 0; i < G_N_ELEMENTS (language); i++)
    {
      g_test_message ("%s", language[i].text);
      g_assert_cmpint (finds (language[i].text, instance), ==, language[i].found);
    }
}

/* The line of a log finds who has an address of it; what matches as words stays words. */
static void
test_among (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
    guint n_addresses;
    gboolean for_owner;
  } cases[] = {
    { "fjld", TRUE, 0, FALSE },
    { "192.168.0.207", TRUE, 1, TRUE },
    { "fjld 192.168.0.207", TRUE, 1, FALSE },
    { "nowhere 192.168.0.207", TRUE, 1, TRUE },
    { "2026-11-24T17:04:09Z refused by 192.168.0.7:3306.", TRUE, 1, TRUE },
    { "jdbc:mysql://10.9.9.9:3306/db", FALSE, 1, TRUE },
    { "10.9.9.9 192.168.0.207", TRUE, 2, TRUE },
    { "nowhere", FALSE, 0, FALSE },
  };
  g_autoptr (HtapInstance) instance = new_full_instance ();
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  g_list_store_append (instances, instance);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapSearch) search =
          htap_search_new_among (cases[i].text, G_LIST_MODEL (instances));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (htap_search_matches (search, instance), ==, cases[i].found);
      g_assert_cmpuint (htap_search_get_addresses (search)->len, ==, cases[i].n_addresses);
      g_assert_cmpint (htap_search_is_for_owner (search), ==, cases[i].for_owner);
    }
}

/* An address that nobody has is how another one begins; who has it is asked all the same. */
static void
test_while_typing (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
    gboolean loose;
    guint n_addresses;
  } cases[] = {
    { "192.168.0", TRUE, FALSE, 0 },
    { "192.168.0.", TRUE, FALSE, 0 },
    { "192.168.0.2", TRUE, TRUE, 1 },
    { "192.168.0.20", TRUE, TRUE, 1 },
    { "192.168.0.207", TRUE, FALSE, 1 },
    { "192。168。0。2", TRUE, TRUE, 1 },
    { "192.168.0.3", FALSE, FALSE, 1 },
    { "fjld 192.168.0.20", TRUE, TRUE, 1 },
    { "nowhere 192.168.0.20", FALSE, FALSE, 1 },
    { "ip:192.168.0.20", TRUE, TRUE, 1 },
    { "ip:92.168.0.20", FALSE, FALSE, 1 },
    { "92.168.0.20", TRUE, TRUE, 1 },
    { "proxy:10.0.0.1", TRUE, TRUE, 1 },
    { "data_vip:10.0.0.1", FALSE, FALSE, 1 },
    { "2407:c080:1200:2075::2", TRUE, TRUE, 1 },
    { "192.168.1.0/24", FALSE, FALSE, 1 },
    { "refused by 192.168.0.20:3306.", FALSE, FALSE, 1 },
    { "nowhere", FALSE, FALSE, 0 },
  };
  g_autoptr (HtapInstance) instance = new_full_instance ();
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  g_list_store_append (instances, instance);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean loose;
      g_autoptr (HtapSearch) search =
          htap_search_new_while_typing (cases[i].text, G_LIST_MODEL (instances), &loose);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (htap_search_matches (search, instance), ==, cases[i].found);
      g_assert_cmpint (loose, ==, cases[i].loose);
      g_assert_cmpuint (htap_search_get_addresses (search)->len, ==, cases[i].n_addresses);
    }
}

static void
test_fields (void)
{
  g_autoptr (HtapSearch) one = htap_search_new ("name:x -vpc:y");
  g_autoptr (HtapSearch) every = htap_search_new ("x");

  g_assert_cmpuint (htap_search_get_fields (one), ==,
                    HTAP_FIELD_BIT (HTAP_FIELD_NAME) | HTAP_FIELD_BIT (HTAP_FIELD_VPC_ID));
  g_assert_true (htap_search_get_fields (every) & HTAP_FIELD_BIT (HTAP_FIELD_REGION));
}

/* Asked for by name alone: a rule's words would bring everything it hits. */
static void
test_findings (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "findings:frozen", TRUE },      { "finding:FROZEN", TRUE },     { "findings:error", TRUE },
    { "findings:information", TRUE }, { "findings:\"it is\"", TRUE }, { "findings:=frozen", TRUE },
    { "findings:warning", FALSE },    { "findings:=froze", FALSE },   { "-findings:frozen", FALSE },
    { "-findings:warning", TRUE },    { "single-mode", FALSE },       { "\"It is frozen\"", FALSE },
  };
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");
  g_autoptr (HtapInstance) unknown = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");

  htap_test_sample_find (instance, "frozen", HTAP_SEVERITY_ERROR);
  htap_test_sample_find (instance, "single-mode", HTAP_SEVERITY_INFORMATION);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapSearch) search = htap_search_new (cases[i].text);
      gboolean by_name = strstr (cases[i].text, "finding") != NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (htap_search_matches (search, instance), ==, cases[i].found);
      g_assert_cmpint (htap_search_matches (search, unknown), ==, *cases[i].text == '-');
      g_assert_cmpint ((htap_search_get_fields (search) & HTAP_FIELD_BIT (HTAP_FIELD_FINDINGS)) !=
                           0,
                       ==, by_name);
    }
}

/* Without any of its instances. */
static void
test_source (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "", TRUE },
    { "ORDERS", TRUE },
    { "ain07", TRUE },
    { "orders prod", TRUE },
    { "orders bi", FALSE },
    { "htap-1", FALSE },
    { "taurus:orders", TRUE },
    { "-taurus:orders", FALSE },
    { "name:orders", FALSE },
    { "nodes:>0", FALSE },
  };
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");
  g_autoptr (HtapSource) source = NULL;

  htap_profile_set_name (profile, "PROD");
  source = htap_source_new (profile, "cn-north-4", "p", "ain07");
  htap_source_set_taurus_name (source, "taurus-orders");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapSearch) search = htap_search_new (cases[i].text);

      g_assert_cmpint (htap_search_matches_source (search, source), ==, cases[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/found", test_found);
  g_test_add_func ("/search/not-found", test_not_found);
  g_test_add_func ("/search/empty", test_empty);
  g_test_add_func ("/search/every-field", test_every_field);
  g_test_add_func ("/search/after-a-refresh", test_after_a_refresh);
  g_test_add_func ("/search/language", test_language);
  g_test_add_func ("/search/among", test_among);
  g_test_add_func ("/search/while-typing", test_while_typing);
  g_test_add_func ("/search/fields", test_fields);
  g_test_add_func ("/search/findings", test_findings);
  g_test_add_func ("/search/source", test_source);

  return g_test_run ();
}
