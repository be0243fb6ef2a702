/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-error.h"
#include "keyring-fixture.h"

#include <libsecret/secret.h>

static HtapKeyring *
new_keyring (void)
{
  return htap_keyring_new (10 * 1000, 30 * 1000);
}

static void
test_item (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("MIIabc");
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;

  keyring_fixture_store (keyring, "item", "HTAP Inventory: 生产环境 <b>", credentials, &error);
  g_assert_no_error (error);

  description = keyring_fixture_describe ("item");
  g_assert_cmpstr (
      description, ==,
      "HTAP Inventory: 生产环境 <b>|io.github.htap_inventory.HtapInventory|item|token");
  keyring_fixture_assert_token (keyring, "item", "MIIabc");
}

static void
test_replace (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  keyring_fixture_store_token (keyring, "replace", "first");
  keyring_fixture_store_token (keyring, "replace", "second");
  g_assert_cmpuint (keyring_fixture_count ("replace"), ==, 1);
  keyring_fixture_assert_token (keyring, "replace", "second");
}

static void
test_two_profiles (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  keyring_fixture_store_token (keyring, "one", "token of one");
  keyring_fixture_store_token (keyring, "other", "token of the other");
  keyring_fixture_assert_token (keyring, "one", "token of one");
  keyring_fixture_assert_token (keyring, "other", "token of the other");
}

/* What the new credentials do not have goes away, after what they have was stored. */
static void
test_other_kinds (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (HtapCredentials) found = NULL;
  g_autoptr (GError) error = NULL;

  keyring_fixture_store_token (keyring, "kinds", "MIIabc");
  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, "SK");
  htap_credentials_set (credentials, HTAP_SECRET_SECURITY_TOKEN, "密 ST");
  keyring_fixture_store (keyring, "kinds", "label", credentials, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keyring_fixture_count ("kinds"), ==, 2);

  found = keyring_fixture_lookup (keyring, "kinds", &error);
  g_assert_no_error (error);
  g_assert_null (htap_credentials_get (found, HTAP_SECRET_TOKEN));
  g_assert_null (htap_credentials_get (found, HTAP_SECRET_PASSWORD));
  g_assert_cmpstr (htap_credentials_get (found, HTAP_SECRET_SECRET_KEY), ==, "SK");
  g_assert_cmpstr (htap_credentials_get (found, HTAP_SECRET_SECURITY_TOKEN), ==, "密 ST");
}

static void
test_long_secret (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autofree char *token = g_strnfill (24 * 1024, 'x');

  keyring_fixture_store_token (keyring, "long", token);
  keyring_fixture_assert_token (keyring, "long", token);
}

static void
test_locked (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("second");
  g_autoptr (GError) error = NULL;

  keyring_fixture_store_token (keyring, "locked", "first");
  keyring_fixture_lock ();

  g_assert_false (keyring_fixture_store (keyring, "locked", "label", credentials, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_cmpuint (keyring_fixture_count ("locked"), ==, 1);

  keyring_fixture_unlock ();
  keyring_fixture_assert_token (keyring, "locked", "first");
}

static void
begin_store (HtapKeyring *keyring,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("second");

  htap_keyring_store_async (keyring, "cancel", "label", credentials, cancellable, callback,
                            user_data);
}

/* Cancelled or not: what was stored first is there, or what took its place. */
static gboolean
end_store (HtapKeyring *keyring, GAsyncResult *result, GError **error)
{
  gboolean stored = htap_keyring_store_finish (keyring, result, error);

  g_assert_cmpuint (keyring_fixture_count ("cancel"), ==, 1);

  return stored;
}

static void
test_cancel_at_every_step (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  keyring_fixture_store_token (keyring, "cancel", "first");
  secret_service_disconnect ();
  keyring_fixture_cancel_at_every_step (keyring, begin_store, end_store);
  keyring_fixture_assert_token (keyring, "cancel", "second");
}

static void
begin_change (HtapKeyring *keyring,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();

  keyring_fixture_store_token (keyring, "change", "former");
  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, "SK");
  htap_credentials_set (credentials, HTAP_SECRET_SECURITY_TOKEN, "ST");
  htap_keyring_store_async (keyring, "change", "label", credentials, cancellable, callback,
                            user_data);
}

/* What the former way needs goes only when the new one is there as a whole. */
static gboolean
end_change (HtapKeyring *keyring, GAsyncResult *result, GError **error)
{
  gboolean stored = htap_keyring_store_finish (keyring, result, error);
  g_autoptr (HtapCredentials) found = keyring_fixture_lookup (keyring, "change", NULL);

  g_assert_nonnull (found);
  if (htap_credentials_get (found, HTAP_SECRET_TOKEN) == NULL)
    {
      g_assert_cmpstr (htap_credentials_get (found, HTAP_SECRET_SECRET_KEY), ==, "SK");
      g_assert_cmpstr (htap_credentials_get (found, HTAP_SECRET_SECURITY_TOKEN), ==, "ST");
    }
  else
    g_assert_false (stored);

  return stored;
}

static void
test_cancel_change (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  keyring_fixture_cancel_at_every_step (keyring, begin_change, end_change);
  g_assert_cmpuint (keyring_fixture_count ("change"), ==, 2);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring-write/item", test_item);
  g_test_add_func ("/keyring-write/replace", test_replace);
  g_test_add_func ("/keyring-write/two-profiles", test_two_profiles);
  g_test_add_func ("/keyring-write/other-kinds", test_other_kinds);
  g_test_add_func ("/keyring-write/long-secret", test_long_secret);
  g_test_add_func ("/keyring-write/locked", test_locked);
  g_test_add_func ("/keyring-write/cancel-at-every-step", test_cancel_at_every_step);
  g_test_add_func ("/keyring-write/cancel-change", test_cancel_change);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
