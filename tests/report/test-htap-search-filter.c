/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-filter.h"

#include "htap-search.h"
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

  HtapInstance *instance = htap_instance_new (source, record);

  htap_test_sample_find (instance, "restart-needed", HTAP_SEVERITY_WARNING);
  htap_test_sample_find (instance, "single-mode", HTAP_SEVERITY_INFORMATION);

  return instance;
}

/* Whatever the field, and nothing that has not the value. */
static void
test_every_field (void)
{
  g_autoptr (HtapInstance) instance = new_full_instance ();
  g_autoptr (HtapInstance) other = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-fjld-2");

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      g_autofree char *filter = htap_search_filter_new (field, instance);
      g_autofree char *shown = htap_field_dup_shown (field, instance);
      g_autofree char *shown_of_other = htap_field_dup_shown (field, other);

      g_test_message ("%s", filter);
      g_assert_nonnull (filter);
      g_assert_true (finds (filter, instance));
      g_assert_cmpint (finds (filter, other), ==, g_strcmp0 (shown, shown_of_other) == 0);
    }
}

static void
test_text (void)
{
  static const struct
  {
    HtapFieldIndex field;
    const char *filter;
  } cases[] = {
    { HTAP_FIELD_NAME, "name:=\"htap-fjld\"" },
    { HTAP_FIELD_SHOWN_STATUS, "status:=\"Changing: resize_flavor\"" },
    { HTAP_FIELD_ENGINE_NAME, "engine:=\"StarRocks\"" },
    { HTAP_FIELD_DATA_VIP, "data_vip:=\"192.168.0.207\"" },
    { HTAP_FIELD_NODE_NUM, "nodes:=\"6\"" },
    { HTAP_FIELD_FINDINGS, "finding:=\"restart-needed\" finding:=\"single-mode\"" },
    { HTAP_FIELD_CREATE_AT, "created:\"2024-03-22 08:00\"" },
  };
  g_autoptr (HtapInstance) instance = new_full_instance ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filter = htap_search_filter_new (htap_field_get (cases[i].field), instance);

      g_assert_cmpstr (filter, ==, cases[i].filter);
    }
}

/* Names that would be something else to the search if they were only put between quotes. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *name;
    const char *filter;
  } cases[] = {
    { "a b", "name:=\"a b\"" },
    { "-a", "name:=\"-a\"" },
    { "=a", "name:=\"=a\"" },
    { ">5", "name:=\">5\"" },
    { "a:b", "name:=\"a:b\"" },
    { "a\"b c", "name:\"a\" name:\"b c\"" },
    { "\"\"", NULL },
    { "“a” b", "name:\"a\" name:\"b\"" },
    { "a＂b", "name:\"a\" name:\"b\"" },
    { "a\n>b", "name:\"a\" name:\"b\"" },
    { "a\xE2\x80\xAE"
      "b",
      "name:\"a\" name:\"b\"" },
    { "甲，乙。", "name:=\"甲，乙。\"" },
    { "1。5", "name:=\"1。5\"" },
    { "ﬁ", "name:=\"ﬁ\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, cases[i].name);
      g_autofree char *filter = htap_search_filter_new (htap_field_get (HTAP_FIELD_NAME), instance);

      g_test_message ("%s: %s", cases[i].name, filter);
      g_assert_cmpstr (filter, ==, cases[i].filter);
      if (filter != NULL)
        g_assert_true (finds (filter, instance));
    }
}

/* What nobody could read in an entry is cut. */
static void
test_long (void)
{
  g_autofree char *name = g_strnfill (5000, 'x');
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, name);
  g_autofree char *filter = htap_search_filter_new (htap_field_get (HTAP_FIELD_NAME), instance);

  g_assert_cmpuint (strlen (filter), <, 200);
  g_assert_true (finds (filter, instance));
}

static void
test_absent (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "x");

  g_assert_null (htap_search_filter_new (htap_field_get (HTAP_FIELD_FAIL_MESSAGE), instance));
  g_assert_null (htap_search_filter_new (htap_field_get (HTAP_FIELD_CREATE_AT), instance));
  g_assert_null (htap_search_filter_new (htap_field_get (HTAP_FIELD_PROXY_IPS), instance));
}

static void
test_add (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "name:=\"A\"" },
    { "  ", "name:=\"A\"" },
    { "orders ", "orders name:=\"A\"" },
    { "\"two words", "\"two words\" name:=\"A\"" },
    { "orders name:=\"a\"", "orders name:=\"a\"" }, /* once is enough */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = htap_search_filter_add (cases[i].text, "name:=\"A\"");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-filter/every-field", test_every_field);
  g_test_add_func ("/search-filter/text", test_text);
  g_test_add_func ("/search-filter/hostile", test_hostile);
  g_test_add_func ("/search-filter/long", test_long);
  g_test_add_func ("/search-filter/absent", test_absent);
  g_test_add_func ("/search-filter/add", test_add);

  return g_test_run ();
}
