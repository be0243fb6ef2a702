/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus.h"

static void
test_shown_status (void)
{
  static const struct
  {
    const char *status;
    HtapShownStatus shown;
  } cases[] = {
    { "normal", HTAP_SHOWN_STATUS_AVAILABLE },
    { "creating", HTAP_SHOWN_STATUS_CREATING },
    { "abnormal", HTAP_SHOWN_STATUS_ABNORMAL },
    { "createfail", HTAP_SHOWN_STATUS_CREATION_FAILED },
    { "ACTIVE", HTAP_SHOWN_STATUS_AVAILABLE },
    { "BUILD", HTAP_SHOWN_STATUS_CREATING },
    { "FAILED", HTAP_SHOWN_STATUS_ABNORMAL },
    { "FROZEN", HTAP_SHOWN_STATUS_FROZEN },
    { "STORAGE FULL", HTAP_SHOWN_STATUS_ABNORMAL },
    { "BACKING UP", HTAP_SHOWN_STATUS_CHANGING },
    { "MODIFYING DATABASE PORT", HTAP_SHOWN_STATUS_CHANGING },
    { "SWITCHOVER", HTAP_SHOWN_STATUS_CHANGING },
    { "HIBERNATING", HTAP_SHOWN_STATUS_UNKNOWN },
    { NULL, HTAP_SHOWN_STATUS_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapTaurus) taurus = htap_taurus_new ();

      htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_STATUS, cases[i].status);
      g_assert_cmpint (htap_taurus_get_shown_status (taurus), ==, cases[i].shown);
      g_assert_cmpstr (htap_taurus_get_text (taurus, HTAP_TAURUS_TEXT_STATUS), ==, cases[i].status);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/taurus-status/shown-status", test_shown_status);

  return g_test_run ();
}
