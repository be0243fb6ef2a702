/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-rows-fixture.h"

#include "htap-test-samples.h"

static void
append_cell (GString *text, const char *value)
{
  g_string_append_printf (text, "<%s>", value);
}

static const HtapRowsLayout layout = {
  .line_start = "(",
  .separator = "+",
  .line_end = ")",
  .append_cell = append_cell,
};

static void
assert_titles (HtapRows *rows, HtapRowsTitles titles, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  rows->titles = titles;
  htap_rows_append_titles (rows, text, &layout);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_titles (void)
{
  g_auto (HtapRowsFixture) fixture;

  htap_rows_fixture_init (&fixture);
  assert_titles (&fixture.rows, HTAP_ROWS_TITLES_NONE, "");
  assert_titles (&fixture.rows, HTAP_ROWS_TITLES_IDS, "(<name>+<port>+<data_vip>)");
  assert_titles (&fixture.rows, HTAP_ROWS_TITLES_LABELS, "(<Name>+<Port>+<Private IP>)");
}

/* A cell is a line, whatever is in the value; what is absent is an empty one. */
static void
test_cells (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autoptr (GString) text = g_string_new (NULL);

  htap_rows_fixture_init (&fixture);
  htap_rows_append (&fixture.rows, text, &layout);
  g_assert_cmpstr (text->str, ==, "");

  htap_rows_fixture_add (&fixture, "a\tb\r\nc\x1B[2J", 3306, "192.168.0.207");
  htap_rows_fixture_add (&fixture, NULL, 0, NULL);
  htap_rows_append (&fixture.rows, text, &layout);
  g_assert_cmpstr (text->str, ==, "(<a b  c�[2J>+<3306>+<192.168.0.207>)(<>+<>+<>)");
}

/* The API's values, in no language and no time zone. */
static void
test_values (void)
{
  static const HtapFieldIndex fields[] = { HTAP_FIELD_SHOWN_STATUS, HTAP_FIELD_HA_MODE,
                                           HTAP_FIELD_CREATE_AT, HTAP_FIELD_REGION };
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  const HtapRows rows = { G_LIST_MODEL (instances), fields, G_N_ELEMENTS (fields) };
  g_autoptr (GString) text = g_string_new (NULL);

  g_list_store_append (instances, instance);
  htap_rows_append (&rows, text, &layout);
  g_assert_cmpstr (text->str, ==, "(<changing>+<Cluster>+<2024-03-22T08:00:08.228Z>+<cn-north-4>)");
}

static void
test_taurus_without_name (void)
{
  static const HtapFieldIndex fields[] = { HTAP_FIELD_TAURUS_NAME };
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "0d2a", "18c3in07");
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  const HtapRows rows = { G_LIST_MODEL (instances), fields, G_N_ELEMENTS (fields) };
  g_autoptr (GString) text = g_string_new (NULL);

  g_list_store_append (instances, instance);
  htap_rows_append (&rows, text, &layout);
  g_assert_cmpstr (text->str, ==, "(<18c3in07>)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rows/titles", test_titles);
  g_test_add_func ("/rows/cells", test_cells);
  g_test_add_func ("/rows/values", test_values);
  g_test_add_func ("/rows/taurus-without-name", test_taurus_without_name);

  return g_test_run ();
}
