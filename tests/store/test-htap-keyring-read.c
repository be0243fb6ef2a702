/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-error.h"
#include "htap-keyring-private.h"
#include "htap-test.h"
#include "keyring-fixture.h"

static HtapKeyring *
new_keyring (void)
{
  return htap_keyring_new (10 * 1000, 30 * 1000);
}

/* Stores as another program could: into the collection of the session, under our attributes. */
static void
store_copy (const char *uuid, const char *kind, const char *secret)
{
  g_autoptr (GHashTable) attributes =
      secret_attributes_build (htap_keyring_get_schema (), "profile", uuid, "kind", kind, NULL);
  g_autoptr (SecretValue) value = secret_value_new (secret, -1, "text/plain");
  g_autoptr (GError) error = NULL;

  secret_service_store_sync (NULL, htap_keyring_get_schema (), attributes,
                             SECRET_COLLECTION_SESSION, "a copy", value, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_no_credentials (HtapKeyring *keyring, const char *uuid)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (keyring_fixture_lookup (keyring, uuid, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_NO_CREDENTIALS);
}

static void
test_absent (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  keyring_fixture_store_token (keyring, "present", "MIIabc");
  assert_no_credentials (keyring, "absent");
}

static void
test_every_kind (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (HtapCredentials) found = NULL;
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    htap_credentials_set (credentials, kind, htap_secret_kind_get_id (kind));
  keyring_fixture_store (keyring, "every", "label", credentials, &error);
  g_assert_no_error (error);

  found = keyring_fixture_lookup (keyring, "every", &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    g_assert_cmpstr (htap_credentials_get (found, kind), ==, htap_secret_kind_get_id (kind));
}

/* Something is there under our attributes, but nothing that we could sign in with. */
static void
test_foreign_items (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  store_copy ("foreign", "fingerprint", "secret");
  assert_no_credentials (keyring, "foreign");
}

/* Locked is not absent, and what was locked is still there. */
static void
test_locked (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (GError) error = NULL;

  keyring_fixture_store_token (keyring, "locked", "MIIabc");
  keyring_fixture_lock ();

  g_assert_null (keyring_fixture_lookup (keyring, "locked", &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_cmpuint (keyring_fixture_count ("locked"), ==, 1);

  keyring_fixture_unlock ();
  keyring_fixture_assert_token (keyring, "locked", "MIIabc");
}

static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* A service that hides what is locked is not one that has nothing. */
static void
test_locked_and_hidden (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) later = NULL;

  keyring_fixture_lock ();
  g_assert_null (keyring_fixture_lookup (keyring, "hidden", &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);

  keyring_fixture_unlock ();
  g_assert_null (keyring_fixture_lookup (keyring, "hidden", &later));
  g_assert_error (later, HTAP_ERROR, HTAP_ERROR_AUTH);
}

static gboolean
is_later_second (gpointer data)
{
  return g_get_real_time () / G_USEC_PER_SEC > *(gint64 *) data;
}

/* A copy that can be read spares the prompt; of those that can be read, the newest counts. */
static void
test_copies (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();
  gint64 second;
  guint tick = g_timeout_add (50, on_tick, NULL);

  /* The keyring knows when an item was stored by the second. */
  store_copy ("copy", "token", "older");
  second = g_get_real_time () / G_USEC_PER_SEC;
  htap_test_wait_until (is_later_second, &second, "the next second");
  g_source_remove (tick);
  keyring_fixture_store_token (keyring, "copy", "newer");
  keyring_fixture_assert_token (keyring, "copy", "newer");

  keyring_fixture_lock ();
  keyring_fixture_assert_token (keyring, "copy", "older");
  keyring_fixture_unlock ();
}

static void
begin_lookup (HtapKeyring *keyring,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  htap_keyring_lookup_async (keyring, "cancel", TRUE, cancellable, callback, user_data);
}

static gboolean
end_lookup (HtapKeyring *keyring, GAsyncResult *result, GError **error)
{
  g_autoptr (HtapCredentials) credentials = htap_keyring_lookup_finish (keyring, result, error);

  if (credentials == NULL)
    return FALSE;
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, "MIIabc");

  return TRUE;
}

static void
test_cancel_at_every_step (void)
{
  g_autoptr (HtapKeyring) keyring = new_keyring ();

  keyring_fixture_store_token (keyring, "cancel", "MIIabc");
  secret_service_disconnect ();
  keyring_fixture_cancel_at_every_step (keyring, begin_lookup, end_lookup);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring-read/absent", test_absent);
  g_test_add_func ("/keyring-read/every-kind", test_every_kind);
  g_test_add_func ("/keyring-read/foreign-items", test_foreign_items);
  g_test_add_func ("/keyring-read/locked", test_locked);
  g_test_add_func ("/keyring-read/locked-and-hidden", test_locked_and_hidden);
  g_test_add_func ("/keyring-read/copies", test_copies);
  g_test_add_func ("/keyring-read/cancel-at-every-step", test_cancel_at_every_step);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
