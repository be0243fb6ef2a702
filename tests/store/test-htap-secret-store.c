/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-secret-store.h"

#include "htap-error.h"
#include "htap-test.h"
#include "keyring-fixture.h"

#include <libsecret/secret.h>

static HtapProfile *
new_profile (const char *uuid, const char *name)
{
  HtapProfile *profile = htap_profile_new (uuid);

  htap_profile_set_name (profile, name);

  return profile;
}

static gboolean
store (HtapSecretStore *secrets, HtapProfile *profile, const char *token, GError **error)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token (token);
  g_autoptr (GAsyncResult) result = NULL;

  htap_secret_store_store_async (secrets, profile, credentials, NULL, htap_test_on_result, &result);
  /* What becomes of the caller's own is nobody's business any more. */
  htap_credentials_set (credentials, HTAP_SECRET_TOKEN, "changed meanwhile");

  return htap_secret_store_store_finish (secrets, htap_test_await (&result), error);
}

static HtapCredentials *
lookup (HtapSecretStore *secrets, HtapProfile *profile, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_secret_store_lookup_async (secrets, profile, NULL, htap_test_on_result, &result);

  return htap_secret_store_lookup_finish (secrets, htap_test_await (&result), error);
}

static gboolean
clear (HtapSecretStore *secrets, HtapProfile *profile, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_secret_store_clear_async (secrets, htap_profile_get_uuid (profile), NULL,
                                 htap_test_on_result, &result);

  return htap_secret_store_clear_finish (secrets, htap_test_await (&result), error);
}

static gboolean
unlock (HtapSecretStore *secrets, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_secret_store_unlock_async (secrets, NULL, htap_test_on_result, &result);

  return htap_secret_store_unlock_finish (secrets, htap_test_await (&result), error);
}

static void
assert_stores (HtapSecretStore *secrets, HtapProfile *profile, const char *token)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (store (secrets, profile, token, &error));
  g_assert_no_error (error);
}

static void
assert_token (HtapSecretStore *secrets, HtapProfile *profile, const char *token)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapCredentials) credentials = lookup (secrets, profile, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, token);
}

static void
assert_lookup_fails (HtapSecretStore *secrets, HtapProfile *profile, HtapError expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lookup (secrets, profile, &error));
  g_assert_error (error, HTAP_ERROR, (int) expected);
}

static void
on_notify_session_only (GObject *object, GParamSpec *property, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_keyring (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapSecretStore) next_start = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("keyring", "生产环境");
  g_autoptr (HtapProfile) other = new_profile ("other", "Other");
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;

  assert_lookup_fails (secrets, profile, HTAP_ERROR_AUTH);
  assert_stores (secrets, profile, "MIIabc");
  assert_stores (secrets, other, "MIIother");
  g_assert_false (htap_secret_store_get_session_only (secrets));

  description = keyring_fixture_describe ("keyring");
  g_assert_cmpstr (description, ==,
                   "HTAP Inventory: 生产环境|io.github.htap_inventory.HtapInventory|keyring|token");

  assert_token (next_start, profile, "MIIabc");
  assert_stores (next_start, profile, "MIIdef");
  assert_token (secrets, profile, "MIIdef");

  g_assert_true (clear (secrets, profile, &error));
  g_assert_no_error (error);
  assert_lookup_fails (next_start, profile, HTAP_ERROR_AUTH);
  assert_token (next_start, other, "MIIother");
}

/* A locked keyring is no reason to keep secrets elsewhere, nor to forget them. */
static void
test_keyring_locked (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("locked", "Locked");
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) clear_error = NULL;

  assert_stores (secrets, profile, "first");
  keyring_fixture_lock ();

  assert_lookup_fails (secrets, profile, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_false (store (secrets, profile, "second", &store_error));
  g_assert_error (store_error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_false (clear (secrets, profile, &clear_error));
  g_assert_error (clear_error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_false (htap_secret_store_get_session_only (secrets));

  {
    g_autoptr (GError) error = NULL;

    g_assert_false (unlock (secrets, &error));
    g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  }

  keyring_fixture_unlock ();
  g_assert_true (unlock (secrets, NULL));
  assert_token (secrets, profile, "first");
}

/* Another program has deleted it: that is all that is wrong. */
static void
test_keyring_item_gone (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("gone", "Gone");
  g_autoptr (HtapKeyring) other_program = htap_keyring_new (10000, 10000);
  g_autoptr (GError) error = NULL;

  assert_stores (secrets, profile, "MIIabc");
  keyring_fixture_clear (other_program, "gone", &error);
  g_assert_no_error (error);

  assert_lookup_fails (secrets, profile, HTAP_ERROR_AUTH);
  g_assert_false (htap_secret_store_get_session_only (secrets));
  assert_stores (secrets, profile, "MIIdef");
  assert_token (secrets, profile, "MIIdef");
}

/* The service dies, and nothing starts it again. What is stored from then on is kept for the
 * session. */
static void
test_service_dies (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("dying", "Dying");
  g_autoptr (HtapProfile) other = new_profile ("other", "Other");
  g_autoptr (GError) error = NULL;

  assert_stores (secrets, profile, "MIIabc");
  assert_token (secrets, profile, "MIIabc");
  g_assert_false (htap_secret_store_get_session_only (secrets));

  keyring_fixture_kill_service ();
  assert_lookup_fails (secrets, profile, HTAP_ERROR_KEYRING_UNAVAILABLE);
  g_assert_true (htap_secret_store_get_session_only (secrets));
  g_assert_false (unlock (secrets, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_UNAVAILABLE);

  assert_stores (secrets, profile, "MIIdef");
  assert_token (secrets, profile, "MIIdef");
  assert_stores (secrets, other, "MIIother");
  assert_token (secrets, other, "MIIother");
}

/* There is a service, but no keyring in it, and nothing that could ask for a password for one. */
static void
test_keyring_missing (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("missing", "Missing");

  assert_lookup_fails (secrets, profile, HTAP_ERROR_AUTH);
  assert_stores (secrets, profile, "MIIabc");
  g_assert_true (htap_secret_store_get_session_only (secrets));
  assert_token (secrets, profile, "MIIabc");
}

/* Secrets in the order of HtapSecretKind, %NULL for none. */
typedef const char *Secrets[HTAP_N_SECRETS];

static gboolean
store_all (HtapSecretStore *secrets, HtapProfile *profile, const Secrets values, GError **error)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (GAsyncResult) result = NULL;

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    htap_credentials_set (credentials, kind, values[kind]);
  htap_secret_store_store_async (secrets, profile, credentials, NULL, htap_test_on_result, &result);

  return htap_secret_store_store_finish (secrets, htap_test_await (&result), error);
}

static void
assert_all (HtapSecretStore *secrets, HtapProfile *profile, const Secrets values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapCredentials) credentials = lookup (secrets, profile, &error);

  g_assert_no_error (error);
  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    g_assert_cmpstr (htap_credentials_get (credentials, kind), ==, values[kind]);
}

/* Every way to sign in, one after the other: what the new one does not need is gone. */
static void
check_sign_ins (HtapSecretStore *secrets, HtapSecretStore *reader)
{
  static const Secrets ways[] = {
    { [HTAP_SECRET_TOKEN] = "MIIabc" },
    { [HTAP_SECRET_PASSWORD] = " 密 码\n\"=1 " },
    { [HTAP_SECRET_SECRET_KEY] = "SK", [HTAP_SECRET_SECURITY_TOKEN] = "ST" },
    { [HTAP_SECRET_SECRET_KEY] = "SK2" },
    { [HTAP_SECRET_TOKEN] = "MIIdef" },
  };
  g_autoptr (HtapProfile) profile = new_profile ("sign-ins", "Sign-ins");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_assert_true (store_all (secrets, profile, ways[i], &error));
      g_assert_no_error (error);
      assert_all (reader, profile, ways[i]);
    }

  g_assert_true (store_all (secrets, profile, ways[2], &error));
  g_assert_true (clear (secrets, profile, &error));
  g_assert_no_error (error);
}

static void
test_keyring_sign_ins (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapSecretStore) next_start = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("sign-ins", "Sign-ins");

  check_sign_ins (secrets, next_start);
  g_assert_cmpuint (keyring_fixture_count ("sign-ins"), ==, 0);
  assert_lookup_fails (next_start, profile, HTAP_ERROR_AUTH);
}

/* Another way to sign in that cannot be stored costs nothing of the former one. */
static void
test_keyring_sign_in_locked (void)
{
  static const Secrets key = {
    [HTAP_SECRET_SECRET_KEY] = "SK", [HTAP_SECRET_SECURITY_TOKEN] = "ST"
  };
  static const Secrets password = { [HTAP_SECRET_PASSWORD] = "pw" };
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("way-locked", "Locked");
  g_autoptr (GError) error = NULL;

  g_assert_true (store_all (secrets, profile, key, NULL));
  keyring_fixture_lock ();
  g_assert_false (store_all (secrets, profile, password, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);

  keyring_fixture_unlock ();
  assert_all (secrets, profile, key);
}

static void
test_memory_sign_ins (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("sign-ins", "Sign-ins");

  check_sign_ins (secrets, secrets);
  assert_lookup_fails (secrets, profile, HTAP_ERROR_KEYRING_UNAVAILABLE);
}

static void
test_memory (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapSecretStore) next_start = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("memory", "Memory");
  g_autoptr (HtapProfile) other = new_profile ("other", "Other");
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  g_signal_connect (secrets, "notify::session-only", G_CALLBACK (on_notify_session_only),
                    &n_notified);
  g_assert_false (htap_secret_store_get_session_only (secrets));

  assert_stores (secrets, profile, "MIIabc");
  assert_stores (secrets, profile, "MIIdef");
  assert_stores (secrets, other, "MIIother");
  g_assert_true (htap_secret_store_get_session_only (secrets));
  g_assert_cmpuint (n_notified, ==, 1);
  assert_token (secrets, profile, "MIIdef");
  assert_token (secrets, other, "MIIother");

  g_assert_true (clear (secrets, profile, &error));
  g_assert_no_error (error);
  assert_lookup_fails (secrets, profile, HTAP_ERROR_KEYRING_UNAVAILABLE);
  assert_token (secrets, other, "MIIother");

  assert_lookup_fails (next_start, other, HTAP_ERROR_KEYRING_UNAVAILABLE);
  g_assert_true (htap_secret_store_get_session_only (next_start));
}

static void
test_memory_cancelled (void)
{
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapProfile) profile = new_profile ("cancelled", "Cancelled");
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("MIIabc");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  htap_secret_store_store_async (secrets, profile, credentials, cancellable, htap_test_on_result,
                                 &result);
  g_assert_false (htap_secret_store_store_finish (secrets, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_lookup_fails (secrets, profile, HTAP_ERROR_KEYRING_UNAVAILABLE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  /* Each group needs another bus: meson.build runs one at a time. */
  g_test_add_func ("/secret-store/keyring/present", test_keyring);
  g_test_add_func ("/secret-store/keyring/locked", test_keyring_locked);
  g_test_add_func ("/secret-store/keyring/sign-ins", test_keyring_sign_ins);
  g_test_add_func ("/secret-store/keyring/sign-in-locked", test_keyring_sign_in_locked);
  g_test_add_func ("/secret-store/keyring/item-gone", test_keyring_item_gone);
  g_test_add_func ("/secret-store/dying/kept", test_service_dies);
  g_test_add_func ("/secret-store/no-keyring/missing", test_keyring_missing);
  g_test_add_func ("/secret-store/memory/kept", test_memory);
  g_test_add_func ("/secret-store/memory/sign-ins", test_memory_sign_ins);
  g_test_add_func ("/secret-store/memory/cancelled", test_memory_cancelled);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
