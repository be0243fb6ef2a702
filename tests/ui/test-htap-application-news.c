/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"

#include "htap-demo-probe.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-private.h"

#include <sysexits.h>

#define NAME "org.freedesktop.Notifications"

/* Takes the place of the desktop's own service. */
typedef struct
{
  gboolean is_there;
  guint n_sent;
  guint n_withdrawn;
  guint wanted; /* how many of either */
  char *title;
  char *body;
} Desktop;

static const char interface[] =
    "<node><interface name='" NAME "'>"
    "<method name='Notify'>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
    "<arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "</interface></node>";

static void
on_method_call (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface_name,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  Desktop *desktop = user_data;

  if (g_str_equal (method, "CloseNotification"))
    {
      desktop->n_withdrawn++;
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }

  desktop->n_sent++;
  g_clear_pointer (&desktop->title, g_free);
  g_clear_pointer (&desktop->body, g_free);
  g_variant_get_child (parameters, 3, "s", &desktop->title);
  g_variant_get_child (parameters, 4, "s", &desktop->body);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", desktop->n_sent));
}

static void
on_name_acquired (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((Desktop *) user_data)->is_there = TRUE;
}

static gboolean
is_there (gpointer data)
{
  return ((Desktop *) data)->is_there;
}

static void
start_desktop (Desktop *desktop)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_call };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  g_dbus_connection_register_object (bus, "/org/freedesktop/Notifications", info->interfaces[0],
                                     &vtable, desktop, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (bus, NAME, G_BUS_NAME_OWNER_FLAGS_NONE, on_name_acquired, NULL,
                                desktop, NULL);
  htap_test_wait_until (is_there, desktop, "the notification service");
}

static gboolean
is_sent (gpointer data)
{
  return ((Desktop *) data)->n_sent == ((Desktop *) data)->wanted;
}

static gboolean
is_withdrawn (gpointer data)
{
  return ((Desktop *) data)->n_withdrawn == ((Desktop *) data)->wanted;
}

/* The program knows the notification's number, too: what is answered later is behind that. */
static void
wait_for_bus (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) id = NULL;

  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, htap_test_on_result, &result);
  id = g_dbus_connection_call_finish (bus, htap_test_await (&result), NULL);
  g_assert_nonnull (id);
}

static void
wait_until_sent (Desktop *desktop, guint n_sent)
{
  desktop->wanted = n_sent;
  htap_test_wait_until (is_sent, desktop, "a notification");
  wait_for_bus ();
}

static void
wait_until_withdrawn (Desktop *desktop, guint n_withdrawn)
{
  desktop->wanted = n_withdrawn;
  htap_test_wait_until (is_withdrawn, desktop, "the end of a notification");
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

static void
refresh (HtapApplication *application)
{
  htap_inventory_refresh (application->inventory, NULL);
  htap_test_wait_until (is_idle, application->inventory, "the end of a refresh");
}

static HtapInstance *
dup_available (HtapApplication *application)
{
  GListModel *instances = htap_inventory_get_instances (application->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (htap_instance_get_shown_status (instance) == HTAP_SHOWN_STATUS_AVAILABLE)
        return g_steal_pointer (&instance);
    }

  g_assert_not_reached ();
}

/* In the cloud of the demo, and read. */
static void
set_status (HtapApplication *application, HtapInstance *instance, const char *status)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  HtapDemoProbe probe = { application->cloud, session };
  g_autofree char *path = g_strconcat ("/demo/instances/", htap_instance_get_id (instance), NULL);
  g_autofree char *body =
      g_strdup_printf ("{\"instance_state\":{\"instance_status\":\"%s\"}}", status);
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (&probe, "PUT", path, body);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
  refresh (application);
}

static HtapWindow *
get_window (HtapApplication *application)
{
  return HTAP_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

/* Nobody looks at first: a window that is hidden is not in front. */
static void
act (HtapApplication *application, Desktop *desktop)
{
  g_autoptr (HtapInstance) instance = dup_available (application);
  g_autofree char *title = g_strconcat (htap_instance_get_name (instance), ": Abnormal", NULL);
  HtapWindow *window = get_window (application);

  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  set_status (application, instance, "abnormal");
  set_status (application, instance, "normal");
  g_assert_cmpuint (desktop->n_sent, ==, 0); /* nobody asked for it */

  g_settings_set_boolean (application->settings, "notify-status-changes", TRUE);
  set_status (application, instance, "abnormal");
  wait_until_sent (desktop, 1);
  g_assert_cmpstr (desktop->title, ==, title);
  g_assert_true (g_str_has_prefix (desktop->body, "HTAP instance in "));
  set_status (application, instance, "normal");
  wait_until_withdrawn (desktop, 1);

  /* A click. */
  set_status (application, instance, "abnormal");
  wait_until_sent (desktop, 2);
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-changes", NULL);
  wait_until_withdrawn (desktop, 2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_true (gtk_stack_get_visible_child (window->pages) == GTK_WIDGET (window->changes_page));

  /* Who looks is told nothing. */
  set_status (application, instance, "normal");
  wait_for_bus ();
  g_assert_cmpuint (desktop->n_sent, ==, 2);
}

typedef struct
{
  HtapApplication *application;
  Desktop *desktop;
  gboolean is_done;
} Step;

static gboolean
is_ready (gpointer data)
{
  HtapApplication *application = ((Step *) data)->application;

  return get_window (application) != NULL && is_idle (application->inventory) &&
         g_list_model_get_n_items (htap_inventory_get_instances (application->inventory)) > 0;
}

static gboolean
on_idle (gpointer user_data)
{
  Step *step = user_data;

  htap_test_wait_until (is_ready, step, "the window");
  act (step->application, step->desktop);
  step->is_done = TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (step->application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
test_news (void)
{
  Desktop desktop = { 0 };
  char *arguments[] = { (char *) "htap-inventory", NULL };
  Step step = { htap_application_new (TRUE, HTAP_LANGUAGE_SYSTEM, NULL), &desktop, FALSE };

  start_desktop (&desktop);
  g_idle_add (on_idle, &step);
  g_assert_cmpint (g_application_run (G_APPLICATION (step.application), 1, arguments), ==, EX_OK);
  g_assert_true (step.is_done);
  g_assert_finalize_object (step.application);
  g_free (desktop.title);
  g_free (desktop.body);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = htap_test_temporary_directory ();
  int status;

  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_unsetenv ("HW_REGION_NAME");
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/application-news/news", test_news);

  status = g_test_run ();
  htap_test_remove_tree (home);

  return status;
}
