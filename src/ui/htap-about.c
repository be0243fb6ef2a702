/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-about.h"

#include "htap-compat.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* Read by whoever helps, so it is English whatever the window speaks; and it may be published, so
 * there are numbers in it, and no name and no id. */

/**
 * htap_about_dup_versions:
 *
 * Returns: (transfer full): the program, the system and what it is made of, as lines of plain text
 */
char *
htap_about_dup_versions (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *libraries = htap_inventory_dup_libraries ();

  g_string_append_printf (text, "HTAP Inventory %s\n", HTAP_VERSION);
  g_string_append_printf (text, "System: %s\n\n", system != NULL ? system : "unknown");
  g_string_append_printf (text, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version,
                          glib_micro_version);
  g_string_append_printf (text, "GTK %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita %u.%u.%u\n%s\n", adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), libraries);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : "not set";
}

static void
append_screen (GString *text, GtkWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  AdwStyleManager *style = adw_style_manager_get_default ();
  const char *renderer = gtk_widget_get_realized (widget)
                             ? G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window)))
                             : "none";

  g_string_append_printf (text, "Display: %s\n",
                          G_OBJECT_TYPE_NAME (gtk_widget_get_display (widget)));
  g_string_append_printf (text, "Renderer: %s\n", renderer);
  g_string_append_printf (text, "Scale: %d\n", gtk_widget_get_scale_factor (widget));
  g_string_append_printf (text, "Dark: %s\n", adw_style_manager_get_dark (style) ? "yes" : "no");
  g_string_append_printf (text, "High contrast: %s\n",
                          adw_style_manager_get_high_contrast (style) ? "yes" : "no");
  g_string_append_printf (text, "Desktop: %s\n", get_variable ("XDG_CURRENT_DESKTOP"));
  g_string_append_printf (text, "Session: %s\n\n", get_variable ("XDG_SESSION_TYPE"));
}

static void
append_language (GString *text)
{
  g_string_append_printf (text, "Locale: %s\n", setlocale (LC_MESSAGES, NULL));
  g_string_append_printf (text, "Characters: %s\n", setlocale (LC_CTYPE, NULL));
  g_string_append_printf (text, "LANGUAGE: %s\n", get_variable ("LANGUAGE"));
  g_string_append_printf (text, "X-Language: %s\n\n", C_ ("X-Language", "en-us"));
}

static void
append_inventory (GString *text, HtapInventory *inventory)
{
  GListModel *sources = htap_inventory_get_sources (inventory);
  guint n_sources = g_list_model_get_n_items (sources);
  guint n_failed = 0;

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      n_failed += htap_source_get_error (source) != NULL;
    }

  g_string_append_printf (text, "Keyring: %s\n",
                          htap_inventory_get_session_only (inventory)
                              ? "no service, secrets are kept in memory"
                              : "no trouble so far");
  g_string_append_printf (text, "Profiles: %u\n",
                          g_list_model_get_n_items (htap_inventory_get_profiles (inventory)));
  g_string_append_printf (text, "TaurusDB instances: %u, of which could not be read: %u\n",
                          n_sources, n_failed);
  g_string_append_printf (text, "HTAP instances: %u\n",
                          htap_inventory_get_n_listed (inventory));
  g_string_append_printf (text, "Requests at a time: %u\n",
                          htap_inventory_get_max_in_flight (inventory));
}

/**
 * htap_about_dup_information:
 * @window: one that is on the screen
 *
 * Returns: (transfer full): what helps to find out why something goes wrong, as plain text
 */
char *
htap_about_dup_information (GtkWindow *window, HtapInventory *inventory)
{
  g_autofree char *versions = htap_about_dup_versions ();
  g_autoptr (GString) text = g_string_new (versions);

  append_screen (text, window);
  append_language (text);
  append_inventory (text, inventory);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * htap_about_show:
 * @parent: the window that asks
 *
 * Says what the program is, with a page to copy for support.
 */
void
htap_about_show (GtkWindow *parent, HtapInventory *inventory)
{
  g_autofree char *information = htap_about_dup_information (parent, inventory);

  htap_compat_show_about (
      parent, _ ("HTAP Inventory"),
      _ ("Shows the HTAP instances of Huawei Cloud TaurusDB. It only reads: nothing in it can "
         "change anything in the cloud."),
      information);
}
