/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status.h"

#define RUNNING                                                                                    \
  {                                                                                                \
    .action = "resize_flavor", .status = "OK_TO_RUN"                                               \
  }
#define OVER                                                                                       \
  {                                                                                                \
    .action = "resize_flavor", .status = "DELETED"                                                 \
  }

static void
test_shown_status (void)
{
  static const struct
  {
    const char *status;
    gboolean frozen;
    gboolean waits_for_restart;
    HtapAction actions[2];
    guint n_actions;
    HtapShownStatus shown;
  } cases[] = {
    { "createfail", TRUE, TRUE, { RUNNING }, 1, HTAP_SHOWN_STATUS_CREATION_FAILED },
    { "createfailed", FALSE, FALSE, { OVER }, 0, HTAP_SHOWN_STATUS_CREATION_FAILED },
    { "abnormal", TRUE, TRUE, { RUNNING }, 1, HTAP_SHOWN_STATUS_ABNORMAL },
    { "normal", TRUE, TRUE, { RUNNING }, 1, HTAP_SHOWN_STATUS_FROZEN },
    { "creating", TRUE, FALSE, { OVER }, 0, HTAP_SHOWN_STATUS_FROZEN },
    { "hibernating", TRUE, FALSE, { OVER }, 0, HTAP_SHOWN_STATUS_FROZEN },
    { "creating", FALSE, TRUE, { RUNNING }, 1, HTAP_SHOWN_STATUS_CREATING },
    { "hibernating", FALSE, TRUE, { RUNNING }, 1, HTAP_SHOWN_STATUS_UNKNOWN },
    { NULL, FALSE, FALSE, { OVER }, 0, HTAP_SHOWN_STATUS_UNKNOWN },
    { "NORMAL", FALSE, FALSE, { OVER }, 0, HTAP_SHOWN_STATUS_UNKNOWN },
    { "normal", FALSE, TRUE, { RUNNING }, 1, HTAP_SHOWN_STATUS_CHANGING },
    { "normal", FALSE, TRUE, { OVER, RUNNING }, 2, HTAP_SHOWN_STATUS_CHANGING },
    { "normal",
      FALSE,
      FALSE,
      { { .action = "restart", .status = "NEW" } },
      1,
      HTAP_SHOWN_STATUS_CHANGING },
    { "normal", FALSE, FALSE, { { .action = "restart" } }, 1, HTAP_SHOWN_STATUS_CHANGING },
    { "normal", FALSE, TRUE, { OVER }, 1, HTAP_SHOWN_STATUS_REBOOT_NEEDED },
    { "normal", FALSE, TRUE, { OVER }, 0, HTAP_SHOWN_STATUS_REBOOT_NEEDED },
    { "normal", FALSE, FALSE, { OVER, OVER }, 2, HTAP_SHOWN_STATUS_AVAILABLE },
    { "normal", FALSE, FALSE, { OVER }, 0, HTAP_SHOWN_STATUS_AVAILABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();

      htap_record_set_text (record, HTAP_TEXT_STATUS, cases[i].status);
      htap_record_set_number (record, HTAP_NUMBER_IS_FROZEN, cases[i].frozen);
      htap_record_set_number (record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS,
                              cases[i].waits_for_restart);
      for (guint j = 0; j < cases[i].n_actions; j++)
        htap_record_add_action (record, &cases[i].actions[j]);

      g_test_message ("case %u", i);
      g_assert_cmpint (htap_record_get_shown_status (record), ==, cases[i].shown);
    }
}

static void
test_running_action (void)
{
  g_autoptr (HtapRecord) record = htap_record_new ();
  const HtapAction over = OVER;
  const HtapAction restart = { .action = "restart", .status = "OK_TO_RUN" };

  g_assert_null (htap_record_get_running_action (record));
  htap_record_add_action (record, &over);
  g_assert_null (htap_record_get_running_action (record));
  htap_record_add_action (record, &restart);
  g_assert_cmpstr (htap_record_get_running_action (record)->action, ==, "restart");
}

/* Trouble is on top: scripts and the first sort rely on the order. */
static void
test_ids (void)
{
  static const char *const ids[] = { "creation-failed", "abnormal", "frozen",        "creating",
                                     "unknown",         "changing", "reboot-needed", "available" };

  for (guint status = 0; status < G_N_ELEMENTS (ids); status++)
    g_assert_cmpstr (htap_shown_status_get_id (status), ==, ids[status]);
  g_assert_cmpuint (G_N_ELEMENTS (ids), ==, HTAP_SHOWN_STATUS_AVAILABLE + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status/shown-status", test_shown_status);
  g_test_add_func ("/status/running-action", test_running_action);
  g_test_add_func ("/status/ids", test_ids);

  return g_test_run ();
}
