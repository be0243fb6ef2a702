/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project.h"

static void
test_region (void)
{
  static const struct
  {
    const char *name;
    const char *region;
    gboolean is_default;
  } cases[] = {
    { "cn-north-4", "cn-north-4", TRUE },
    { "cn-north-4_sales", "cn-north-4", FALSE },
    { "cn-north-4_sales_2", "cn-north-4", FALSE },
    { "", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapProject) project = htap_project_new ("23a5", cases[i].name);
      g_autoptr (HtapProject) copy = htap_project_copy (project);

      g_assert_cmpstr (copy->id, ==, "23a5");
      g_assert_cmpstr (copy->name, ==, cases[i].name);
      g_assert_cmpstr (copy->region, ==, cases[i].region);
      g_assert_true (htap_project_is_default (copy) == cases[i].is_default);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/region", test_region);

  return g_test_run ();
}
