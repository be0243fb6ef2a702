/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-finder.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#define N 10

static void
find_all (HtapAuthorizer *authorizer, GError **error)
{
  GAsyncResult *results[N] = { NULL };

  for (guint i = 0; i < N; i++)
    htap_authorizer_find_project_async (authorizer, CLOUD_REGION, NULL, htap_test_on_result,
                                        &results[i]);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *id =
          htap_authorizer_find_project_finish (authorizer, htap_test_await (&results[i]), error);

      g_object_unref (results[i]);
      if (error == NULL)
        g_assert_cmpstr (id, ==, CLOUD_PROJECT);
      else
        {
          g_assert_error (*error, HTAP_ERROR, HTAP_ERROR_CONFIG);
          g_clear_error (error);
        }
    }
}

/* Asked once and remembered; a failure is not. */
static void
test_once (void)
{
  HtapTestCloud cloud;
  g_autoptr (HtapAuthorizer) authorizer = NULL;
  g_autoptr (GError) error = NULL;

  htap_test_cloud_init (&cloud);
  cloud.projects = NULL;
  cloud.named_projects = NULL;
  authorizer = htap_test_cloud_new_authorizer (&cloud, HTAP_SIGN_IN_ACCESS_KEY);
  find_all (authorizer, &error);
  g_assert_cmpuint (cloud.n_projects, ==, 2);

  cloud.projects = "iam/auth_projects.json";
  find_all (authorizer, NULL);
  g_assert_cmpuint (cloud.n_projects, ==, 3);
  find_all (authorizer, NULL);
  g_assert_cmpuint (cloud.n_projects, ==, 3);
  htap_test_cloud_clear (&cloud);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-finder/once", test_once);

  return g_test_run ();
}
