/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-heading.h"

#include "htap-error-text.h"
#include "htap-late-menu.h"
#include "htap-name-text.h"
#include "htap-profile-menu.h"
#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapProfileHeading
{
  GtkListBoxRow parent_instance;
  GtkLabel *label;
  GtkMenuButton *button;
  GtkSpinner *spinner;
  GtkWidget *again;
  GPtrArray *discoveries; /* HtapDiscovery */
  char *heading;
};

G_DEFINE_FINAL_TYPE (HtapProfileHeading, htap_profile_heading, GTK_TYPE_LIST_BOX_ROW)

/* "PROD · Beijing4": a profile may look at several regions. */
static char *
dup_heading (HtapProfile *profile, const char *region)
{
  g_autofree char *name = htap_name_text_dup (htap_profile_get_name (profile));
  g_autofree char *region_name = NULL;
  g_autofree char *safe_region = NULL;

  if (!htap_profile_get_enabled (profile))
    /* Translators: heading in the sidebar: a profile's name, and that nothing of it is read. */
    return g_strdup_printf (_ ("%s · Disabled"), name);
  if (region == NULL)
    return g_steal_pointer (&name);

  region_name = htap_region_dup_name (region);
  safe_region = htap_name_text_dup (region_name);

  /* Translators: heading in the sidebar: a profile's name and a region's name. */
  return g_strdup_printf (_ ("%s · %s"), name, safe_region);
}

static HtapDiscovery *
find_failed (HtapProfileHeading *self)
{
  for (guint i = 0; i < self->discoveries->len; i++)
    if (htap_discovery_get_error (self->discoveries->pdata[i]) != NULL)
      return self->discoveries->pdata[i];

  return NULL;
}

static gboolean
is_looking (HtapProfileHeading *self)
{
  for (guint i = 0; i < self->discoveries->len; i++)
    if (htap_discovery_is_loading (self->discoveries->pdata[i]))
      return TRUE;

  return FALSE;
}

/* What it says of itself, with what the sign and the spinner mean. */
static char *
describe (HtapProfileHeading *self, gboolean failed, gboolean looking)
{
  if (looking)
    /* Translators: %s is a profile's name and a region's name. */
    return g_strdup_printf (_ ("%s: looking for TaurusDB instances"), self->heading);
  if (failed)
    /* Translators: %s is a profile's name and a region's name. */
    return g_strdup_printf (_ ("%s: TaurusDB instances could not be listed"), self->heading);

  return g_strdup (self->heading);
}

static void
update (HtapProfileHeading *self)
{
  HtapDiscovery *failed = find_failed (self);
  gboolean looking = is_looking (self);
  g_autofree char *description = describe (self, failed != NULL, looking);
  g_autofree char *sentence = NULL;
  g_autofree char *safe = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), looking);
  gtk_spinner_set_spinning (self->spinner, looking);
  gtk_widget_set_visible (self->again, failed != NULL && !looking);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  if (failed == NULL)
    return;

  sentence = htap_error_text_dup_sentence (htap_discovery_get_error (failed),
                                           htap_discovery_get_stand_in (failed));
  safe = htap_safe_text_dup (sentence);
  gtk_widget_set_tooltip_text (self->again, safe);
}

static void
htap_profile_heading_finalize (GObject *object)
{
  HtapProfileHeading *self = HTAP_PROFILE_HEADING (object);

  g_ptr_array_unref (self->discoveries);
  g_free (self->heading);

  G_OBJECT_CLASS (htap_profile_heading_parent_class)->finalize (object);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_menu_button_popup (HTAP_PROFILE_HEADING (widget)->button);

  return GDK_EVENT_STOP;
}

static void
htap_profile_heading_class_init (HtapProfileHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_profile_heading_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

static void
add_state (HtapProfileHeading *self, GtkBox *box)
{
  self->spinner = g_object_new (GTK_TYPE_SPINNER, "visible", FALSE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->again = g_object_new (GTK_TYPE_BUTTON, "icon-name", "dialog-warning-symbolic", "visible",
                              FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->again, "flat");
  gtk_widget_add_css_class (self->again, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->again), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Try Again"), -1);
  gtk_box_append (box, GTK_WIDGET (self->spinner));
  gtk_box_append (box, self->again);
}

static void
htap_profile_heading_init (HtapProfileHeading *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (self);

  self->discoveries = g_ptr_array_new_with_free_func (g_object_unref);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                              PANGO_ELLIPSIZE_END, NULL);
  self->button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "tooltip-text",
                    _ ("Profile Menu"), "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "profile-heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  add_state (self, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_list_box_row_set_child (row, box);
  gtk_list_box_row_set_selectable (row, FALSE);
  gtk_list_box_row_set_activatable (row, FALSE);
}

/**
 * htap_profile_heading_new:
 * @region: (nullable): %NULL for a profile without one, or one that is disabled
 */
GtkWidget *
htap_profile_heading_new (HtapProfile *profile, const char *region)
{
  HtapProfileHeading *self = g_object_new (HTAP_TYPE_PROFILE_HEADING, NULL);
  g_autofree char *heading = dup_heading (profile, region);
  g_autofree char *name = htap_name_text_dup (htap_profile_get_name (profile));
  /* Translators: %s is the name of a profile. */
  g_autofree char *menu_label = g_strdup_printf (_ ("Menu of profile %s"), name);
  g_autoptr (GMenuModel) menu = htap_profile_menu_new (profile);

  gtk_label_set_text (self->label, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), heading);
  htap_late_menu_give (self->button, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->again), "s",
                                    htap_profile_get_uuid (profile));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->again), "win.refresh-profile");
  self->heading = g_steal_pointer (&heading);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * htap_profile_heading_follow:
 * @discovery: the search for the TaurusDB instances below, one of several perhaps
 *
 * Says while it runs, and offers to try again when it fails.
 */
void
htap_profile_heading_follow (HtapProfileHeading *self, HtapDiscovery *discovery)
{
  g_return_if_fail (HTAP_IS_PROFILE_HEADING (self));

  g_ptr_array_add (self->discoveries, g_object_ref (discovery));
  g_signal_connect_object (discovery, "notify::state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
