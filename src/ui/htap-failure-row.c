/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-failure-row.h"

#include "htap-error-text.h"
#include "htap-name-text.h"
#include "htap-offer.h"
#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapFailureRow
{
  AdwActionRow parent_instance;
  HtapInventory *inventory;
  HtapSource *source;
  GtkBox *remedy; /* at most one button */
  GtkWidget *again;
};

G_DEFINE_FINAL_TYPE (HtapFailureRow, htap_failure_row, ADW_TYPE_ACTION_ROW)

static GtkWindow *
get_main_window (HtapFailureRow *self)
{
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_window_get_transient_for (GTK_WINDOW (dialog));
}

/* The window copies, and says so. */
static void
on_copy_clicked (HtapFailureRow *self)
{
  GtkWindow *window = get_main_window (self);
  const GError *error = htap_source_get_error (self->source);
  g_autofree char *text = NULL;

  if (error == NULL || window == NULL)
    return;

  text = htap_error_text_dup_details (error, self->source, g_get_real_time () / G_USEC_PER_SEC);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-text", "(ss)", text,
                              _ ("Copied the details of the error"));
}

/* Whose TaurusDB instances could not be listed. */
static gboolean
is_project (HtapFailureRow *self)
{
  return htap_source_get_taurus_id (self->source) == NULL;
}

static void
on_again_clicked (HtapFailureRow *self)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();

  if (is_project (self))
    {
      g_ptr_array_add (asked, htap_source_get_profile (self->source));
      htap_inventory_refresh_profiles (self->inventory, asked);
      return;
    }

  g_ptr_array_add (asked, self->source);
  htap_inventory_refresh (self->inventory, asked);
}

/* What mends it opens a window of its own, over the main one. */
static void
on_remedy_clicked (HtapFailureRow *self)
{
  g_autoptr (GtkWindow) dialog =
      g_object_ref (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  GtkWindow *window = get_main_window (self);
  HtapOffer offers[HTAP_N_OFFERS];

  if (window == NULL || htap_source_get_error (self->source) == NULL)
    return;

  htap_offers_for_error (offers, htap_source_get_error (self->source), self->source);
  gtk_window_close (dialog);
  for (guint i = 0; i < HTAP_N_OFFERS; i++)
    if (htap_offer_is_remedy (&offers[i]))
      gtk_widget_activate_action_variant (
          GTK_WIDGET (window), offers[i].action,
          offers[i].target != NULL ? g_variant_new_string (offers[i].target) : NULL);
}

static void
update_remedy (HtapFailureRow *self, const GError *error)
{
  HtapOffer offers[HTAP_N_OFFERS];
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->remedy));

  if (button != NULL)
    gtk_box_remove (self->remedy, button);

  htap_offers_for_error (offers, error, self->source);
  for (guint i = 0; i < HTAP_N_OFFERS; i++)
    if (htap_offer_is_remedy (&offers[i]))
      {
        const HtapOffer remedy = { offers[i].label, NULL, NULL };

        button = htap_offer_new_button (&remedy);
        g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remedy_clicked), self);
        gtk_box_append (self->remedy, button);
      }
}

static char *
dup_title (HtapFailureRow *self)
{
  const char *profile = htap_profile_get_name (htap_source_get_profile (self->source));
  g_autofree char *region = NULL;
  g_autofree char *title = NULL;

  if (!is_project (self))
    return htap_name_text_dup (htap_source_get_shown_name (self->source));

  region = htap_region_dup_name (htap_source_get_region (self->source));
  /* Translators: heading in the sidebar: a profile's name and a region's name. */
  title = g_strdup_printf (_ ("%s · %s"), profile, region);

  return htap_name_text_dup (title);
}

static void
update (HtapFailureRow *self)
{
  const GError *error = htap_source_get_error (self->source);
  g_autofree char *title = dup_title (self);
  g_autofree char *sentence = NULL;
  g_autofree char *safe = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), error != NULL);
  gtk_widget_set_sensitive (self->again, !htap_source_is_loading (self->source));
  if (error == NULL)
    return;

  sentence = htap_error_text_dup_sentence (error, self->source);
  safe = htap_safe_text_dup (sentence);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (self)), safe) == 0)
    return;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), safe);
  update_remedy (self, error);
}

static void
htap_failure_row_dispose (GObject *object)
{
  HtapFailureRow *self = HTAP_FAILURE_ROW (object);

  g_clear_object (&self->inventory);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (htap_failure_row_parent_class)->dispose (object);
}

static void
htap_failure_row_class_init (HtapFailureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_failure_row_dispose;
}

static GtkWidget *
new_icon_button (const char *icon_name, const char *label)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon_name, "tooltip-text", label,
                                    "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
htap_failure_row_init (HtapFailureRow *self)
{
  GtkWidget *copy = new_icon_button ("edit-copy-symbolic", _ ("Copy Details"));

  /* First, and not while the row is constructed: its labels learn of it too late then. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);

  self->remedy = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->again = new_icon_button ("view-refresh-symbolic", _ ("Try Again"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->remedy));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), copy);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->again);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (on_copy_clicked), self);
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (on_again_clicked), self);
}

/**
 * htap_failure_row_new:
 * @inventory: what tries again
 * @source: what has failed; followed
 */
GtkWidget *
htap_failure_row_new (HtapInventory *inventory, HtapSource *source)
{
  HtapFailureRow *self = g_object_new (HTAP_TYPE_FAILURE_ROW, NULL);

  self->inventory = g_object_ref (inventory);
  self->source = g_object_ref (source);
  g_signal_connect_object (source, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * htap_failure_row_get_source:
 *
 * Returns: (transfer none): what has failed
 */
HtapSource *
htap_failure_row_get_source (HtapFailureRow *self)
{
  g_return_val_if_fail (HTAP_IS_FAILURE_ROW (self), NULL);

  return self->source;
}
