/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-preferences.h"

#include "htap-compat.h"
#include "htap-error-text.h"
#include "htap-text-scale.h"
#include "htap-toaster.h"

#include <glib/gi18n-lib.h>

struct _HtapPreferences
{
  AdwWindow parent_instance;
  HtapLanguage spoken;
  GtkWidget *language_group;
  AdwComboRow *language_row;
  GtkWidget *restart_row;
  GtkWidget *failure_row;
  GtkSwitch *titles_switch;
  GtkSwitch *notify_switch;
  GtkSpinButton *requests_spin;
  GtkWidget *saved_group;
  GtkSwitch *keep_switch;
  GtkSwitch *search_switch;
  HtapToaster *toaster;
  HtapInventory *inventory; /* (nullable): whose saved data it clears */
};

G_DEFINE_FINAL_TYPE (HtapPreferences, htap_preferences, ADW_TYPE_WINDOW)

static void
on_language_row_notify_selected (HtapPreferences *self)
{
  HtapLanguage chosen = adw_combo_row_get_selected (self->language_row);
  g_autoptr (GError) error = NULL;

  /* Not yet offered: the row is being filled. */
  if (!gtk_widget_get_visible (self->language_group) || chosen >= HTAP_N_LANGUAGES)
    return;

  if (!htap_language_save (chosen, &error))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->failure_row), error->message);

  gtk_widget_set_visible (self->failure_row, error != NULL);
  gtk_widget_set_visible (self->restart_row, error == NULL && chosen != self->spoken);
}

/* By the window, which knows the application. */
static void
on_restart_button_clicked (HtapPreferences *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "app.restart", NULL);
}

static void
on_cleared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HtapPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!htap_inventory_clear_snapshots_finish (HTAP_INVENTORY (object), result, &error))
    sentence = htap_error_text_dup_sentence (error, NULL);

  /* Closed in the meantime. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    htap_toaster_say (self->toaster, sentence != NULL ? sentence : _ ("Saved data cleared"));
}

static void
on_clear_button_clicked (HtapPreferences *self)
{
  htap_inventory_clear_snapshots_async (self->inventory, NULL, on_cleared, g_object_ref (self));
}

static void
htap_preferences_dispose (GObject *object)
{
  g_clear_object (&HTAP_PREFERENCES (object)->inventory);

  G_OBJECT_CLASS (htap_preferences_parent_class)->dispose (object);
}

static void
htap_preferences_class_init (HtapPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_preferences_dispose;

  g_type_ensure (HTAP_TYPE_TOASTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, language_group);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, restart_row);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, failure_row);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, titles_switch);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, notify_switch);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, requests_spin);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, saved_group);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, search_switch);
  gtk_widget_class_bind_template_child (widget_class, HtapPreferences, toaster);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_language_row_notify_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_restart_button_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
htap_preferences_init (HtapPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  htap_text_scale_fit (GTK_WINDOW (self));
  htap_compat_name_buttons (GTK_WIDGET (self));
  htap_compat_name_once (GTK_WIDGET (self->titles_switch));
  htap_compat_name_once (GTK_WIDGET (self->notify_switch));
  htap_compat_name_once (GTK_WIDGET (self->requests_spin));
  htap_compat_name_once (GTK_WIDGET (self->keep_switch));
  htap_compat_name_once (GTK_WIDGET (self->search_switch));
}

/**
 * htap_preferences_new:
 * @parent: (nullable): the window it belongs to
 * @settings: bound to what it shows
 *
 * Returns: (transfer none): a modal window
 */
GtkWidget *
htap_preferences_new (GtkWindow *parent, GSettings *settings)
{
  HtapPreferences *self = g_object_new (HTAP_TYPE_PREFERENCES, "transient-for", parent, NULL);

  g_settings_bind (settings, "copy-column-titles", self->titles_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "notify-status-changes", self->notify_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "requests-in-flight",
                   gtk_spin_button_get_adjustment (self->requests_spin), "value",
                   G_SETTINGS_BIND_DEFAULT);

  return GTK_WIDGET (self);
}

/**
 * htap_preferences_offer_language:
 * @spoken: the language of this run of the program
 *
 * Shows the choice of the language. A demo, which keeps nothing, does not.
 */
void
htap_preferences_offer_language (HtapPreferences *self, HtapLanguage spoken)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  HtapLanguage chosen = htap_language_load ();

  g_return_if_fail (HTAP_IS_PREFERENCES (self));

  self->spoken = spoken;
  for (HtapLanguage language = 0; language < HTAP_N_LANGUAGES; language++)
    gtk_string_list_append (names, htap_language_get_name (language));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, chosen);
  gtk_widget_set_visible (self->restart_row, chosen != spoken);
  gtk_widget_set_visible (self->language_group, TRUE);
}

/**
 * htap_preferences_offer_saved_data:
 * @inventory: what keeps data on this computer
 * @settings: those that say whether it does
 *
 * Shows whether data is kept, and found by the desktop's search, and offers to clear it. A demo,
 * which keeps nothing, does not.
 */
void
htap_preferences_offer_saved_data (HtapPreferences *self,
                                   HtapInventory *inventory,
                                   GSettings *settings)
{
  g_return_if_fail (HTAP_IS_PREFERENCES (self));
  g_return_if_fail (self->inventory == NULL);

  self->inventory = g_object_ref (inventory);
  g_settings_bind (settings, "keep-snapshots", self->keep_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "desktop-search", self->search_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  gtk_widget_set_visible (self->saved_group, TRUE);
}
