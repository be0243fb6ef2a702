/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-tasks.h"

#include "htap-detail-fixture.h"

static void
assert_tasks (HtapInstanceDetail *detail, const char *expected)
{
  g_autoptr (GPtrArray) facts = htap_detail_tasks_new (detail, NULL);
  g_autofree char *shown = htap_detail_fixture_dup_facts (facts);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_task (const char *status, const char *stage, gboolean needs_repair, const char *said)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();
  g_autofree char *expected = g_strdup_printf ("task-1: crm → crm_ap %s\n", said);

  htap_detail_fixture_tell_replication (detail, status, stage, needs_repair);
  assert_tasks (detail, expected);
}

/* In the words of either engine, whatever their case. */
static void
test_says_how_it_is (void)
{
  assert_task ("Yes", "Incremental", FALSE, "[available Running] Incremental synchronization");
  assert_task ("normal", "full", FALSE, "[available Running] Full synchronization");
  assert_task ("No", "paused", FALSE, "[abnormal Not running] Paused");
  assert_task ("abnormal", "failed", FALSE, "[abnormal Not running] Failed");
  assert_task ("Yes", "incremental", TRUE,
               "[abnormal Needs repair] Running, Incremental synchronization");
  assert_task ("No", "incremental", TRUE,
               "[abnormal Needs repair] Not running, Incremental synchronization");
  assert_task ("odd", "strange", FALSE, "[unknown odd] strange");
  assert_task (NULL, NULL, FALSE, "[unknown Unknown]");
}

static void
test_arrives (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  assert_tasks (NULL, "Loading…\n");
  htap_detail_fixture_tell_error (detail, HTAP_DETAIL_PART_REPLICATIONS, HTAP_ERROR_FORBIDDEN);
  assert_tasks (detail, "Needs the permission gaussdb:htapInstance:list (identity policy: "
                        "gaussdbformysql:htapInstance:getReplication)\n");
  htap_detail_fixture_tell (detail, HTAP_DETAIL_PART_REPLICATIONS, g_ptr_array_new ());
  assert_tasks (detail, "No synchronization task\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-tasks/says-how-it-is", test_says_how_it_is);
  g_test_add_func ("/detail-tasks/arrives", test_arrives);

  return g_test_run ();
}
