/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-provider.h"

#include "htap-search-result.h"

/* Milliseconds without a window from the last call to the end of the program: who types asks again
 * at every key, and what was read once is there. */
#define IDLE_TIME (20 * 1000)

#define INTROSPECTION "/io/github/htap_inventory/HtapInventory/htap-search-provider.xml"

struct _HtapSearchProvider
{
  GObject parent_instance;
  GtkApplication *application; /* not owned: it owns this */
  GDBusConnection *connection; /* (nullable): unless it is exported */
  guint registration;
  HtapInventory *inventory; /* (nullable) until what was kept has been read */
  GQueue waiting;           /* GDBusMethodInvocation, until then */
  gboolean enabled;
};

enum
{
  PROP_ENABLED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapSearchProvider, htap_search_provider, G_TYPE_OBJECT)

static void
hold (HtapSearchProvider *self)
{
  g_application_hold (G_APPLICATION (self->application));
}

/* Who closes a window ends the program; without one it stays a while for the next key. */
static void
release (HtapSearchProvider *self)
{
  if (gtk_application_get_windows (self->application) == NULL)
    g_application_set_inactivity_timeout (G_APPLICATION (self->application), IDLE_TIME);
  g_application_release (G_APPLICATION (self->application));
}

static void
on_application_window_added (HtapSearchProvider *self)
{
  g_application_set_inactivity_timeout (G_APPLICATION (self->application), 0);
}

/* Who wants nothing to be kept on this computer does not want it in the desktop's search either,
 * whether or not a window is open. */
static gboolean
may_tell (HtapSearchProvider *self)
{
  return self->enabled && htap_inventory_get_keep_snapshots (self->inventory);
}

/* Returns: (transfer none) (nullable): what may be told of */
static GListModel *
get_instances (HtapSearchProvider *self)
{
  return may_tell (self) ? htap_inventory_get_instances (self->inventory) : NULL;
}

static GVariant *
get_initial_result_set (HtapSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **terms = NULL;

  g_variant_get (parameters, "(^a&s)", &terms);

  return g_variant_new ("(@as)", htap_search_result_new_ids (get_instances (self), terms));
}

/* Not among the previous results: those that were too many then are not among them. */
static GVariant *
get_subsearch_result_set (HtapSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **terms = NULL;

  g_variant_get (parameters, "(as^a&s)", NULL, &terms);

  return g_variant_new ("(@as)", htap_search_result_new_ids (get_instances (self), terms));
}

static GVariant *
get_result_metas (HtapSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **ids = NULL;

  g_variant_get (parameters, "(^a&s)", &ids);

  return g_variant_new ("(@aa{sv})",
                        htap_search_result_new_metas (get_instances (self), ids,
                                                      g_get_real_time () / G_USEC_PER_SEC));
}

/* @timestamp: of the event that asked for it, by which X11 tells that a window may come to the
 * front; a new one may anyway */
static void
activate (HtapSearchProvider *self, const char *action, const char *target, guint32 timestamp)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);
  g_autofree char *startup_id = g_strdup_printf ("_TIME%u", timestamp);

  if (window != NULL)
    gtk_window_set_startup_id (window, startup_id);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action,
                                  g_variant_new_string (target));
}

static GVariant *
activate_result (HtapSearchProvider *self, GVariant *parameters)
{
  const char *id;
  guint32 timestamp;

  g_variant_get (parameters, "(&sasu)", &id, NULL, &timestamp);
  activate (self, "show-instance", id, timestamp);

  return NULL;
}

static GVariant *
launch_search (HtapSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **terms = NULL;
  g_autofree char *text = NULL;
  guint32 timestamp;

  g_variant_get (parameters, "(^a&su)", &terms, &timestamp);
  text = g_strjoinv (" ", (char **) terms);
  activate (self, "search", text, timestamp);

  return NULL;
}

static const struct
{
  const char *name;
  GVariant *(*run) (HtapSearchProvider *self, GVariant *parameters);
} methods[] = {
  { "GetInitialResultSet", get_initial_result_set },
  { "GetSubsearchResultSet", get_subsearch_result_set },
  { "GetResultMetas", get_result_metas },
  { "ActivateResult", activate_result },
  { "LaunchSearch", launch_search },
};

/* @invocation: (transfer full): the program was held for it */
static void
answer (HtapSearchProvider *self, GDBusMethodInvocation *invocation)
{
  const char *name = g_dbus_method_invocation_get_method_name (invocation);
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (methods[i].name, name))
      {
        g_dbus_method_invocation_return_value (invocation, methods[i].run (self, parameters));
        break;
      }

  release (self);
}

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
  HtapSearchProvider *self = user_data;

  hold (self);
  if (self->inventory == NULL)
    g_queue_push_tail (&self->waiting, invocation);
  else
    answer (self, invocation);
}

static void
htap_search_provider_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENABLED)
    g_value_set_boolean (value, HTAP_SEARCH_PROVIDER (object)->enabled);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
htap_search_provider_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  HtapSearchProvider *self = HTAP_SEARCH_PROVIDER (object);

  if (id != PROP_ENABLED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  if (self->enabled == g_value_get_boolean (value))
    return;

  self->enabled = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
htap_search_provider_dispose (GObject *object)
{
  htap_search_provider_unexport (HTAP_SEARCH_PROVIDER (object));

  G_OBJECT_CLASS (htap_search_provider_parent_class)->dispose (object);
}

static void
htap_search_provider_class_init (HtapSearchProviderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = htap_search_provider_get_property;
  object_class->set_property = htap_search_provider_set_property;
  object_class->dispose = htap_search_provider_dispose;

  properties[PROP_ENABLED] =
      g_param_spec_boolean ("enabled", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_search_provider_init (HtapSearchProvider *self)
{
  g_queue_init (&self->waiting);
}

/**
 * htap_search_provider_new:
 * @application: has the actions `show-instance` (an id) and `search` (a text); held while a call
 *   waits for its answer, and for some seconds behind it. It outlives this.
 *
 * Returns: (transfer full): one that nobody can call yet
 */
HtapSearchProvider *
htap_search_provider_new (GtkApplication *application)
{
  HtapSearchProvider *self = g_object_new (HTAP_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  g_signal_connect_object (application, "window-added", G_CALLBACK (on_application_window_added),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * htap_search_provider_export:
 * @path: of the object
 *
 * It can be called from now on, and answers once it is started.
 *
 * Returns: %FALSE with %G_IO_ERROR_EXISTS
 */
gboolean
htap_search_provider_export (HtapSearchProvider *self,
                             GDBusConnection *connection,
                             const char *path,
                             GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_call };
  g_autoptr (GBytes) xml = g_resources_lookup_data (INTROSPECTION, 0, NULL);
  g_autoptr (GDBusNodeInfo) node =
      g_dbus_node_info_new_for_xml (g_bytes_get_data (xml, NULL), NULL);

  g_return_val_if_fail (HTAP_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0],
                                                          &vtable, self, NULL, error);
  if (self->registration == 0)
    return FALSE;

  self->connection = g_object_ref (connection);

  return TRUE;
}

/**
 * htap_search_provider_unexport:
 *
 * Nobody can call it any more; who waits for an answer gets an error.
 */
void
htap_search_provider_unexport (HtapSearchProvider *self)
{
  GDBusMethodInvocation *invocation;

  g_return_if_fail (HTAP_IS_SEARCH_PROVIDER (self));

  if (self->connection == NULL)
    return;

  g_dbus_connection_unregister_object (self->connection, self->registration);
  g_clear_object (&self->connection);
  g_clear_object (&self->inventory);
  while ((invocation = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED,
                                                     "The program ends");
      release (self);
    }
}

/**
 * htap_search_provider_start:
 * @inventory: has shown what was kept, or has nothing to show
 *
 * Answers from now on, from what @inventory knows.
 */
void
htap_search_provider_start (HtapSearchProvider *self, HtapInventory *inventory)
{
  GDBusMethodInvocation *invocation;

  g_return_if_fail (HTAP_IS_SEARCH_PROVIDER (self));

  /* The program ended before that. */
  if (self->connection == NULL)
    return;

  g_set_object (&self->inventory, inventory);
  while ((invocation = g_queue_pop_head (&self->waiting)) != NULL)
    answer (self, invocation);
}
