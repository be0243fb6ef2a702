/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application.h"

#include "htap-accelerators.h"
#include "htap-application-private.h"
#include "htap-clipboard.h"
#include "htap-error-text.h"
#include "htap-settings.h"

#include <glib/gi18n-lib.h>
#include <sysexits.h>

G_DEFINE_FINAL_TYPE (HtapApplication, htap_application, ADW_TYPE_APPLICATION)

static void
start_demo (HtapApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;

  self->cloud = htap_demo_cloud_new ();
  if (!htap_demo_cloud_start (self->cloud, 0, &error))
    {
      self->demo_failure = htap_error_text_dup_sentence (error, NULL);
      return;
    }

  profile = htap_demo_cloud_dup_profile (self->cloud);
  htap_inventory_add_demo_profile (self->inventory, profile,
                                   htap_demo_cloud_get_token (self->cloud));
}

static void
load_profiles (HtapApplication *self)
{
  htap_inventory_watch_profiles (self->inventory);
  /* The window says what the file said. */
  htap_inventory_load (self->inventory, NULL);
  /* Before there is a window, so that it opens with what is known. */
  htap_application_show_snapshots (self);
}

static void
htap_application_startup (GApplication *application)
{
  HtapApplication *self = HTAP_APPLICATION (application);

  /* The screen is about to be opened: on X11 this becomes the class of the windows, by which docks
   * find the desktop entry. Not earlier, for --help speaks of the program by the same name. */
  g_set_prgname (g_application_get_application_id (application));
  G_APPLICATION_CLASS (htap_application_parent_class)->startup (application);

  htap_application_add_actions (self);
  htap_accelerators_install (GTK_APPLICATION (self));
  /* Dialogs and the demo's windows too. */
  gtk_window_set_default_icon_name (HTAP_APPLICATION_ID);

  /* The API's answers follow the window's language: this string's translation is the value of
   * X-Language. */
  self->inventory = htap_inventory_new (C_ ("X-Language", "en-us"));
  self->spare_memory = htap_spare_memory_new (self->inventory);
  htap_inventory_set_environment (self->inventory, self->environment);
  self->settings = htap_settings_new (self->demo);
  g_settings_bind (self->settings, "requests-in-flight", self->inventory, "max-in-flight",
                   G_SETTINGS_BIND_GET);
  htap_inventory_set_network_monitor (self->inventory, g_network_monitor_get_default ());
  g_settings_bind (self->settings, "muted-findings", self->inventory, "muted-findings",
                   G_SETTINGS_BIND_DEFAULT);
  htap_application_start_schedule (self);
  htap_application_start_watches (self);
  htap_application_start_news (self);
  htap_application_start_search (self);
  if (self->demo)
    start_demo (self);
  else
    load_profiles (self);
}

/* Who starts the program again is looking for the window that is there. */
static void
htap_application_activate (GApplication *application)
{
  HtapApplication *self = HTAP_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else
    htap_application_open_window (self, NULL);
}

static HtapProfile *
find_profile (HtapApplication *self, const char *name)
{
  GListModel *profiles = htap_inventory_get_profiles (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (g_str_equal (htap_profile_get_name (profile), name))
        return g_steal_pointer (&profile);
    }

  return NULL;
}

static HtapWindow *
find_window (HtapApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (HTAP_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* @profile: (nullable): for all, any window will do */
static void
raise_or_open (HtapApplication *self, HtapProfile *profile)
{
  if (profile == NULL)
    {
      g_application_activate (G_APPLICATION (self));
      return;
    }

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (HTAP_IS_WINDOW (l->data) && htap_window_shows_profile (l->data, profile))
      {
        gtk_window_present (l->data);
        return;
      }

  htap_application_open_window (self, profile);
}

/* The program that runs already knows the profiles best; what it answers is printed, and returned,
 * where the command was given. */
static int
htap_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  HtapApplication *self = HTAP_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (HtapProfile) profile = NULL;
  const char *name = NULL;

  if (g_strv_length (arguments) > 1)
    {
      /* Translators: %s is what was given to the command beyond its options. */
      g_application_command_line_printerr (command_line, _ ("Unexpected argument: %s\n"),
                                           arguments[1]);
      return EX_USAGE;
    }

  g_variant_dict_lookup (options, "profile", "&s", &name);
  profile = name != NULL ? find_profile (self, name) : NULL;
  if (name != NULL && profile == NULL)
    {
      g_application_command_line_printerr (command_line, _ ("There is no profile “%s”.\n"), name);
      return EX_USAGE;
    }

  if (g_variant_dict_contains (options, "new-window"))
    htap_application_open_window (self, profile);
  else
    raise_or_open (self, profile);
  if (g_variant_dict_contains (options, HTAP_OPTION_ADD_PROFILE))
    htap_application_add_profile (self);

  return EX_OK;
}

static void
htap_application_shutdown (GApplication *application)
{
  HtapApplication *self = HTAP_APPLICATION (application);

  htap_clipboard_hand_over ();
  htap_application_stop_search (self);
  g_clear_handle_id (&self->first_refresh, g_source_remove);
  if (self->settings != NULL)
    g_settings_sync ();
  g_clear_object (&self->news);
  g_clear_object (&self->watches);
  g_clear_object (&self->schedule);
  g_clear_object (&self->audience);
  g_clear_object (&self->spare_memory);
  g_clear_object (&self->inventory);
  g_clear_object (&self->cloud);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->demo_failure, g_free);

  G_APPLICATION_CLASS (htap_application_parent_class)->shutdown (application);
}

static gboolean
htap_application_dbus_register (GApplication *application,
                                GDBusConnection *connection,
                                const char *path,
                                GError **error)
{
  return G_APPLICATION_CLASS (htap_application_parent_class)
             ->dbus_register (application, connection, path, error) &&
         htap_application_export_search (HTAP_APPLICATION (application), connection, path, error);
}

static void
htap_application_dbus_unregister (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *path)
{
  htap_application_stop_search (HTAP_APPLICATION (application));
  G_APPLICATION_CLASS (htap_application_parent_class)
      ->dbus_unregister (application, connection, path);
}

static int
htap_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("htap-inventory %s\n", HTAP_VERSION);
      return 0;
    }

  return -1;
}

static void
htap_application_finalize (GObject *object)
{
  HtapApplication *self = HTAP_APPLICATION (object);

  g_strfreev (self->environment);
  g_clear_weak_pointer (&self->preferences);

  G_OBJECT_CLASS (htap_application_parent_class)->finalize (object);
}

static void
htap_application_class_init (HtapApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_application_finalize;
  application_class->startup = htap_application_startup;
  application_class->activate = htap_application_activate;
  application_class->command_line = htap_application_command_line;
  application_class->shutdown = htap_application_shutdown;
  application_class->dbus_register = htap_application_dbus_register;
  application_class->dbus_unregister = htap_application_dbus_unregister;
  application_class->handle_local_options = htap_application_handle_local_options;
}

static void
htap_application_init (HtapApplication *self)
{
  const GOptionEntry entries[] = {
    { HTAP_OPTION_ADD_PROFILE, 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Add a profile"), NULL },
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show demo data"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open another window"), NULL },
    { "profile", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show this profile alone"), N_ ("NAME") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      N_ ("Shows the HTAP instances of Huawei Cloud TaurusDB. It only reads."));
}

/**
 * htap_application_new:
 * @demo: show the demo alone, under an identity of its own and without touching any file
 * @language: the one that htap_language_apply() was told
 * @environment: (nullable): what it was started in, for itself and whoever it starts anew; %NULL for
 *   its own
 */
HtapApplication *
htap_application_new (gboolean demo, HtapLanguage language, char **environment)
{
  HtapApplication *self =
      g_object_new (HTAP_TYPE_APPLICATION, "application-id",
                    demo ? HTAP_APPLICATION_ID ".Demo" : HTAP_APPLICATION_ID, "flags",
                    G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                    "/io/github/htap_inventory/HtapInventory", NULL);

  self->demo = demo;
  self->language = language;
  self->environment = g_strdupv (environment);

  return self;
}

/**
 * htap_application_open_window:
 * @profile: (nullable): the one to show; %NULL for all
 *
 * Opens another window. The first one finds nothing read yet, and asks.
 */
void
htap_application_open_window (HtapApplication *self, HtapProfile *profile)
{
  gboolean first = gtk_application_get_windows (GTK_APPLICATION (self)) == NULL;
  GtkWidget *window =
      htap_window_new (GTK_APPLICATION (self), self->inventory, self->settings, self->demo);

  htap_window_set_watches (HTAP_WINDOW (window), self->watches);
  if (self->demo_failure != NULL)
    htap_window_set_demo_failure (HTAP_WINDOW (window), self->demo_failure);
  if (profile != NULL)
    htap_window_show_profile (HTAP_WINDOW (window), profile);
  if (first)
    htap_application_refresh_first (self);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * htap_application_raise_window:
 *
 * Brings the window that was used last to the front. There may be none: it was closed, or the
 * program was started for that; then one is opened.
 *
 * Returns: (transfer none): the window
 */
HtapWindow *
htap_application_raise_window (HtapApplication *self)
{
  HtapWindow *window = find_window (self);

  if (window == NULL)
    htap_application_open_window (self, NULL);
  else
    gtk_window_present (GTK_WINDOW (window));

  return find_window (self);
}

/**
 * htap_application_add_profile:
 *
 * Opens the dialog for a new profile over the window that was used last; there is one.
 */
void
htap_application_add_profile (HtapApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (HTAP_IS_WINDOW (window))
    g_action_group_activate_action (G_ACTION_GROUP (window), "add-profile", NULL);
}

/**
 * htap_application_get_restarting:
 *
 * Returns: whether the program should be started anew now that it has ended
 */
gboolean
htap_application_get_restarting (HtapApplication *self)
{
  g_return_val_if_fail (HTAP_IS_APPLICATION (self), FALSE);

  return self->restarting;
}
