/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-search.h"

#include "htap-authorizers.h"
#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#define NAME     "cn-north-4_analytics"
#define NAMED_ID "f250b7432684d57dedf2ac9f2fed0ebf"

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

/* The profile names one beside the region's own. */
static void
test_named (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (HtapAuthorizer) authorizer = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  htap_test_cloud_init (&cloud);
  cloud.projects = "iam/auth_projects.json";
  profile = htap_test_cloud_new_profile (&cloud, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_project_name (profile, CLOUD_REGION, NAME);
  authorizer = htap_authorizer_new_for_profile (http, profile, credentials, &error);
  htap_project_search_async (authorizer, CLOUD_REGION, NULL, htap_test_on_result, &first);
  id = g_task_propagate_pointer (G_TASK (htap_test_await (&first)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, NAMED_ID);

  cloud.projects = "iam/projects_empty.json";
  cloud.named_projects = "iam/projects_empty.json";
  htap_project_search_async (authorizer, CLOUD_REGION, NULL, htap_test_on_result, &second);
  g_assert_null (g_task_propagate_pointer (G_TASK (htap_test_await (&second)), &error));
  g_assert_cmpstr (cloud.target, ==, "/v3/projects?name=" NAME);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, NAME);
  htap_test_cloud_clear (&cloud);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-search/ways", test_ways);
  g_test_add_func ("/project-search/named", test_named);

  return g_test_run ();
}
