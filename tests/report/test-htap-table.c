/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-table.h"

#include "htap-test-samples.h"

static const HtapFieldIndex columns[] = { HTAP_FIELD_NAME, HTAP_FIELD_PORT, HTAP_FIELD_DATA_VIP };

static void
append (GListStore *instances, const char *name, gint64 port, const char *data_vip)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, name);
  g_autoptr (HtapInstance) instance = NULL;

  if (port != 0)
    htap_record_set_number (record, HTAP_NUMBER_PORT, port);
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, data_vip);
  instance = htap_instance_new (source, record);
  g_list_store_append (instances, instance);
}

static void
assert_table (GListStore *instances, const char *expected)
{
  g_autofree char *table =
      htap_table_format_text (G_LIST_MODEL (instances), columns, G_N_ELEMENTS (columns));

  g_assert_cmpstr (table, ==, expected);
}

static void
test_alignment (void)
{
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  assert_table (instances, "Name  Port  Private IP\n");

  append (instances, "htap-fjld", 3306, "192.168.0.207");
  append (instances, "a", 80, NULL);
  append (instances, NULL, 0, "10.0.0.1");
  assert_table (instances, "Name       Port  Private IP\n"
                           "htap-fjld  3306  192.168.0.207\n"
                           "a            80  -\n"
                           "-             -  10.0.0.1\n");
}

/* Columns line up in a terminal, where a Chinese character takes two cells and an accent none. */
static void
test_width (void)
{
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  append (instances, "订单分析", 1, "10.0.0.1");
  append (instances,
          "e\xCC\x81"
          "e\xCC\x81"
          "1",
          2, "10.0.0.2");
  append (instances, "abcdefgh", 3, "10.0.0.3");
  assert_table (instances, "Name      Port  Private IP\n"
                           "订单分析     1  10.0.0.1\n"
                           "e\xCC\x81"
                           "e\xCC\x81"
                           "1          2  10.0.0.2\n"
                           "abcdefgh     3  10.0.0.3\n");
}

static void
test_hostile_names (void)
{
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  append (instances, "\x1B[2Jgone\r\n  ", 1, "10.0.0.1\t");
  append (instances,
          "\xE2\x80\xAE"
          "dljf",
          2, " ");
  assert_table (instances, "Name          Port  Private IP\n"
                           "�[2Jgone         1  10.0.0.1\n"
                           "�dljf            2\n");
}

/* What the window shows. */
static void
test_values (void)
{
  static const HtapFieldIndex fields[] = { HTAP_FIELD_SHOWN_STATUS, HTAP_FIELD_HA_MODE,
                                           HTAP_FIELD_CREATE_AT, HTAP_FIELD_REGION };
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  g_autofree char *text = NULL;

  g_list_store_append (instances, instance);
  text = htap_table_format_text (G_LIST_MODEL (instances), fields, G_N_ELEMENTS (fields));

  g_assert_cmpstr (text, ==,
                   "Status                   Mode              Created              Region\n"
                   "Changing: resize_flavor  Cluster, 6 nodes  2024-03-22 08:00:08  "
                   "CN North-Beijing4\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/alignment", test_alignment);
  g_test_add_func ("/table/width", test_width);
  g_test_add_func ("/table/hostile-names", test_hostile_names);
  g_test_add_func ("/table/values", test_values);

  return g_test_run ();
}
