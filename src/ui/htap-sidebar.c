/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar.h"

#include "htap-profile-heading.h"
#include "htap-profile-row.h"
#include "htap-source-row.h"

#include <glib/gi18n-lib.h>

struct _HtapSidebar
{
  GtkWidget parent_instance;
  HtapInventory *inventory;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *all;              /* HtapSourceRow */
  HtapProfileRow *profile_row; /* (nullable): of the one that was asked for by name */
  gboolean rebuilding;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_PROFILE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSidebar, htap_sidebar, GTK_TYPE_WIDGET)

static void
add_region (HtapSidebar *self, HtapProfile *profile, const char *region)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);

  gtk_list_box_append (self->list, htap_profile_heading_new (profile, region));
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
    gtk_list_box_append (self->list, htap_profile_heading_new (profile, NULL));
}

static void
remove_profiles (HtapSidebar *self)
{
  int first = self->profile_row != NULL ? 2 : 1;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, first)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The profile with a row of its own was edited, perhaps, or is gone. */
static void
update_profile_row (HtapSidebar *self)
{
  GListModel *profiles = htap_inventory_get_profiles (self->inventory);
  const char *uuid;

  if (self->profile_row == NULL)
    return;

  uuid = htap_profile_get_uuid (htap_profile_row_get_profile (self->profile_row));
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (g_str_equal (htap_profile_get_uuid (profile), uuid))
        {
          htap_profile_row_set_profile (self->profile_row, profile);
          return;
        }
    }

  gtk_list_box_remove (self->list, GTK_WIDGET (g_steal_pointer (&self->profile_row)));
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
  gboolean was_all = gtk_list_box_get_selected_row (self->list) == GTK_LIST_BOX_ROW (self->all);
  GtkWidget *row;

  self->rebuilding = TRUE;
  update_profile_row (self);
  remove_profiles (self);
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        add_profile (self, profile);
    }

  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (find_row (self, kept)));
  row = GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
  self->rebuilding = FALSE;

  if (row == self->all && !was_all)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, NULL);
}

static void
emit_chosen (HtapSidebar *self, GtkListBoxRow *row)
{
  if (HTAP_IS_PROFILE_ROW (row))
    g_signal_emit (self, signals[SIGNAL_PROFILE_CHOSEN], 0,
                   htap_profile_row_get_profile (HTAP_PROFILE_ROW (row)));
  else
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                   htap_source_row_get_source (HTAP_SOURCE_ROW (row)));
}

static void
on_list_row_selected (HtapSidebar *self, GtkListBoxRow *row)
{
  if (!self->rebuilding && row != NULL)
    emit_chosen (self, row);
}

/* Also when it was chosen before: where the sidebar stands in the list's place, that is the way
 * back. */
static void
on_list_row_activated (HtapSidebar *self, GtkListBoxRow *row)
{
  emit_chosen (self, row);
}

static void
on_instances_items_changed (HtapSidebar *self)
{
  GListModel *instances = htap_inventory_get_instances (self->inventory);

  htap_source_row_set_count (HTAP_SOURCE_ROW (self->all), g_list_model_get_n_items (instances));
}

/* The chosen row. */
static gboolean
htap_sidebar_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (HTAP_SIDEBAR (widget)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
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
  GTK_WIDGET_CLASS (klass)->grab_focus = htap_sidebar_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HTAP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_SOURCE);
  signals[SIGNAL_PROFILE_CHOSEN] =
      g_signal_new ("profile-chosen", HTAP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, HTAP_TYPE_PROFILE);

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
 * Returns: (transfer none) (nullable): the chosen TaurusDB instance; %NULL for many
 */
HtapSource *
htap_sidebar_get_chosen (HtapSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (HTAP_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return HTAP_IS_SOURCE_ROW (row) ? htap_source_row_get_source (HTAP_SOURCE_ROW (row)) : NULL;
}

/**
 * htap_sidebar_choose:
 * @source: (nullable): a TaurusDB instance; %NULL for all
 *
 * As if its row was clicked.
 */
void
htap_sidebar_choose (HtapSidebar *self, HtapSource *source)
{
  g_return_if_fail (HTAP_IS_SIDEBAR (self));

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (find_row (self, source)));
}

/**
 * htap_sidebar_choose_profile:
 *
 * Gives @profile a row of its own, in the place of one that had it before, and chooses it.
 */
void
htap_sidebar_choose_profile (HtapSidebar *self, HtapProfile *profile)
{
  GtkListBoxRow *row;

  g_return_if_fail (HTAP_IS_SIDEBAR (self));

  if (self->profile_row == NULL)
    {
      self->profile_row = HTAP_PROFILE_ROW (htap_profile_row_new (profile));
      gtk_list_box_insert (self->list, GTK_WIDGET (self->profile_row), 1);
    }

  htap_profile_row_set_profile (self->profile_row, profile);
  row = GTK_LIST_BOX_ROW (self->profile_row);
  if (gtk_list_box_row_is_selected (row))
    emit_chosen (self, row);
  else
    gtk_list_box_select_row (self->list, row);
}
