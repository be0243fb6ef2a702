/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-severity.h"

/* Scripts and style classes count on the ids, sorting on the order. */
static void
test_severities (void)
{
  static const struct
  {
    HtapSeverity severity;
    const char *id;
    const char *label;
  } cases[HTAP_N_SEVERITIES] = {
    { HTAP_SEVERITY_NONE, "none", NULL },
    { HTAP_SEVERITY_INFORMATION, "information", "Information" },
    { HTAP_SEVERITY_WARNING, "warning", "Warning" },
    { HTAP_SEVERITY_ERROR, "error", "Error" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (cases[i].severity, ==, i);
      g_assert_cmpstr (htap_severity_get_id (cases[i].severity), ==, cases[i].id);
      g_assert_cmpstr (htap_severity_get_label (cases[i].severity), ==, cases[i].label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/severity/severities", test_severities);

  return g_test_run ();
}
