/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-request-entry.h"
#include "htap-request-ticket.h"
#include "htap-sign-in-fixture.h"
#include "htap-test.h"

#include <string.h>

#define PASSWORD   "Demo-Password-1"
#define SECRET_KEY "demoSecretKeyOfOpsWhichIsNoSecretAtAll01"

/* What nobody may read in a ticket besides: of a token that the cloud gave, of a signature, of a
 * header. */
static const char *const secrets[] = {
  PASSWORD, SECRET_KEY, "MIIdemo", "SDK-HMAC", "Signature", "X-Auth-Token", "Authorization", "?",
};

static const char *
get_secret (HtapSignInFixture *fixture, HtapSignIn sign_in)
{
  switch (sign_in)
    {
    case HTAP_SIGN_IN_PASSWORD:
      return PASSWORD;
    case HTAP_SIGN_IN_ACCESS_KEY:
      return SECRET_KEY;
    case HTAP_SIGN_IN_TOKEN:
    default:
      return htap_demo_cloud_get_token (fixture->probe->cloud);
    }
}

static guint
count (GListModel *requests, const char *method, const char *suffix)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (HtapRequestEntry) entry = g_list_model_get_item (requests, i);
      const HtapRequestFacts *facts = htap_request_entry_get_facts (entry);

      n += g_str_equal (facts->method, method) && g_str_has_suffix (facts->path, suffix);
    }

  return n;
}

/* What a sweep asks last has an entry. */
static gboolean
has_lists (gpointer data)
{
  return count (data, "GET", "/htap") >= 2;
}

static void
assert_no_secret (HtapSignInFixture *fixture)
{
  g_autofree char *ticket = htap_request_ticket_dup (
      htap_inventory_get_requests (fixture->inventory),
      htap_inventory_get_sources (fixture->inventory), "HTAP Inventory\n", 0);

  g_assert_nonnull (strstr (ticket, "GET /v3/" BI_PROJECT "/instances/"));
  g_assert_null (strstr (ticket, htap_demo_cloud_get_token (fixture->probe->cloud)));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (ticket, secrets[i]));
}

/* A whole session: signed in, listed, and refused. */
static void
assert_session (HtapSignInFixture *fixture, HtapSignIn sign_in, guint n_sign_ins)
{
  GListModel *requests = htap_inventory_get_requests (fixture->inventory);
  g_autoptr (HtapProfile) profile = htap_sign_in_fixture_new_profile (fixture, sign_in, BI_PROJECT);
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (sign_in, get_secret (fixture, sign_in));

  htap_sign_in_fixture_add_profile (fixture, profile, credentials);
  htap_sign_in_fixture_refresh (fixture);
  htap_test_wait_until (has_lists, requests, "the entries of a refresh");
  g_assert_cmpuint (count (requests, "POST", "/v3/auth/tokens"), ==, n_sign_ins);
  assert_no_secret (fixture);
}

static void
test_token (HtapSignInFixture *fixture, gconstpointer data)
{
  assert_session (fixture, HTAP_SIGN_IN_TOKEN, 0);
}

static void
test_password (HtapSignInFixture *fixture, gconstpointer data)
{
  assert_session (fixture, HTAP_SIGN_IN_PASSWORD, 1);
}

static void
test_access_key (HtapSignInFixture *fixture, gconstpointer data)
{
  assert_session (fixture, HTAP_SIGN_IN_ACCESS_KEY, 0);
}

static gboolean
has_sign_in (gpointer data)
{
  return count (data, "POST", "/v3/auth/tokens") > 0;
}

/* What is asked beside the inventory is in the same log. */
static void
test_beside (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_PASSWORD, "");
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_PASSWORD, "wrong-" PASSWORD);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HtapRequestEntry) entry = NULL;

  htap_inventory_list_projects_async (fixture->inventory, profile, credentials, NULL,
                                      htap_test_on_result, &result);
  g_assert_null (
      htap_inventory_list_projects_finish (fixture->inventory, htap_test_await (&result), NULL));
  htap_test_wait_until (has_sign_in, htap_inventory_get_requests (fixture->inventory),
                        "the entry of a sign-in");
  entry = g_list_model_get_item (htap_inventory_get_requests (fixture->inventory), 0);
  g_assert_cmpint (htap_request_entry_get_facts (entry)->outcome, ==, HTAP_REQUEST_REFUSED);
  g_assert_cmpuint (htap_request_entry_get_facts (entry)->status, ==, 401);
  g_assert_cmpstr (htap_request_entry_get_facts (entry)->kind, ==, "auth");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/inventory-requests/" path, HtapSignInFixture, NULL, htap_sign_in_fixture_set_up,   \
              test, htap_sign_in_fixture_tear_down)
  ADD ("token", test_token);
  ADD ("password", test_password);
  ADD ("access-key", test_access_key);
  ADD ("beside", test_beside);
#undef ADD

  return g_test_run ();
}
