/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy.h"

#include "htap-list-test.h"

static GListStore *
new_list (const char *const *ips)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  GListStore *store = g_list_store_new (HTAP_TYPE_INSTANCE);

  for (guint i = 0; ips[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%uin17", i);
      g_autofree char *name = g_strdup_printf ("htap-%u", i);
      g_autoptr (HtapInstance) instance =
          htap_list_test_instance (source, id, name, ips[i][0] != '\0' ? ips[i] : NULL, "normal");

      g_list_store_append (store, instance);
    }

  return store;
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *ips[4];
    const char *text;
    const char *sentence;
  } cases[] = {
    { { "10.0.0.1" }, "10.0.0.1", "Copied 10.0.0.1 (htap-0)" },
    { { "10.0.0.1", "", "10.0.0.3" }, "10.0.0.1\n10.0.0.3", "Copied 2 private IP addresses" },
    { { "", "10.0.0.2" }, "10.0.0.2", "Copied 10.0.0.2 (htap-1)" },
    { { "", "" }, NULL, "No private IP address to copy" },
    { { NULL }, NULL, "No private IP address to copy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = new_list (cases[i].ips);
      g_autofree char *sentence = NULL;
      g_autofree char *text = htap_copy_private_ips (G_LIST_MODEL (list), "\n", &sentence);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_ids (void)
{
  static const struct
  {
    const char *ips[4];
    const char *text;
    const char *sentence;
  } cases[] = {
    { { "" }, "0in17", "Copied 0in17 (htap-0)" },
    { { "", "", "" }, "0in17\n1in17\n2in17", "Copied 3 instance IDs" },
    { { NULL }, NULL, "No instance to copy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = new_list (cases[i].ips);
      g_autofree char *sentence = NULL;
      g_autofree char *text = htap_copy_ids (G_LIST_MODEL (list), &sentence);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_rows (void)
{
  static const HtapFieldIndex columns[] = { HTAP_FIELD_NAME, HTAP_FIELD_DATA_VIP };
  const char *ips[] = { "10.0.0.1", "", NULL };
  g_autoptr (GListStore) list = new_list (ips);
  g_autoptr (GListStore) none = new_list (ips + 2);
  g_autofree char *sentence = NULL;
  HtapRows rows = { G_LIST_MODEL (list), columns, G_N_ELEMENTS (columns) };
  g_autofree char *text = htap_copy_rows (HTAP_ROW_FORMAT_TSV, &rows, &sentence);
  g_autofree char *csv = NULL;
  g_autofree char *titled = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *nothing = NULL;

  g_assert_true (g_str_has_prefix (text, "htap-0\t10.0.0.1"));
  g_assert_nonnull (strstr (text, "htap-1\t"));
  g_assert_cmpstr (sentence, ==, "Copied 2 rows");

  g_clear_pointer (&sentence, g_free);
  rows.titles = HTAP_ROWS_TITLES_LABELS;
  titled = htap_copy_rows (HTAP_ROW_FORMAT_TSV, &rows, &sentence);
  expected = g_strconcat ("Name\tPrivate IP\n", text, NULL);
  g_assert_cmpstr (titled, ==, expected);
  g_assert_cmpstr (sentence, ==, "Copied 2 rows");

  g_clear_pointer (&sentence, g_free);
  csv = htap_copy_rows (HTAP_ROW_FORMAT_CSV, &rows, &sentence);
  g_assert_true (g_str_has_prefix (csv, "Name,Private IP\r\nhtap-0,10.0.0.1\r\n"));
  g_assert_cmpstr (sentence, ==, "Copied 2 rows as CSV");

  g_clear_pointer (&sentence, g_free);
  rows.instances = G_LIST_MODEL (none);
  nothing = htap_copy_rows (HTAP_ROW_FORMAT_TSV, &rows, &sentence);
  g_assert_null (nothing);
  g_assert_cmpstr (sentence, ==, "No instance to copy");
}

static void
test_lists (void)
{
  static const char *const ips[] = { "10.0.0.1", "", "10.0.0.3", NULL };
  g_autoptr (GListStore) list = new_list (ips);
  g_autofree char *ip_sentence = NULL;
  g_autofree char *commas = htap_copy_private_ips (G_LIST_MODEL (list), ",", &ip_sentence);
  g_autofree char *name_sentence = NULL;
  g_autofree char *names =
      htap_copy_column (G_LIST_MODEL (list), htap_field_get (HTAP_FIELD_NAME), &name_sentence);
  g_autofree char *tag_sentence = NULL;
  g_autofree char *tags = htap_copy_column (
      G_LIST_MODEL (list), htap_field_get (HTAP_FIELD_FAIL_MESSAGE), &tag_sentence);

  g_assert_cmpstr (commas, ==, "10.0.0.1,10.0.0.3");
  g_assert_cmpstr (ip_sentence, ==, "Copied 2 private IP addresses");
  g_assert_cmpstr (names, ==, "htap-0\nhtap-1\nhtap-2");
  g_assert_cmpstr (name_sentence, ==, "Copied 3 values of “Name”");
  g_assert_null (tags);
  g_assert_true (g_str_has_prefix (tag_sentence, "No “"));
}

static void
test_connections (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", NULL);
  g_autoptr (GListStore) list = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", "htap-0", "10.0.0.1", "normal");
  g_autofree char *nothing_sentence = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *nothing =
      htap_copy_connections (G_LIST_MODEL (list), HTAP_CONNECTION_URI, &nothing_sentence);
  g_autofree char *text = NULL;
  g_autoptr (HtapInstance) instance = NULL;

  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  htap_record_set_number (record, HTAP_NUMBER_PORT, 3306);
  instance = htap_instance_new (source, record);
  g_list_store_append (list, instance);
  text = htap_copy_connections (G_LIST_MODEL (list), HTAP_CONNECTION_URI, &sentence);

  g_assert_null (nothing);
  g_assert_cmpstr (nothing_sentence, ==, "No address to connect to");
  g_assert_cmpstr (text, ==, "mysql://10.0.0.1:3306/");
  g_assert_cmpstr (sentence, ==, "Copied mysql://10.0.0.1:3306/ (htap-0)");
}

static void
test_value (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", NULL);
  g_autoptr (HtapInstance) named =
      htap_list_test_instance (source, "0in17", "<b>50% & more</b>", "10.0.0.1", "normal");
  g_autoptr (HtapInstance) nameless =
      htap_list_test_instance (source, "1in17", NULL, "10.0.0.1", "normal");
  g_autofree char *one = htap_copy_value (named, "10.0.0.1");
  g_autofree char *name = htap_copy_value (named, "<b>50% & more</b>");
  g_autofree char *other = htap_copy_value (nameless, "10.0.0.1");

  g_assert_cmpstr (one, ==, "Copied 10.0.0.1 (<b>50% & more</b>)");
  g_assert_cmpstr (name, ==, "Copied <b>50% & more</b>");
  g_assert_cmpstr (other, ==, "Copied 10.0.0.1 (1in17)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy/addresses", test_addresses);
  g_test_add_func ("/copy/ids", test_ids);
  g_test_add_func ("/copy/rows", test_rows);
  g_test_add_func ("/copy/lists", test_lists);
  g_test_add_func ("/copy/connections", test_connections);
  g_test_add_func ("/copy/value", test_value);

  return g_test_run ();
}
