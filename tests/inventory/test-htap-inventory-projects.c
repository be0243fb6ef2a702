/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-error.h"
#include "htap-project.h"
#include "htap-sign-in-fixture.h"
#include "htap-test.h"

static GPtrArray *
list (HtapSignInFixture *fixture, HtapSignIn sign_in, const char *secret, GError **error)
{
  g_autoptr (HtapProfile) profile = htap_sign_in_fixture_new_profile (fixture, sign_in, "");
  g_autoptr (HtapCredentials) credentials = htap_sign_in_fixture_new_credentials (sign_in, secret);
  g_autoptr (GAsyncResult) result = NULL;

  htap_inventory_list_projects_async (fixture->inventory, profile, credentials, NULL,
                                      htap_test_on_result, &result);

  return htap_inventory_list_projects_finish (fixture->inventory, htap_test_await (&result), error);
}

/* Those in which something can be; the disabled one and the object storage's are left out. */
static void
test_every_way_to_sign_in (HtapSignInFixture *fixture, gconstpointer data)
{
  const char *const secrets[] = {
    [HTAP_SIGN_IN_TOKEN] = htap_demo_cloud_get_token (fixture->probe->cloud),
    [HTAP_SIGN_IN_PASSWORD] = "Demo-Password-1",
    [HTAP_SIGN_IN_ACCESS_KEY] = "demoSecretKeyOfOpsWhichIsNoSecretAtAll01",
  };
  static const char *const names[] = { "cn-southwest-2", "cn-north-4", "cn-east-3",
                                       "cn-north-4_analytics" };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) projects = list (fixture, (HtapSignIn) i, secrets[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (projects->len, ==, G_N_ELEMENTS (names));
      for (guint j = 0; j < projects->len; j++)
        g_assert_cmpstr (((HtapProject *) projects->pdata[j])->name, ==, names[j]);
    }
}

static void
test_refused (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (list (fixture, HTAP_SIGN_IN_PASSWORD, "wrong", &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
}

/* Who is signed in as the profile needs no other token afterwards. */
static void
test_disturbs_nobody (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_PASSWORD, BI_PROJECT);
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_PASSWORD, "Demo-Password-1");
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (GError) error = NULL;

  htap_sign_in_fixture_add_profile (fixture, profile, credentials);
  htap_sign_in_fixture_refresh (fixture);
  projects = list (fixture, HTAP_SIGN_IN_PASSWORD, "Demo-Password-1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (htap_sign_in_fixture_count_tokens (fixture), ==, 2);
  htap_sign_in_fixture_refresh (fixture);
  g_assert_cmpuint (htap_sign_in_fixture_count_tokens (fixture), ==, 2);
}

static void
test_cancelled (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_PASSWORD, "");
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_PASSWORD, "Demo-Password-1");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_demo_probe_fault (fixture->probe, "{\"path\": \"auth/tokens\", \"delay\": 600000}");
  htap_inventory_list_projects_async (fixture->inventory, profile, credentials, cancellable,
                                      htap_test_on_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (
      htap_inventory_list_projects_finish (fixture->inventory, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, HtapSignInFixture, NULL, htap_sign_in_fixture_set_up, test,                    \
              htap_sign_in_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/inventory-projects/every-way-to-sign-in", test_every_way_to_sign_in);
  ADD ("/inventory-projects/refused", test_refused);
  ADD ("/inventory-projects/disturbs-nobody", test_disturbs_nobody);
  ADD ("/inventory-projects/cancelled", test_cancelled);

  return g_test_run ();
}
