/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-error.h"
#include "htap-test.h"
#include "keyring-fixture.h"

#include <libsecret/secret.h>

#define SOON     50
#define FOR_EVER (10 * 60 * 1000)

/* A Secret Service that answers but for one method. */
typedef struct
{
  const char *silent;
  GDBusConnection *connection;
  guint object_id;
  guint name_id;
  GPtrArray *unanswered; /* GDBusMethodInvocation */
} Service;

static const char interfaces[] = "<node>"
                                 "<interface name='org.freedesktop.Secret.Service'>"
                                 "<property name='Collections' type='ao' access='read'/>"
                                 "<method name='OpenSession'>"
                                 "<arg type='s' direction='in'/><arg type='v' direction='in'/>"
                                 "<arg type='v' direction='out'/><arg type='o' direction='out'/>"
                                 "</method>"
                                 "<method name='SearchItems'>"
                                 "<arg type='a{ss}' direction='in'/>"
                                 "<arg type='ao' direction='out'/><arg type='ao' direction='out'/>"
                                 "</method>"
                                 "<method name='ReadAlias'>"
                                 "<arg type='s' direction='in'/><arg type='o' direction='out'/>"
                                 "</method>"
                                 "</interface>"
                                 "</node>";

static void
on_method_call (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  Service *service = user_data;
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, 0);

  if (g_str_equal (method, service->silent))
    g_ptr_array_add (service->unanswered, invocation);
  else if (g_str_equal (method, "OpenSession") &&
           !g_str_equal (g_variant_get_string (first, NULL), "plain"))
    g_dbus_method_invocation_return_dbus_error (
        invocation, "org.freedesktop.DBus.Error.NotSupported", "nothing but plain");
  else if (g_str_equal (method, "OpenSession"))
    g_dbus_method_invocation_return_value (
        invocation, g_variant_new ("(vo)", g_variant_new_string (""), "/session"));
  else if (g_str_equal (method, "SearchItems"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aoao)", NULL, NULL));
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/"));
}

static GVariant *
on_get_property (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *property,
                 GError **error,
                 gpointer user_data)
{
  return g_variant_new_objv (NULL, 0);
}

static void
on_name_acquired (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((Service *) user_data)->unanswered = g_ptr_array_new ();
}

static gboolean
is_running (gpointer data)
{
  return ((Service *) data)->unanswered != NULL;
}

static void
service_start (Service *service, const char *silent)
{
  static const GDBusInterfaceVTable vtable = { on_method_call, on_get_property };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;

  *service = (Service){ .silent = silent };
  service->connection =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);

  service->object_id =
      g_dbus_connection_register_object (service->connection, "/org/freedesktop/secrets",
                                         node->interfaces[0], &vtable, service, NULL, &error);
  g_assert_no_error (error);
  service->name_id = g_bus_own_name_on_connection (service->connection, "org.freedesktop.secrets",
                                                   G_BUS_NAME_OWNER_FLAGS_NONE, on_name_acquired,
                                                   NULL, service, NULL);
  htap_test_wait_until (is_running, service, "the name of the Secret Service");
}

static gboolean
has_vanished (gpointer data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", "org.freedesktop.secrets"), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
      NULL);
  gboolean has_owner;

  g_variant_get (answer, "(b)", &has_owner);

  return !has_owner;
}

/* Answers at last, so that libsecret calls back and nothing is left. */
static void
service_stop (Service *service)
{
  g_ptr_array_set_free_func (service->unanswered, NULL);
  for (guint i = 0; i < service->unanswered->len; i++)
    g_dbus_method_invocation_return_dbus_error (service->unanswered->pdata[i],
                                                "org.freedesktop.DBus.Error.Failed", "too late");
  g_dbus_connection_flush_sync (service->connection, NULL, NULL);

  g_bus_unown_name (service->name_id);
  g_dbus_connection_unregister_object (service->connection, service->object_id);
  htap_test_wait_until (has_vanished, NULL, "the end of the Secret Service");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  secret_service_disconnect ();
  g_ptr_array_unref (service->unanswered);
  g_object_unref (service->connection);
}

typedef struct
{
  const char *name;
  const char *silent;
  KeyringBegin begin;
  KeyringEnd end;
} Case;

static void
begin_lookup (HtapKeyring *keyring,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  htap_keyring_lookup_async (keyring, "uuid", TRUE, cancellable, callback, user_data);
}

static gboolean
end_lookup (HtapKeyring *keyring, GAsyncResult *result, GError **error)
{
  g_autoptr (HtapCredentials) credentials = htap_keyring_lookup_finish (keyring, result, error);

  return credentials != NULL;
}

static void
begin_store (HtapKeyring *keyring,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("MIIabc");

  htap_keyring_store_async (keyring, "uuid", "label", credentials, cancellable, callback,
                            user_data);
}

static void
begin_clear (HtapKeyring *keyring,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  htap_keyring_clear_async (keyring, "uuid", cancellable, callback, user_data);
}

static const Case cases[] = {
  { "lookup/OpenSession", "OpenSession", begin_lookup, end_lookup },
  { "lookup/SearchItems", "SearchItems", begin_lookup, end_lookup },
  { "store/OpenSession", "OpenSession", begin_store, htap_keyring_store_finish },
  { "store/ReadAlias", "ReadAlias", begin_store, htap_keyring_store_finish },
  { "clear/OpenSession", "OpenSession", begin_clear, htap_keyring_clear_finish },
  { "clear/SearchItems", "SearchItems", begin_clear, htap_keyring_clear_finish },
};

static void
test_deadline (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (HtapKeyring) keyring = htap_keyring_new (SOON, FOR_EVER);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Service service;

  service_start (&service, test->silent);
  test->begin (keyring, NULL, htap_test_on_result, &result);
  g_assert_false (test->end (keyring, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_KEYRING_UNAVAILABLE);
  service_stop (&service);
}

static gboolean
was_asked (gpointer data)
{
  return ((Service *) data)->unanswered->len > 0;
}

static void
test_cancel (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (HtapKeyring) keyring = htap_keyring_new (FOR_EVER, FOR_EVER);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Service service;

  service_start (&service, test->silent);
  test->begin (keyring, cancellable, htap_test_on_result, &result);
  htap_test_wait_until (was_asked, &service, test->silent);
  g_assert_null (result);

  g_cancellable_cancel (cancellable);
  g_assert_false (test->end (keyring, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  service_stop (&service);
}

/* There is nothing that could hold a secret of the profile. */
static void
test_clear_without_service (void)
{
  g_autoptr (HtapKeyring) keyring = htap_keyring_new (FOR_EVER, FOR_EVER);
  g_autoptr (GError) error = NULL;

  g_assert_true (keyring_fixture_clear (keyring, "uuid", &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *deadline = g_strconcat ("/keyring/deadline/", cases[i].name, NULL);
      g_autofree char *cancel = g_strconcat ("/keyring/cancel/", cases[i].name, NULL);

      g_test_add_data_func (deadline, &cases[i], test_deadline);
      g_test_add_data_func (cancel, &cases[i], test_cancel);
    }
  g_test_add_func ("/keyring/clear-without-service", test_clear_without_service);

  return g_test_run ();
}
