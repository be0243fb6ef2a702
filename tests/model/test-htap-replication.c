/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-replication.h"

static void
test_members (void)
{
  g_autoptr (HtapReplication) task = htap_replication_new ();

  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_SOURCE_DATABASE, "orders");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_TASK_NAME, "before");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_TASK_NAME, "sync_orders");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_STAGE, "");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_PERCENTAGE, NULL);
  htap_replication_set_flag (task, HTAP_REPLICATION_FLAG_IS_MAIN, TRUE);

  g_assert_cmpstr (htap_replication_get_text (task, HTAP_REPLICATION_TEXT_SOURCE_DATABASE), ==,
                   "orders");
  g_assert_cmpstr (htap_replication_get_text (task, HTAP_REPLICATION_TEXT_TASK_NAME), ==,
                   "sync_orders");
  g_assert_null (htap_replication_get_text (task, HTAP_REPLICATION_TEXT_STAGE));
  g_assert_null (htap_replication_get_text (task, HTAP_REPLICATION_TEXT_PERCENTAGE));
  g_assert_true (htap_replication_get_flag (task, HTAP_REPLICATION_FLAG_IS_MAIN));
  g_assert_false (htap_replication_get_flag (task, HTAP_REPLICATION_FLAG_NEEDS_REPAIR));
}

static void
test_running (void)
{
  static const struct
  {
    const char *status;
    const char *stage;
    gboolean needs_repair;
    gboolean is_running;
    gboolean is_stopped;
  } cases[] = {
    { "Yes", "incremental", FALSE, TRUE, FALSE }, { "yes", "Full", FALSE, TRUE, FALSE },
    { "normal", "wait", FALSE, TRUE, FALSE },     { "No", "incremental", FALSE, FALSE, TRUE },
    { "abnormal", "full", FALSE, FALSE, TRUE },   { "Yes", "Paused", FALSE, TRUE, TRUE },
    { "Yes", "cancelled", FALSE, TRUE, TRUE },    { "normal", "failed", FALSE, TRUE, TRUE },
    { "Yes", "incremental", TRUE, TRUE, TRUE },   { "perhaps", "sideways", FALSE, FALSE, FALSE },
    { NULL, NULL, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapReplication) task = htap_replication_new ();

      htap_replication_set_text (task, HTAP_REPLICATION_TEXT_STATUS, cases[i].status);
      htap_replication_set_text (task, HTAP_REPLICATION_TEXT_STAGE, cases[i].stage);
      htap_replication_set_flag (task, HTAP_REPLICATION_FLAG_NEEDS_REPAIR, cases[i].needs_repair);

      g_test_message ("%s, %s, %d", cases[i].status, cases[i].stage, cases[i].needs_repair);
      g_assert_cmpint (htap_replication_is_running (task), ==, cases[i].is_running);
      g_assert_cmpint (htap_replication_is_stopped (task), ==, cases[i].is_stopped);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/replication/members", test_members);
  g_test_add_func ("/replication/running", test_running);

  return g_test_run ();
}
