/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search.h"

#include "htap-field.h"
#include "htap-test-samples.h"

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

/* Without any of its instances. */
static void
test_source (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "", TRUE },           { "ORDERS", TRUE },  { "ain07", TRUE }, { "orders prod", TRUE },
    { "orders bi", FALSE }, { "htap-1", FALSE },
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
  g_test_add_func ("/search/source", test_source);

  return g_test_run ();
}
