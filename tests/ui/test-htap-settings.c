/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-settings.h"

/* A demo's settings are those of a first start, and go with it. */
static void
test_memory (void)
{
  g_autoptr (GSettings) demo = htap_settings_new (TRUE);
  g_autoptr (GSettings) another = htap_settings_new (TRUE);
  g_autoptr (GSettings) real = htap_settings_new (FALSE);

  g_assert_true (g_settings_set_int (demo, "sidebar-width", 321));
  g_assert_cmpint (g_settings_get_int (demo, "sidebar-width"), ==, 321);
  g_assert_cmpint (g_settings_get_int (another, "sidebar-width"), ==, 240);
  g_assert_cmpint (g_settings_get_int (real, "sidebar-width"), ==, 240);
}

static void
test_kept (void)
{
  g_autoptr (GSettings) one = htap_settings_new (FALSE);
  g_autoptr (GSettings) other = htap_settings_new (FALSE);

  g_assert_true (g_settings_set_boolean (one, "maximized", TRUE));
  g_settings_sync ();
  g_assert_true (g_settings_get_boolean (other, "maximized"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings/memory", test_memory);
  g_test_add_func ("/settings/kept", test_kept);

  return g_test_run ();
}
