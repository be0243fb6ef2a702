/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-route.h"

static void
test_variables (void)
{
  g_auto (GStrv) variables =
      htap_demo_route_match ("/v3/*/instances/*/htap", "/v3/p1/instances/t1/htap");

  g_assert_nonnull (variables);
  g_assert_cmpuint (g_strv_length (variables), ==, 2);
  g_assert_cmpstr (variables[0], ==, "p1");
  g_assert_cmpstr (variables[1], ==, "t1");
}

static void
test_without_variables (void)
{
  g_auto (GStrv) variables = htap_demo_route_match ("/demo/faults", "/demo/faults");

  g_assert_nonnull (variables);
  g_assert_cmpuint (g_strv_length (variables), ==, 0);
}

static void
test_other_paths (void)
{
  static const char *const paths[] = {
    "",
    "/",
    "/v3/p1/instances/t1",
    "/v3/p1/instances/t1/htap/",
    "/v3/p1/instances/t1/htap/more",
    "/v3//instances/t1/htap",
    "/v3/p1/instances//htap",
    "/v3.1/p1/instances/t1/htap",
    "/V3/p1/instances/t1/htap",
    "v3/p1/instances/t1/htap",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_null (htap_demo_route_match ("/v3/*/instances/*/htap", paths[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-route/variables", test_variables);
  g_test_add_func ("/demo-route/without-variables", test_without_variables);
  g_test_add_func ("/demo-route/other-paths", test_other_paths);

  return g_test_run ();
}
