/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sort-order.h"

#define N_INSTANCES 60

static const char *const addresses[] = {
  NULL,
  "10.0.0.5",
  "10.0.0.12",
  "192.168.0.207",
  "0.0.0.0",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.5",
  "::1:0:0",
  "0:0:0:0:0:0:0:1",
  "fe80::1",
  "fe80::0001",
  "2001:db8::1",
  "2001:db8::2",
  "2001:db8:0:1::2",
  "ffff:ffff:ffff:ffff::1",
  "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  "host.example",
  "another",
  "10.0.0.256",
};

static const char *const texts[] = {
  NULL,
  "htap-2",
  "htap-10",
  "HTAP-10",
  "htap-010",
  "htap",
  "3.1.6",
  "3.1.15",
  "3.1.15.80",
  "3.1.15.9",
  "-",
  "生产-3",
  "a b",
  "00",
  "0",
  "the same first sixteen letters, and 2",
  "the same first sixteen letters, and 10",
};

static const gint64 numbers[] = { 0, 1, -1, 3306, 1704067200000, G_MININT64, G_MAXINT64 };

static const char *const statuses[] = { NULL,       "normal",     "normal",   "abnormal",
                                        "creating", "createfail", "new-word", "new-work" };

static const char *
choose (GRand *rand, const char *const *from, guint n)
{
  return from[g_rand_int_range (rand, 0, (gint32) n)];
}

static HtapRecord *
new_record (GRand *rand, const char *id)
{
  HtapRecord *record = htap_record_new ();
  guint n_nodes = (guint) g_rand_int_range (rand, 0, 3);

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    htap_record_set_text (record, i, choose (rand, texts, G_N_ELEMENTS (texts)));
  htap_record_set_text (record, HTAP_TEXT_ID, id);
  htap_record_set_text (record, HTAP_TEXT_STATUS, choose (rand, statuses, G_N_ELEMENTS (statuses)));
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP,
                        choose (rand, addresses, G_N_ELEMENTS (addresses)));
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP_V6,
                        choose (rand, addresses, G_N_ELEMENTS (addresses)));
  for (guint i = 0; i < HTAP_N_NUMBERS; i++)
    if (g_rand_boolean (rand))
      htap_record_set_number (record, i,
                              numbers[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (numbers))]);
  for (guint i = 0; i < n_nodes; i++)
    htap_record_add_node (
        record, &(HtapNode){ .data_ip = choose (rand, addresses, G_N_ELEMENTS (addresses)) });
  if (g_rand_boolean (rand))
    htap_record_add_action (record,
                            &(HtapAction){ .action = choose (rand, texts, G_N_ELEMENTS (texts)) });

  return record;
}

static HtapSource *
new_source (GRand *rand, HtapProfile *profile)
{
  HtapSource *source = htap_source_new (profile, "cn-north-4", "23a5", "ain07");

  htap_source_set_taurus_name (source, choose (rand, texts, G_N_ELEMENTS (texts)));

  return source;
}

static GPtrArray *
new_instances (GRand *rand)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("6f1c");
  g_autoptr (HtapSource) one = new_source (rand, profile);
  g_autoptr (HtapSource) other = new_source (rand, profile);
  GPtrArray *instances = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_INSTANCES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%din17", g_rand_int_range (rand, 0, 1000));
      g_autoptr (HtapRecord) record = new_record (rand, id);

      g_ptr_array_add (instances, htap_instance_new (g_rand_boolean (rand) ? one : other, record));
    }

  return instances;
}

/* Whether there is something to sort by: an instance without a name is called by its id. */
static gboolean
has_value (const HtapField *field, HtapInstance *instance)
{
  g_autofree char *value = htap_field_dup_value_of_instance (field, instance);
  gint64 number;

  /* A time may be too far away to be written. */
  return value != NULL ||
         htap_field_get_number (field, htap_instance_get_record (instance), &number) ||
         htap_field_get_index (field) == HTAP_FIELD_NAME;
}

/* The whole comparison, of the values as they are. */
static int
compare_plainly (const HtapField *field, gboolean descending, HtapInstance *a, HtapInstance *b)
{
  int order = htap_field_compare (field, a, b);

  if (descending && has_value (field, a) && has_value (field, b))
    order = -CLAMP (order, -1, 1);

  return CLAMP (order, -1, 1);
}

static void
assert_same_order (const HtapSortOrder *order, GPtrArray *instances)
{
  for (guint i = 0; i < instances->len; i++)
    for (guint j = 0; j < instances->len; j++)
      {
        int result = htap_sort_order_compare (order, instances->pdata[i], instances->pdata[j]);
        int expected = compare_plainly (order->field, order->descending, instances->pdata[i],
                                        instances->pdata[j]);

        if (CLAMP (result, -1, 1) != expected)
          g_error ("%s: %s and %s are in order %d, not %d", htap_field_get_id (order->field),
                   htap_instance_get_id (instances->pdata[i]),
                   htap_instance_get_id (instances->pdata[j]), result, expected);
      }
}

/* Another value comes for some of those that have been compared. */
static void
change_some (GRand *rand, GPtrArray *instances)
{
  for (guint i = 0; i < instances->len; i += 3)
    {
      g_autoptr (HtapRecord) record = new_record (rand, htap_instance_get_id (instances->pdata[i]));

      htap_instance_set_record (instances->pdata[i], record);
    }
}

static void
test_every_field (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GPtrArray) instances = new_instances (rand);

      for (guint i = 0; i < HTAP_N_FIELDS; i++)
        {
          HtapSortOrder ascending, descending;

          htap_sort_order_init (&ascending, htap_field_get (i), FALSE);
          htap_sort_order_init (&descending, htap_field_get (i), TRUE);
          assert_same_order (&ascending, instances);
          change_some (rand, instances);
          assert_same_order (&ascending, instances);
          assert_same_order (&descending, instances);
        }
    }
}

/* Two windows may sort the same instances, each by something else. */
static void
test_two_orders (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) instances = new_instances (rand);
  HtapSortOrder by_address, by_time;

  htap_sort_order_init (&by_address, htap_field_get (HTAP_FIELD_DATA_VIP), FALSE);
  htap_sort_order_init (&by_time, htap_field_get (HTAP_FIELD_CREATE_AT), TRUE);
  for (guint i = 0; i < 3; i++)
    {
      assert_same_order (&by_address, instances);
      assert_same_order (&by_time, instances);
    }
}

/* What another source says of the same instance takes the place of what was shown. */
static void
test_other_source (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("6f1c");
  g_autoptr (HtapSource) one = htap_source_new (profile, "cn-north-4", "23a5", "ain07");
  g_autoptr (HtapSource) other = htap_source_new (profile, "cn-north-4", "77b0", "ain07");
  g_autoptr (HtapRecord) low = htap_record_new ();
  g_autoptr (HtapRecord) middle = htap_record_new ();
  g_autoptr (HtapRecord) high = htap_record_new ();
  g_autoptr (HtapInstance) a = NULL;
  g_autoptr (HtapInstance) b = NULL;
  HtapSortOrder order;

  htap_record_set_text (low, HTAP_TEXT_DATA_VIP, "10.0.0.9");
  htap_record_set_text (low, HTAP_TEXT_ID, "ain17");
  htap_record_set_text (middle, HTAP_TEXT_DATA_VIP, "10.0.0.10");
  htap_record_set_text (middle, HTAP_TEXT_ID, "bin17");
  htap_record_set_text (high, HTAP_TEXT_DATA_VIP, "10.0.0.11");
  htap_record_set_text (high, HTAP_TEXT_ID, "ain17");
  a = htap_instance_new (one, low);
  b = htap_instance_new (one, middle);
  htap_instance_set_record_of (a, other, high);
  htap_sort_order_init (&order, htap_field_get (HTAP_FIELD_DATA_VIP), FALSE);

  g_assert_cmpint (htap_sort_order_compare (&order, a, b), <, 0);
  htap_instance_show_source (a, other);
  g_assert_cmpint (htap_sort_order_compare (&order, a, b), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sort-order/every-field", test_every_field);
  g_test_add_func ("/sort-order/two-orders", test_two_orders);
  g_test_add_func ("/sort-order/other-source", test_other_source);

  return g_test_run ();
}
