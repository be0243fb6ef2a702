/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-test.h"
#include "keyring-fixture.h"

#include <libsecret/secret.h>

#define FOR_EVER (10 * 60 * 1000)

static HtapKeyring *
new_locked (void)
{
  HtapKeyring *keyring = htap_keyring_new (FOR_EVER, FOR_EVER);

  keyring_fixture_unlock ();
  keyring_fixture_store_token (keyring, "unlock", "MIIabc");
  keyring_fixture_lock ();

  return keyring;
}

static void
assert_quiet_lookup_is_refused (HtapKeyring *keyring)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_keyring_lookup_async (keyring, "unlock", FALSE, NULL, htap_test_on_result, &result);
  g_assert_null (htap_keyring_lookup_finish (keyring, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
}

/* One prompt for all of it, and none before somebody wants it. */
static void
test_answered (void)
{
  g_autoptr (HtapKeyring) keyring = new_locked ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  assert_quiet_lookup_is_refused (keyring);
  htap_keyring_unlock_all_async (keyring, NULL, htap_test_on_result, &result);
  keyring_fixture_answer_prompt ("test-pass", "Return");
  g_assert_true (htap_keyring_unlock_all_finish (keyring, htap_test_await (&result), &error));
  g_assert_no_error (error);
  keyring_fixture_assert_token (keyring, "unlock", "MIIabc");
}

static void
test_dismissed (void)
{
  g_autoptr (HtapKeyring) keyring = new_locked ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_keyring_unlock_all_async (keyring, NULL, htap_test_on_result, &result);
  keyring_fixture_answer_prompt (NULL, "Escape");
  g_assert_false (htap_keyring_unlock_all_finish (keyring, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);

  /* Nothing was lost. */
  assert_quiet_lookup_is_refused (keyring);
  g_assert_cmpuint (keyring_fixture_count ("unlock"), ==, 1);
  keyring_fixture_unlock ();
  keyring_fixture_assert_token (keyring, "unlock", "MIIabc");
}

/* What a person replaces stays until the new one is stored. */
static void
test_store_dismissed (void)
{
  g_autoptr (HtapKeyring) keyring = new_locked ();
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("MIInew");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_keyring_store_async (keyring, "unlock", "label", credentials, NULL, htap_test_on_result,
                            &result);
  keyring_fixture_answer_prompt (NULL, "Escape");
  g_assert_false (htap_keyring_store_finish (keyring, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);

  keyring_fixture_unlock ();
  keyring_fixture_assert_token (keyring, "unlock", "MIIabc");
}

static void
test_not_locked (void)
{
  g_autoptr (HtapKeyring) keyring = htap_keyring_new (FOR_EVER, FOR_EVER);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  keyring_fixture_unlock ();
  htap_keyring_unlock_all_async (keyring, NULL, htap_test_on_result, &result);
  g_assert_true (htap_keyring_unlock_all_finish (keyring, htap_test_await (&result), &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring-unlock/answered", test_answered);
  g_test_add_func ("/keyring-unlock/dismissed", test_dismissed);
  g_test_add_func ("/keyring-unlock/store-dismissed", test_store_dismissed);
  g_test_add_func ("/keyring-unlock/not-locked", test_not_locked);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
