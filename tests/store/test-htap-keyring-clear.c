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
store_every_kind (HtapKeyring *keyring, const char *uuid)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    htap_credentials_set (credentials, kind, "secret");
  keyring_fixture_store (keyring, uuid, "label", credentials, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keyring_fixture_count (uuid), ==, HTAP_N_SECRETS);
}

static void
test_every_kind (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (GError) error = NULL;

  store_every_kind (keyring, "every");
  keyring_fixture_store_token (keyring, "other", "MIIabc");

  g_assert_true (keyring_fixture_clear (keyring, "every", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (keyring_fixture_count ("every"), ==, 0);
  keyring_fixture_assert_token (keyring, "other", "MIIabc");
}

static void
test_absent (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (GError) error = NULL;

  g_assert_true (keyring_fixture_clear (keyring, "absent", &error));
  g_assert_no_error (error);
}

static void
test_locked (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (GError) error = NULL;

  keyring_fixture_store_token (keyring, "locked", "MIIabc");
  keyring_fixture_lock ();

  g_assert_false (keyring_fixture_clear (keyring, "locked", &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_cmpuint (keyring_fixture_count ("locked"), ==, 1);

  keyring_fixture_unlock ();
  keyring_fixture_assert_token (keyring, "locked", "MIIabc");
}

static void
begin_clear (HtapKeyring *keyring,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  store_every_kind (keyring, "cancel");
  htap_keyring_clear_async (keyring, "cancel", cancellable, callback, user_data);
}

static void
test_cancel_at_every_step (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  keyring_fixture_cancel_at_every_step (keyring, begin_clear, htap_keyring_clear_finish);
  g_assert_cmpuint (keyring_fixture_count ("cancel"), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring-clear/every-kind", test_every_kind);
  g_test_add_func ("/keyring-clear/absent", test_absent);
  g_test_add_func ("/keyring-clear/locked", test_locked);
  g_test_add_func ("/keyring-clear/cancel-at-every-step", test_cancel_at_every_step);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
