/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-projects.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#include <string.h>

static void
assert_sample (GPtrArray *projects)
{
  static const char *const expected[][2] = {
    { "cn-north-4", "cn-north-4" },           { "cn-east-3", "cn-east-3" },
    { "ap-southeast-1", "ap-southeast-1" },   { "af-south-1", "af-south-1" },
    { "cn-north-4_analytics", "cn-north-4" },
  };

  g_assert_cmpuint (projects->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < projects->len; i++)
    {
      const HtapProject *project = projects->pdata[i];

      g_assert_cmpstr (project->name, ==, expected[i][0]);
      g_assert_cmpstr (project->region, ==, expected[i][1]);
      g_assert_cmpuint (strlen (project->id), ==, 32);
    }
}

/* In every way to sign in; nothing of one project is said. */
static void
test_listed (void)
{
  for (HtapSignIn sign_in = HTAP_SIGN_IN_TOKEN; sign_in <= HTAP_SIGN_IN_ACCESS_KEY; sign_in++)
    {
      HtapTestCloud cloud;
      g_autoptr (HtapAuthorizer) authorizer = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) projects = NULL;

      htap_test_cloud_init (&cloud);
      authorizer = htap_test_cloud_new_authorizer (&cloud, sign_in);
      htap_projects_list_async (authorizer, NULL, NULL, NULL, htap_test_on_result, &result);
      projects = htap_projects_list_finish (authorizer, htap_test_await (&result), &error);
      g_assert_no_error (error);
      assert_sample (projects);
      g_assert_cmpstr (cloud.target, ==, "/v3/auth/projects");
      if (sign_in == HTAP_SIGN_IN_PASSWORD)
        g_assert_nonnull (strstr (cloud.body, "\"scope\":{\"domain\":{\"name\":\"IAMDomain\"}}"));
      htap_test_cloud_clear (&cloud);
    }
}

static void
test_deviations (void)
{
  static const struct
  {
    const char *body;
    int n_projects; /* -1: an error */
  } cases[] = {
    { "{\"projects\":[]}", 0 },
    { "{\"projects\":[{\"id\":\"a1\",\"name\":\"r_x\"},3,null,{\"id\":4,\"name\":\"r\"},"
      "{\"id\":\"../x\",\"name\":\"r\"},{\"name\":\"r\"},{\"id\":\"a2\",\"name\":null},"
      "{\"id\":\"a3\",\"name\":\"r\",\"enabled\":false},{\"id\":\"a4\",\"name\":\"r\","
      "\"is_domain\":true},{\"id\":\"a5\",\"name\":\"MOS\"}]}",
      1 },
    { "{\"projects\":{}}", -1 },
    { "{}", -1 },
    { "[]", -1 },
    { "<html>", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (cases[i].body, strlen (cases[i].body));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) projects = htap_projects_decode (body, &error);

      if (cases[i].n_projects < 0)
        g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
      else
        g_assert_cmpint ((int) projects->len, ==, cases[i].n_projects);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/projects/listed", test_listed);
  g_test_add_func ("/projects/deviations", test_deviations);

  return g_test_run ();
}
