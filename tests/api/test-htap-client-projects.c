/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-error.h"
#include "htap-project.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

static void
test_projects (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GPtrArray) projects = NULL;
  g_autofree char *id = NULL;

  htap_test_cloud_init (&cloud);
  profile = htap_test_cloud_new_profile (&cloud, HTAP_SIGN_IN_ACCESS_KEY);
  htap_client_list_projects_async (client, profile, credentials, NULL, htap_test_on_result,
                                   &listed);
  projects = htap_client_list_projects_finish (client, htap_test_await (&listed), NULL);
  g_assert_cmpuint (projects->len, ==, 5);

  htap_client_find_project_async (client, profile, CLOUD_REGION, credentials, NULL,
                                  htap_test_on_result, &found);
  id = htap_client_find_project_finish (client, htap_test_await (&found), NULL);
  g_assert_cmpstr (id, ==, CLOUD_PROJECT);
  htap_test_cloud_clear (&cloud);
}

static void
test_no_credentials (void)
{
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GError) error = NULL;

  htap_client_list_projects_async (client, profile, NULL, NULL, htap_test_on_result, &listed);
  g_assert_null (htap_client_list_projects_finish (client, htap_test_await (&listed), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_clear_error (&error);

  htap_client_find_project_async (client, profile, CLOUD_REGION, NULL, NULL, htap_test_on_result,
                                  &found);
  g_assert_null (htap_client_find_project_finish (client, htap_test_await (&found), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
}

/* A region in which the user has no project. */
static void
test_unknown_project (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  profile = htap_test_cloud_new_profile (&cloud, HTAP_SIGN_IN_ACCESS_KEY);
  htap_client_find_project_async (client, profile, "nowhere-1", credentials, NULL,
                                  htap_test_on_result, &found);
  g_assert_null (htap_client_find_project_finish (client, htap_test_await (&found), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  htap_test_cloud_clear (&cloud);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client-projects/projects", test_projects);
  g_test_add_func ("/client-projects/no-credentials", test_no_credentials);
  g_test_add_func ("/client-projects/unknown-project", test_unknown_project);

  return g_test_run ();
}
