/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-search.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

static void
test_ways (void)
{
  static const struct
  {
    const char *region;
    const char *projects; /* NULL: 403 */
    const char *named_projects;
    const char *target; /* of the last request */
    HtapErrorReason reason;
  } cases[] = {
    { CLOUD_REGION, "iam/auth_projects.json", NULL, "/v3/auth/projects" },
    { CLOUD_REGION, "iam/projects_empty.json", "iam/projects_name_cn-north-4.json",
      "/v3/projects?name=cn-north-4" },
    { CLOUD_REGION, NULL, "iam/projects_name_cn-north-4.json", "/v3/projects?name=cn-north-4" },
    { CLOUD_REGION, NULL, NULL, "/v3/projects?name=cn-north-4",
      HTAP_ERROR_REASON_PROJECT_ID_NEEDED },
    { "cn-north-11", "iam/auth_projects.json", "iam/projects_empty.json",
      "/v3/projects?name=cn-north-11", HTAP_ERROR_REASON_UNKNOWN_PROJECT },
    { CLOUD_REGION, NULL, "iam/auth_projects.json", "/v3/projects?name=cn-north-4",
      HTAP_ERROR_REASON_UNKNOWN_PROJECT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapTestCloud cloud;
      g_autoptr (HtapAuthorizer) authorizer = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      g_test_message ("case %u", i);
      htap_test_cloud_init (&cloud);
      cloud.projects = cases[i].projects;
      cloud.named_projects = cases[i].named_projects;
      authorizer = htap_test_cloud_new_authorizer (&cloud, HTAP_SIGN_IN_ACCESS_KEY);
      htap_project_search_async (authorizer, cases[i].region, NULL, htap_test_on_result, &result);
      id = g_task_propagate_pointer (G_TASK (htap_test_await (&result)), &error);
      g_assert_cmpstr (cloud.target, ==, cases[i].target);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
      if (cases[i].reason == HTAP_ERROR_REASON_NONE)
        g_assert_cmpstr (id, ==, CLOUD_PROJECT);
      else
        {
          g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
          g_assert_cmpstr (htap_error_get_details (error)->subject, ==, cases[i].region);
        }
      htap_test_cloud_clear (&cloud);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-search/ways", test_ways);

  return g_test_run ();
}
