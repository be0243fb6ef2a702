/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring-private.h"

#include "htap-test.h"
#include "keyring-fixture.h"

static SecretCollection *
find_collection (HtapKeyring *keyring)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service =
      secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);
  g_autoptr (GAsyncResult) result = NULL;
  SecretCollection *collection;

  g_assert_no_error (error);
  htap_keyring_find_collection_async (keyring, service, NULL, htap_test_on_result, &result);
  htap_keyring_find_collection_finish (keyring, htap_test_await (&result), &collection, &error);
  g_assert_no_error (error);

  return collection;
}

static void
test_present (void)
{
  g_autoptr (HtapKeyring) keyring = htap_keyring_new (10000, 10000);
  g_autoptr (SecretCollection) open = find_collection (keyring);
  g_autoptr (SecretCollection) locked = NULL;

  g_assert_nonnull (open);
  g_assert_false (secret_collection_get_locked (open));

  keyring_fixture_lock ();
  locked = find_collection (keyring);
  g_assert_true (secret_collection_get_locked (locked));
  keyring_fixture_unlock ();
}

static void
test_cancelled (void)
{
  g_autoptr (HtapKeyring) keyring = htap_keyring_new (10000, 10000);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service =
      secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  SecretCollection *collection;

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  htap_keyring_find_collection_async (keyring, service, cancellable, htap_test_on_result, &result);
  g_assert_false (htap_keyring_find_collection_finish (keyring, htap_test_await (&result),
                                                       &collection, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (collection);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring-collection/present", test_present);
  g_test_add_func ("/keyring-collection/cancelled", test_cancelled);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
