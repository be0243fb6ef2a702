/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application.h"

#include "htap-accelerators.h"
#include "htap-demo-cloud.h"
#include "htap-error-text.h"
#include "htap-inventory.h"
#include "htap-settings.h"
#include "htap-window.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define CLIPBOARD_DEADLINE_MS 1000

struct _HtapApplication
{
  AdwApplication parent_instance;
  gboolean demo;
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  GSettings *settings;
  char *demo_failure; /* (nullable): why there is no demo, a sentence */
};

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
on_try_demo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *arguments[] = { program, "--demo", NULL };
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autofree char *sentence = NULL;

  /* A process of its own: the demo shares nothing with the real thing, not even its identity. */
  if (program != NULL &&
      g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    return;

  /* Translators: %s is a technical message. */
  sentence = g_strdup_printf (_ ("The demo could not start: %s"),
                              error != NULL ? error->message : g_strerror (ENOENT));
  if (HTAP_IS_WINDOW (window))
    htap_window_say (HTAP_WINDOW (window), sentence);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_show_about_dialog (
      window, "program-name", _ ("HTAP Inventory"), "logo-icon-name", HTAP_APPLICATION_ID,
      "version", HTAP_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Shows the HTAP instances of Huawei Cloud TaurusDB. It only reads."), NULL);
}

static gpointer
ref_window (gconstpointer window, gpointer user_data)
{
  return g_object_ref ((gpointer) window);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autolist (GtkWindow) windows =
      g_list_copy_deep (gtk_application_get_windows (user_data), ref_window, NULL);

  /* Closing saves sizes and ends what runs. A window that refuses is asked once. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
htap_application_startup (GApplication *application)
{
  HtapApplication *self = HTAP_APPLICATION (application);
  const GActionEntry entries[] = {
    { .name = "try-demo", .activate = on_try_demo },
    { .name = "about", .activate = on_about },
    { .name = "quit", .activate = on_quit },
  };

  G_APPLICATION_CLASS (htap_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  htap_accelerators_install (GTK_APPLICATION (self));
  /* Dialogs and the demo's windows too. */
  gtk_window_set_default_icon_name (HTAP_APPLICATION_ID);

  /* The API's answers follow the window's language: this string's translation is the value of
   * X-Language. */
  self->inventory = htap_inventory_new (C_ ("X-Language", "en-us"));
  self->settings = htap_settings_new (self->demo);
  if (self->demo)
    start_demo (self);
  else
    /* The window says what the file said. */
    htap_inventory_load (self->inventory, NULL);
}

static void
htap_application_activate (GApplication *application)
{
  HtapApplication *self = HTAP_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (
          htap_window_new (GTK_APPLICATION (self), self->inventory, self->settings, self->demo));
      if (self->demo_failure != NULL)
        htap_window_set_demo_failure (HTAP_WINDOW (window), self->demo_failure);
      htap_inventory_refresh (self->inventory, NULL);
    }

  gtk_window_present (window);
}

static void
on_clipboard_stored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GMainLoop) loop = user_data;

  gdk_clipboard_store_finish (GDK_CLIPBOARD (object), result, NULL);
  g_main_loop_quit (loop);
}

static gboolean
on_clipboard_deadline (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

/* An address that was copied should outlive the window: on X11 somebody else has to take it over,
 * who may not be there or not answer. */
static void
hand_clipboard_over (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkClipboard *clipboard;
  guint deadline;

  if (display == NULL)
    return;

  clipboard = gdk_display_get_clipboard (display);
  if (!gdk_clipboard_is_local (clipboard))
    return;

  deadline = g_timeout_add (CLIPBOARD_DEADLINE_MS, on_clipboard_deadline, loop);
  gdk_clipboard_store_async (clipboard, G_PRIORITY_DEFAULT, NULL, on_clipboard_stored,
                             g_main_loop_ref (loop));
  g_main_loop_run (loop);
  g_source_remove (deadline);
}

static void
htap_application_shutdown (GApplication *application)
{
  HtapApplication *self = HTAP_APPLICATION (application);

  hand_clipboard_over ();
  if (self->settings != NULL)
    g_settings_sync ();
  g_clear_object (&self->inventory);
  g_clear_object (&self->cloud);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->demo_failure, g_free);

  G_APPLICATION_CLASS (htap_application_parent_class)->shutdown (application);
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
htap_application_class_init (HtapApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = htap_application_startup;
  application_class->activate = htap_application_activate;
  application_class->shutdown = htap_application_shutdown;
  application_class->handle_local_options = htap_application_handle_local_options;
}

static void
htap_application_init (HtapApplication *self)
{
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show demo data"), NULL },
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
 */
HtapApplication *
htap_application_new (gboolean demo)
{
  HtapApplication *self =
      g_object_new (HTAP_TYPE_APPLICATION, "application-id",
                    demo ? HTAP_APPLICATION_ID ".Demo" : HTAP_APPLICATION_ID, "resource-base-path",
                    "/io/github/htap_inventory/HtapInventory", NULL);

  self->demo = demo;

  return self;
}
