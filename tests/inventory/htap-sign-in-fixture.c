/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-fixture.h"

#include "htap-test.h"

void
htap_sign_in_fixture_set_up (HtapSignInFixture *self, gconstpointer data)
{
  self->probe = htap_demo_probe_new ();
  self->inventory = htap_inventory_new ("en-us");
}

void
htap_sign_in_fixture_tear_down (HtapSignInFixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->inventory);
  htap_demo_probe_free (self->probe);
}

/**
 * htap_sign_in_fixture_new_profile:
 * @project_id: of a project in %BI_REGION; empty: to be found
 *
 * Returns: (transfer full): the demo's `demo-ops`, who may read everything
 */
HtapProfile *
htap_sign_in_fixture_new_profile (HtapSignInFixture *self,
                                  HtapSignIn sign_in,
                                  const char *project_id)
{
  const char *address = htap_demo_cloud_get_address (self->probe->cloud);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  HtapProfile *profile = htap_profile_new ("00000000-0000-4000-8000-000000000001");

  g_ptr_array_add (projects, htap_regional_id_new (BI_REGION, project_id));
  htap_profile_set_name (profile, "ops");
  htap_profile_set_sign_in (profile, sign_in);
  htap_profile_set_account (profile, "demo-account");
  htap_profile_set_user (profile, "demo-ops");
  htap_profile_set_access_key_id (profile, "DEMOACCESSKEYOPS0001");
  htap_profile_set_projects (profile, projects);
  htap_profile_set_discover (profile, TRUE);
  htap_profile_set_endpoint (profile, BI_REGION, address);
  htap_profile_set_iam_endpoint (profile, address);

  return profile;
}

/**
 * htap_sign_in_fixture_new_credentials:
 *
 * Returns: (transfer full): @secret, as what @sign_in needs
 */
HtapCredentials *
htap_sign_in_fixture_new_credentials (HtapSignIn sign_in, const char *secret)
{
  static const HtapSecretKind kinds[] = {
    [HTAP_SIGN_IN_TOKEN] = HTAP_SECRET_TOKEN,
    [HTAP_SIGN_IN_PASSWORD] = HTAP_SECRET_PASSWORD,
    [HTAP_SIGN_IN_ACCESS_KEY] = HTAP_SECRET_SECRET_KEY,
  };
  HtapCredentials *credentials = htap_credentials_new ();

  htap_credentials_set (credentials, kinds[sign_in], secret);

  return credentials;
}

/**
 * htap_sign_in_fixture_add_profile:
 * @profile: gets the TaurusDB instances of the demo in its region, and no keyring
 */
void
htap_sign_in_fixture_add_profile (HtapSignInFixture *self,
                                  HtapProfile *profile,
                                  HtapCredentials *credentials)
{
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (self->probe->cloud, &n_taurus);

  for (guint i = 0; i < n_taurus; i++)
    if (g_str_equal (taurus[i].region, BI_REGION))
      g_ptr_array_add (taurus_ids, htap_regional_id_new (BI_REGION, taurus[i].taurus_id));

  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_inventory_add_transient_profile (self->inventory, profile, credentials);
}

static gboolean
is_finished (gpointer data)
{
  return htap_refresh_is_finished (data);
}

/**
 * htap_sign_in_fixture_refresh:
 *
 * Asks for everything and sees that everything was answered well.
 */
void
htap_sign_in_fixture_refresh (HtapSignInFixture *self)
{
  g_autoptr (HtapRefresh) refresh = g_object_ref (htap_inventory_refresh (self->inventory, NULL));

  htap_test_wait_until (is_finished, refresh, "the end of a refresh");
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);
}

/**
 * htap_sign_in_fixture_count_tokens:
 *
 * Returns: how many tokens the cloud gave for passwords
 */
guint
htap_sign_in_fixture_count_tokens (HtapSignInFixture *self)
{
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_control (self->probe, "GET", "/demo/tokens", NULL);
  g_autoptr (JsonObject) tokens = htap_demo_reply_object (reply);

  return (guint) json_object_get_int_member (tokens, "issued");
}

/**
 * htap_sign_in_fixture_control:
 * @body: (nullable): JSON
 *
 * Has the demo cloud do what a script would.
 */
void
htap_sign_in_fixture_control (HtapSignInFixture *self,
                              const char *method,
                              const char *path,
                              const char *body)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (self->probe, method, path, body);

  g_assert_cmpuint (htap_demo_reply_status (reply) / 100, ==, 2);
}
