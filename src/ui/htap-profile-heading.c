/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-heading.h"

#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapProfileHeading
{
  GtkListBoxRow parent_instance;
  GtkLabel *label;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (HtapProfileHeading, htap_profile_heading, GTK_TYPE_LIST_BOX_ROW)

static void
append_show_hidden (GMenu *menu, HtapProfile *profile)
{
  guint n_hidden = htap_profile_get_hidden_taurus_ids (profile)->len;
  /* Translators: a menu item; %u is how many TaurusDB instances are hidden. */
  g_autofree char *label = g_strdup_printf (_ ("Show _Hidden (%u)"), n_hidden);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (n_hidden == 0)
    return;

  g_menu_item_set_action_and_target (item, "win.show-hidden", "s", htap_profile_get_uuid (profile));
  g_menu_append_item (menu, item);
}

static GMenuModel *
build_profile_menu (HtapProfile *profile)
{
  GMenu *menu = g_menu_new ();
  const char *uuid = htap_profile_get_uuid (profile);
  const struct
  {
    const char *label;
    const char *action;
    gboolean saved_only;
  } items[] = {
    { N_ ("_Refresh"), "win.refresh-profile", FALSE },
    { N_ ("_Edit…"), "win.edit-profile", TRUE },
    { N_ ("Re_move…"), "win.remove-profile", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (items[i].saved_only && htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED)
        continue;

      item = g_menu_item_new (_ (items[i].label), NULL);
      g_menu_item_set_action_and_target (item, items[i].action, "s", uuid);
      g_menu_append_item (menu, item);
    }
  append_show_hidden (menu, profile);

  return G_MENU_MODEL (menu);
}

/* "PROD · Beijing4": a profile may look at several regions. */
static char *
dup_heading (HtapProfile *profile, const char *region)
{
  g_autofree char *name = htap_safe_text_dup (htap_profile_get_name (profile));
  g_autofree char *region_name = NULL;
  g_autofree char *safe_region = NULL;

  if (region == NULL)
    return g_steal_pointer (&name);

  region_name = htap_region_dup_name (region);
  safe_region = htap_safe_text_dup (region_name);

  /* Translators: heading in the sidebar: a profile's name and a region's name. */
  return g_strdup_printf (_ ("%s · %s"), name, safe_region);
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

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

static void
htap_profile_heading_init (HtapProfileHeading *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (self);

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                              PANGO_ELLIPSIZE_END, NULL);
  self->button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "tooltip-text",
                    _ ("Profile Menu"), "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "profile-heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_list_box_row_set_child (row, box);
  gtk_list_box_row_set_selectable (row, FALSE);
  gtk_list_box_row_set_activatable (row, FALSE);
}

/**
 * htap_profile_heading_new:
 * @region: (nullable): %NULL for a profile without one
 */
GtkWidget *
htap_profile_heading_new (HtapProfile *profile, const char *region)
{
  HtapProfileHeading *self = g_object_new (HTAP_TYPE_PROFILE_HEADING, NULL);
  g_autofree char *heading = dup_heading (profile, region);
  g_autofree char *name = htap_safe_text_dup (htap_profile_get_name (profile));
  /* Translators: %s is the name of a profile. */
  g_autofree char *menu_label = g_strdup_printf (_ ("Menu of profile %s"), name);
  g_autoptr (GMenuModel) menu = build_profile_menu (profile);

  gtk_label_set_text (self->label, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), heading);
  gtk_menu_button_set_menu_model (self->button, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);

  return GTK_WIDGET (self);
}
