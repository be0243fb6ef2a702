/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-nodes.h"

#include "htap-detail-fixture.h"

static void
assert_nodes (HtapInstanceDetail *detail, const char *title, const char *expected)
{
  g_autoptr (GPtrArray) facts = htap_detail_nodes_new (detail, NULL);
  g_autofree char *shown = htap_detail_fixture_dup_facts (facts);
  g_autofree char *heading = htap_detail_nodes_dup_title (detail);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (heading, ==, title);
}

#define FE(status)                                                                                 \
  "FE node htap-fe-1: 192.168.0.183 " status " fe-leader · az1 · Reboot needed / 4 vCPUs · "    \
  "16 GB memory · 100 GB storage · Extreme SSD · 12 GB used · gaussdb.sr-fe.xlarge.x86.4\n"

/* The group is never without a row, and says which of its rows are there. */
static void
test_arrives (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  assert_nodes (NULL, "Nodes", "Loading…\n");
  assert_nodes (detail, "Nodes", "Loading…\n");
  htap_detail_fixture_tell_detail (detail);
  assert_nodes (detail, "Nodes (2)", FE ("[available Available]") "BE node Node 2: —\n");
}

static void
test_copies (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();
  g_autoptr (GPtrArray) facts = NULL;
  const HtapDetailFact *fact;

  htap_detail_fixture_tell_detail (detail);
  facts = htap_detail_nodes_new (detail, NULL);
  fact = facts->pdata[0];
  g_assert_cmpuint (fact->copies->len, ==, 3);
  g_assert_cmpstr (((HtapDetailCopy *) fact->copies->pdata[0])->text, ==, "192.168.0.183");
  fact = facts->pdata[1];
  g_assert_cmpuint (fact->copies->len, ==, 0);
}

/* Either answer may be refused; what the other tells is shown. */
static void
test_one_of_two (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  htap_detail_fixture_tell_nodes (detail);
  htap_detail_fixture_tell_error (detail, HTAP_DETAIL_PART_DETAIL, HTAP_ERROR_FORBIDDEN);
  assert_nodes (detail, "Nodes",
                "FE node htap-fe-1: — [abnormal Abnormal] fe-leader\n"
                "BE node htap-be-1: — [available Available] be\n"
                "Needs the permission gaussdb:htapInstance:list (identity policy: "
                "gaussdbformysql:htapInstance:get)\n");

  htap_detail_fixture_tell_detail (detail);
  assert_nodes (detail, "Nodes (2)", FE ("[available Available]") "BE node Node 2: —\n");
}

static void
test_none (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  htap_detail_fixture_tell (detail, HTAP_DETAIL_PART_DETAIL, htap_detail_new ());
  assert_nodes (detail, "Nodes (0)", "No node is reported\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-nodes/arrives", test_arrives);
  g_test_add_func ("/detail-nodes/copies", test_copies);
  g_test_add_func ("/detail-nodes/one-of-two", test_one_of_two);
  g_test_add_func ("/detail-nodes/none", test_none);

  return g_test_run ();
}
