/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar.h"

#include "htap-region.h"
#include "htap-safe-text.h"
#include "htap-source-row.h"

#include <glib/gi18n-lib.h>

struct _HtapSidebar
{
  GtkWidget parent_instance;
  HtapInventory *inventory;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *all; /* HtapSourceRow */
  gboolean rebuilding;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSidebar, htap_sidebar, GTK_TYPE_WIDGET)

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

static GtkWidget *
new_heading (HtapProfile *profile, const char *region)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *heading = dup_heading (profile, region);
  g_autofree char *name = htap_safe_text_dup (htap_profile_get_name (profile));
  /* Translators: %s is the name of a profile. */
  g_autofree char *menu_label = g_strdup_printf (_ ("Menu of profile %s"), name);
  g_autoptr (GMenuModel) menu = build_profile_menu (profile);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0, "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, "tooltip-text", heading, NULL);
  GtkWidget *button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu,
                    "tooltip-text", _ ("Profile Menu"), "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (row, "profile-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
add_region (HtapSidebar *self, HtapProfile *profile, const char *region)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);

  gtk_list_box_append (self->list, new_heading (profile, region));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (htap_source_get_profile (source) == profile &&
          g_strcmp0 (htap_source_get_region (source), region) == 0)
        gtk_list_box_append (self->list, htap_source_row_new (source));
    }
}

/* The regions in the order in which the profile names them, first its projects', then those of
 * TaurusDB instances that have no project and therefore fail: they must be seen as well. */
static void
add_profile (HtapSidebar *self, HtapProfile *profile)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *const lists[] = { htap_profile_get_projects (profile),
                               htap_profile_get_taurus_ids (profile) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const HtapRegionalId *id = lists[i]->pdata[j];

        if (g_hash_table_add (seen, id->region))
          add_region (self, profile, id->region);
      }

  if (g_hash_table_size (seen) == 0)
    gtk_list_box_append (self->list, new_heading (profile, NULL));
}

static void
remove_all_but_first (HtapSidebar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 1)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GtkWidget *
find_row (HtapSidebar *self, HtapSource *source)
{
  GtkListBoxRow *row;

  for (int i = 1; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (HTAP_IS_SOURCE_ROW (row) && htap_source_row_get_source (HTAP_SOURCE_ROW (row)) == source)
      return GTK_WIDGET (row);

  return self->all;
}

/* Profiles change rarely and by hand, so the rows are made anew; the choice stays. */
static void
rebuild (HtapSidebar *self)
{
  GListModel *profiles = htap_inventory_get_profiles (self->inventory);
  HtapSource *chosen = htap_sidebar_get_chosen (self);
  g_autoptr (HtapSource) kept = chosen != NULL ? g_object_ref (chosen) : NULL;
  GtkWidget *row;

  self->rebuilding = TRUE;
  remove_all_but_first (self);
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        add_profile (self, profile);
    }

  row = kept != NULL ? find_row (self, kept) : self->all;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->rebuilding = FALSE;

  if (kept != NULL && row == self->all)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, NULL);
}

static void
on_list_row_selected (HtapSidebar *self, GtkListBoxRow *row)
{
  if (!self->rebuilding && row != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                   htap_source_row_get_source (HTAP_SOURCE_ROW (row)));
}

/* Also when it was chosen before: where the sidebar stands in the list's place, that is the way
 * back. */
static void
on_list_row_activated (HtapSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 htap_source_row_get_source (HTAP_SOURCE_ROW (row)));
}

static void
on_instances_items_changed (HtapSidebar *self)
{
  GListModel *instances = htap_inventory_get_instances (self->inventory);

  htap_source_row_set_count (HTAP_SOURCE_ROW (self->all), g_list_model_get_n_items (instances));
}

static void
htap_sidebar_dispose (GObject *object)
{
  HtapSidebar *self = HTAP_SIDEBAR (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_sidebar_parent_class)->dispose (object);
}

static void
htap_sidebar_class_init (HtapSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_sidebar_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HTAP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_SOURCE);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
htap_sidebar_init (HtapSidebar *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("TaurusDB instances"), -1);
  self->all = htap_source_row_new_for_all ();
  gtk_list_box_append (self->list, self->all);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->all));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_list_row_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_list_row_activated), self);

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "child", self->list, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * htap_sidebar_new:
 * @inventory: whose profiles and sources it lists; followed
 */
GtkWidget *
htap_sidebar_new (HtapInventory *inventory)
{
  HtapSidebar *self = g_object_new (HTAP_TYPE_SIDEBAR, NULL);

  self->inventory = g_object_ref (inventory);
  g_signal_connect_object (inventory, "profiles-changed", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (htap_inventory_get_instances (inventory), "items-changed",
                           G_CALLBACK (on_instances_items_changed), self, G_CONNECT_SWAPPED);
  rebuild (self);
  on_instances_items_changed (self);

  return GTK_WIDGET (self);
}

/**
 * htap_sidebar_get_chosen:
 *
 * Returns: (transfer none) (nullable): the chosen TaurusDB instance; %NULL for all
 */
HtapSource *
htap_sidebar_get_chosen (HtapSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (HTAP_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? htap_source_row_get_source (HTAP_SOURCE_ROW (row)) : NULL;
}
