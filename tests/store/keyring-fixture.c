/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-fixture.h"

#include "htap-keyring-private.h"
#include "htap-test.h"

#include <signal.h>

#define PASSWORD   "test-pass" /* of tests/support/with-keyring */
#define COLLECTION "/org/freedesktop/secrets/collection/login"

gboolean
keyring_fixture_store (HtapKeyring *keyring,
                       const char *uuid,
                       const char *label,
                       HtapCredentials *credentials,
                       GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_keyring_store_async (keyring, uuid, label, credentials, NULL, htap_test_on_result, &result);

  return htap_keyring_store_finish (keyring, htap_test_await (&result), error);
}

HtapCredentials *
keyring_fixture_lookup (HtapKeyring *keyring, const char *uuid, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_keyring_lookup_async (keyring, uuid, TRUE, NULL, htap_test_on_result, &result);

  return htap_keyring_lookup_finish (keyring, htap_test_await (&result), error);
}

gboolean
keyring_fixture_clear (HtapKeyring *keyring, const char *uuid, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_keyring_clear_async (keyring, uuid, NULL, htap_test_on_result, &result);

  return htap_keyring_clear_finish (keyring, htap_test_await (&result), error);
}

void
keyring_fixture_store_token (HtapKeyring *keyring, const char *uuid, const char *token)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token (token);
  g_autoptr (GError) error = NULL;

  keyring_fixture_store (keyring, uuid, "label", credentials, &error);
  g_assert_no_error (error);
}

void
keyring_fixture_assert_token (HtapKeyring *keyring, const char *uuid, const char *token)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapCredentials) credentials = keyring_fixture_lookup (keyring, uuid, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, token);
}

static SecretService *
get_service (void)
{
  g_autoptr (GError) error = NULL;
  SecretService *service = secret_service_get_sync (SECRET_SERVICE_OPEN_SESSION, NULL, &error);

  g_assert_no_error (error);

  return service;
}

/**
 * keyring_fixture_lock:
 *
 * Locks the default keyring, as a screen saver may do.
 */
void
keyring_fixture_lock (void)
{
  g_autoptr (SecretService) service = get_service ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_sync (
      service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL, &error);
  GList objects = { .data = collection };

  g_assert_no_error (error);
  g_assert_nonnull (collection);
  g_assert_cmpint (secret_service_lock_sync (service, &objects, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);
}

static GVariant *
call_service (GDBusConnection *bus, const char *interface, const char *method, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.secrets", "/org/freedesktop/secrets", interface, method, parameters,
      NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);

  return answer;
}

/**
 * keyring_fixture_unlock:
 *
 * Unlocks the default keyring without a prompt, as logging in does.
 */
void
keyring_fixture_unlock (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) unlocked = NULL;
  const char *session;

  answer = call_service (bus, "org.freedesktop.Secret.Service", "OpenSession",
                         g_variant_new ("(sv)", "plain", g_variant_new_string ("")));
  g_variant_get (answer, "(v&o)", NULL, &session);

  unlocked = call_service (bus, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                           "UnlockWithMasterPassword",
                           g_variant_new ("(o(o@ay@ays))", COLLECTION, session,
                                          g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "", 0, 1),
                                          g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, PASSWORD,
                                                                     sizeof PASSWORD - 1, 1),
                                          "text/plain"));
}

/* Finds items without unlocking them, by the profile alone: whatever schema they have. */
static GList *
find_items (const char *uuid)
{
  g_autoptr (SecretService) service = get_service ();
  g_autoptr (GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  GList *items;

  g_hash_table_insert (attributes, (gpointer) "profile", (gpointer) uuid);
  items = secret_service_search_sync (service, NULL, attributes, SECRET_SEARCH_ALL, NULL, &error);
  g_assert_no_error (error);

  return items;
}

/**
 * keyring_fixture_count:
 *
 * Returns: how many items the profile has in the keyring, locked ones included
 */
guint
keyring_fixture_count (const char *uuid)
{
  GList *items = find_items (uuid);
  guint count = g_list_length (items);

  htap_keyring_free_items (items);

  return count;
}

/**
 * keyring_fixture_describe:
 *
 * Returns: (transfer full): label and attributes of the profile's only item
 */
char *
keyring_fixture_describe (const char *uuid)
{
  GList *items = find_items (uuid);
  g_autofree char *label = NULL;
  g_autofree char *schema = NULL;
  g_autoptr (GHashTable) attributes = NULL;
  char *description;

  g_assert_cmpuint (g_list_length (items), ==, 1);
  label = secret_item_get_label (items->data);
  schema = secret_item_get_schema_name (items->data);
  attributes = secret_item_get_attributes (items->data);
  description = g_strdup_printf ("%s|%s|%s|%s", label, schema,
                                 (char *) g_hash_table_lookup (attributes, "profile"),
                                 (char *) g_hash_table_lookup (attributes, "kind"));
  htap_keyring_free_items (items);

  return description;
}

/**
 * keyring_fixture_cancel_at_every_step:
 * @begin: begins an operation; the keyring is to be as before, whatever became of the last one
 * @end: ends it
 *
 * Cancels the operation before the first turn of the main loop, then after one turn, after two, …
 * until it is done before it is cancelled.
 */
void
keyring_fixture_cancel_at_every_step (HtapKeyring *keyring, KeyringBegin begin, KeyringEnd end)
{
  guint n_cancelled = 0;
  gboolean done = FALSE;

  for (guint n_turns = 0; !done; n_turns++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      begin (keyring, cancellable, htap_test_on_result, &result);
      for (guint i = 0; i < n_turns && result == NULL; i++)
        g_main_context_iteration (NULL, TRUE);

      if (result == NULL)
        g_cancellable_cancel (cancellable);
      done = end (keyring, htap_test_await (&result), &error);
      if (!done)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          n_cancelled++;
        }
    }

  g_test_message ("cancelled %u times", n_cancelled);
  g_assert_cmpuint (n_cancelled, >, 3);
}

/* Runs xdotool to its end while the main loop goes on. */
static char *
run_xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, htap_test_on_result, &result);
  g_subprocess_communicate_utf8_finish (process, htap_test_await (&result), &output, NULL, &error);
  g_assert_no_error (error);

  return output;
}

/**
 * keyring_fixture_wait_for_prompt:
 *
 * Returns: (transfer full): the prompt's window, once it is there
 */
char *
keyring_fixture_wait_for_prompt (void)
{
  static const char *const find[] = {
    "xdotool", "search", "--sync", "--onlyvisible", "--class", "^[Gg]cr-prompter$", NULL
  };
  g_autofree char *windows = run_xdotool (find);
  g_auto (GStrv) ids = g_strsplit (windows, "\n", 2);

  return g_strdup (ids[0]);
}

/**
 * keyring_fixture_answer_prompt:
 * @text: (nullable): what to type
 * @key: what to press then
 *
 * Answers the keyring's prompt as a person does.
 */
void
keyring_fixture_answer_prompt (const char *text, const char *key)
{
  g_autofree char *id = keyring_fixture_wait_for_prompt ();
  const char *type[] = { "xdotool", "windowfocus", "--sync", id, "type", text, NULL };
  const char *press[] = { "xdotool", "windowfocus", "--sync", id, "key", key, NULL };

  if (text != NULL)
    g_free (run_xdotool (type));
  g_free (run_xdotool (press));
}

static gboolean
is_gone (gpointer bus)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", "org.freedesktop.secrets"), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
      NULL);
  gboolean has_owner;

  g_variant_get (answer, "(b)", &has_owner);

  return !has_owner;
}

static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * keyring_fixture_kill_service:
 *
 * Ends the keyring that tests/support/with-keyring runs, as a crash does.
 */
void
keyring_fixture_kill_service (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "GetConnectionUnixProcessID", g_variant_new ("(s)", "org.freedesktop.secrets"), NULL,
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  guint tick = g_timeout_add (20, on_tick, NULL);
  guint32 pid;

  g_assert_no_error (error);
  g_variant_get (answer, "(u)", &pid);
  g_assert_cmpint (kill ((pid_t) pid, SIGKILL), ==, 0);
  htap_test_wait_until (is_gone, bus, "the end of the keyring");
  g_source_remove (tick);
}
