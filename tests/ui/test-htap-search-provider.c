/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-provider.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#define PATH      "/io/github/htap_inventory/HtapInventory/SearchProvider"
#define INTERFACE "org.gnome.Shell.SearchProvider2"

typedef struct
{
  HtapTestDemo *demo;
  GDBusConnection *connection;
  HtapSearchProvider *provider;
  GAsyncResult *result; /* (nullable): of the call that was answered */
  char *shown;          /* (nullable): what `show-instance` got */
  char *searched;       /* (nullable): what `search` got */
} Fixture;

/* GTK has one for each process. */
static GtkApplication *application;

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  char **target = user_data;

  g_free (*target);
  *target = g_variant_dup_string (parameter, NULL);
}

static void
add_action (const char *name, char **target)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (on_action), target);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->demo = htap_test_demo_new ();
  htap_test_demo_refresh (fixture->demo);
  htap_inventory_set_keep_snapshots (fixture->demo->inventory, data != NULL);
  add_action ("show-instance", &fixture->shown);
  add_action ("search", &fixture->searched);

  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->provider = htap_search_provider_new (application);
  g_object_set (fixture->provider, "enabled", TRUE, NULL);
  htap_search_provider_export (fixture->provider, fixture->connection, PATH, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->provider);
  g_clear_object (&fixture->result);
  g_object_unref (fixture->connection);
  htap_test_demo_free (fixture->demo);
  g_free (fixture->shown);
  g_free (fixture->searched);
}

static void
start (Fixture *fixture)
{
  htap_search_provider_start (fixture->provider, fixture->demo->inventory);
}

static void
begin_call (Fixture *fixture, const char *method, GVariant *arguments)
{
  g_dbus_connection_call (fixture->connection,
                          g_dbus_connection_get_unique_name (fixture->connection), PATH, INTERFACE,
                          method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          htap_test_on_result, &fixture->result);
}

static GVariant *
end_call (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = htap_test_await (&fixture->result);

  fixture->result = NULL;

  return g_dbus_connection_call_finish (fixture->connection, result, error);
}

static GVariant *
call (Fixture *fixture, const char *method, GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer;

  begin_call (fixture, method, arguments);
  answer = end_call (fixture, &error);
  g_assert_no_error (error);

  return answer;
}

static GVariant *
new_terms (const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);

  return g_variant_new_strv ((const char *const *) terms, -1);
}

/* Returns: (transfer full): the ids that are found */
static char **
search (Fixture *fixture, const char *text)
{
  g_autoptr (GVariant) answer =
      call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms (text)));
  char **ids;

  g_variant_get (answer, "(^as)", &ids);

  return ids;
}

static void
assert_n_found (Fixture *fixture, const char *text, guint expected)
{
  g_auto (GStrv) ids = search (fixture, text);

  g_assert_cmpuint (g_strv_length (ids), ==, expected);
}

static guint
count_metas (Fixture *fixture, char **ids)
{
  g_autoptr (GVariant) answer =
      call (fixture, "GetResultMetas", g_variant_new ("(^as)", (const char *const *) ids));
  g_autoptr (GVariant) metas = g_variant_get_child_value (answer, 0);

  return (guint) g_variant_n_children (metas);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) again = NULL;
  g_autoptr (GVariant) answer = NULL;

  start (fixture);
  ids = search (fixture, "192.168.0.207");
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpuint (count_metas (fixture, ids), ==, 1);

  /* Whatever was found before. */
  answer = call (fixture, "GetSubsearchResultSet",
                 g_variant_new ("(@as@as)", new_terms ("another"), new_terms ("192.168.0.207")));
  g_variant_get (answer, "(^as)", &again);
  g_assert_cmpstrv (again, ids);
}

static gboolean
is_answered (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  return fixture->result != NULL;
}

/* What is called now is answered behind the calls before it. */
static void
pass_calls (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_dbus_connection_call (fixture->connection,
                          g_dbus_connection_get_unique_name (fixture->connection), PATH,
                          "org.freedesktop.DBus.Peer", "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE,
                          -1, NULL, htap_test_on_result, &result);
  htap_test_await (&result);
}

/* What was kept is being read still. */
static void
test_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) ids = NULL;

  begin_call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms ("192.168.0.207")));
  pass_calls (fixture);
  g_assert_false (is_answered (fixture));

  start (fixture);
  answer = end_call (fixture, &error);
  g_assert_no_error (error);
  ids = g_variant_get_child_value (answer, 0);
  g_assert_cmpuint (g_variant_n_children (ids), ==, 1);
}

static void
test_ends_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin_call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms ("htap")));
  pass_calls (fixture);
  htap_search_provider_unexport (fixture->provider);
  g_assert_null (end_call (fixture, &error));
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_FAILED);

  /* It is too late. */
  start (fixture);
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) ids = NULL;

  start (fixture);
  ids = search (fixture, "192.168.0.207");
  g_object_set (fixture->provider, "enabled", FALSE, NULL);
  assert_n_found (fixture, "192.168.0.207", 0);
  g_assert_cmpuint (count_metas (fixture, ids), ==, 0);

  g_object_set (fixture->provider, "enabled", TRUE, NULL);
  assert_n_found (fixture, "192.168.0.207", 1);
  g_assert_cmpuint (count_metas (fixture, ids), ==, 1);
}

/* Although the inventory knows it: somebody has read it in a window. */
static void
test_nothing_kept (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  assert_n_found (fixture, "192.168.0.207", 0);
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  g_variant_unref (call (fixture, "ActivateResult",
                         g_variant_new ("(s@asu)", "an-id", new_terms ("htap prod"), 7)));
  g_assert_cmpstr (fixture->shown, ==, "an-id");
  g_assert_null (fixture->searched);

  g_variant_unref (
      call (fixture, "LaunchSearch", g_variant_new ("(@asu)", new_terms ("htap prod"), 7)));
  g_assert_cmpstr (fixture->searched, ==, "htap prod");
}

/* Without a window the program ends by itself; with one it ends when that is closed. */
static void
test_idle (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  start (fixture);
  g_application_set_inactivity_timeout (G_APPLICATION (application), 0);
  assert_n_found (fixture, "nothing", 0);
  g_assert_cmpuint (g_application_get_inactivity_timeout (G_APPLICATION (application)), >=, 5000);

  window = gtk_application_window_new (application);
  g_assert_cmpuint (g_application_get_inactivity_timeout (G_APPLICATION (application)), ==, 0);
  assert_n_found (fixture, "nothing", 0);
  g_assert_cmpuint (g_application_get_inactivity_timeout (G_APPLICATION (application)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  htap_widget_test_init (&argc, &argv);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(path, keep, function)                                                                  \
  g_test_add ("/search-provider/" path, Fixture, keep, set_up, function, tear_down)
  ADD ("search", "keep", test_search);
  ADD ("waits", "keep", test_waits);
  ADD ("ends-before", "keep", test_ends_before);
  ADD ("off", "keep", test_off);
  ADD ("nothing-kept", NULL, test_nothing_kept);
  ADD ("chosen", "keep", test_chosen);
  ADD ("idle", "keep", test_idle);
#undef ADD

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
