/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record-list.h"

#include "htap-test-samples.h"

static void
test_texts (void)
{
  static const char *const expected[HTAP_N_LISTS] = {
    [HTAP_LIST_PROXY_IPS] = "10.0.0.9|10.0.0.10",
    [HTAP_LIST_NODES] = "192.168.0.183 htap-1_fe_node_0 36d62cd6a77a4e80a335077867e7912bno17|"
                        "192.168.0.7 htap-1_fe_node_1 46d62cd6a77a4e80a335077867e7912bno17",
    [HTAP_LIST_ZONES] = "az2 cn-southwest-244b Center",
    [HTAP_LIST_ACTIONS] = "resize_flavor OK_TO_RUN instance object-1 job-1 action-1 "
                          "2024-03-22T08:00:08.228Z 2024-03-22T08:00:09Z",
  };
  g_autoptr (HtapRecord) full = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) empty = htap_record_new ();

  for (guint list = 0; list < HTAP_N_LISTS; list++)
    {
      g_auto (GStrv) texts = htap_record_dup_list (full, list);
      g_auto (GStrv) none = htap_record_dup_list (empty, list);
      g_autofree char *joined = g_strjoinv ("|", texts);

      g_assert_cmpstr (joined, ==, expected[list]);
      g_assert_cmpuint (g_strv_length (none), ==, 0);
    }
}

static void
test_parts (void)
{
  g_autoptr (HtapRecord) record = htap_record_new ();
  const HtapNode address_only = { .data_ip = "192.168.0.7" };
  const HtapNode nothing = { NULL };
  const HtapAction hostile = { .action = "restart", .created_at = G_MAXINT64, .updated_at = 0 };
  g_auto (GStrv) nodes = NULL;
  g_auto (GStrv) actions = NULL;

  htap_record_add_node (record, &nothing);
  htap_record_add_node (record, &address_only);
  htap_record_add_action (record, &hostile);
  nodes = htap_record_dup_list (record, HTAP_LIST_NODES);
  actions = htap_record_dup_list (record, HTAP_LIST_ACTIONS);

  g_assert_cmpstrv (nodes, ((const char *const[]){ "192.168.0.7", NULL }));
  g_assert_cmpstrv (actions, ((const char *const[]){ "restart", NULL }));
}

/* A record with one list of nodes that have these addresses, up to NULL. */
static HtapRecord *
new_with_nodes (const char *const *addresses)
{
  HtapRecord *record = htap_record_new ();

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      const HtapNode node = { .data_ip = addresses[i] };

      htap_record_add_node (record, &node);
      htap_record_add_proxy_ip (record, addresses[i]);
    }

  return record;
}

static void
test_order (void)
{
  static const char *const ascending[][3] = {
    { "192.168.0.7" },  { "192.168.0.7", "192.168.0.41" },
    { "192.168.0.41" }, { "::1" },
    { "::0:1" },        { NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        g_autoptr (HtapRecord) one = new_with_nodes (ascending[i]);
        g_autoptr (HtapRecord) other = new_with_nodes (ascending[j]);
        int nodes = htap_record_compare_list (one, other, HTAP_LIST_NODES);
        int proxies = htap_record_compare_list (one, other, HTAP_LIST_PROXY_IPS);

        /* Two spellings of one address differ, in whatever order. */
        if (i + j == 7 && ABS ((int) i - (int) j) == 1)
          {
            g_assert_cmpint (nodes, !=, 0);
            continue;
          }

        g_assert_cmpint (CLAMP (nodes, -1, 1), ==, CLAMP ((int) i - (int) j, -1, 1));
        g_assert_cmpint (CLAMP (proxies, -1, 1), ==, CLAMP ((int) i - (int) j, -1, 1));
      }
}

/* The same words in other members are not the same. */
static void
test_members_are_told_apart (void)
{
  g_autoptr (HtapRecord) one = htap_record_new ();
  g_autoptr (HtapRecord) other = htap_record_new ();
  const HtapNode named = { .node_name = "x", .node_id = NULL };
  const HtapNode identified = { .node_name = NULL, .node_id = "x" };

  htap_record_add_node (one, &named);
  htap_record_add_node (other, &identified);

  g_assert_cmpint (htap_record_compare_list (one, other, HTAP_LIST_NODES), <, 0);
  g_assert_cmpint (htap_record_compare_list (other, one, HTAP_LIST_NODES), >, 0);
}

static void
test_every_member_counts (void)
{
  static const HtapAction actions[] = {
    { .action = "a" }, { .status = "a" }, { .type = "a" },     { .object_id = "a" },
    { .job_id = "a" }, { .id = "a" },     { .created_at = 1 }, { .updated_at = 1 },
  };
  static const HtapZone zones[] = { { .description = "a" }, { .code = "a" }, { .az_type = "a" } };
  g_autoptr (HtapRecord) nothing = htap_record_new ();

  htap_record_add_action (nothing, &(HtapAction){ .action = NULL });
  htap_record_add_zone (nothing, &(HtapZone){ .code = NULL });

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();

      htap_record_add_action (record, &actions[i]);
      g_assert_cmpint (htap_record_compare_list (record, nothing, HTAP_LIST_ACTIONS), !=, 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();

      htap_record_add_zone (record, &zones[i]);
      g_assert_cmpint (htap_record_compare_list (record, nothing, HTAP_LIST_ZONES), !=, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-list/texts", test_texts);
  g_test_add_func ("/record-list/parts", test_parts);
  g_test_add_func ("/record-list/order", test_order);
  g_test_add_func ("/record-list/members-are-told-apart", test_members_are_told_apart);
  g_test_add_func ("/record-list/every-member-counts", test_every_member_counts);

  return g_test_run ();
}
