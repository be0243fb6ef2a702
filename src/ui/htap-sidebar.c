/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar.h"

#include "htap-fold-row.h"
#include "htap-profile-row.h"
#include "htap-sidebar-changes.h"
#include "htap-sidebar-findings.h"
#include "htap-sidebar-sections.h"
#include "htap-source-menu.h"
#include "htap-source-row.h"

#include <glib/gi18n-lib.h>

/* With more TaurusDB instances than fit on a screen, one is looked for by its name. */
#define MANY_SOURCES 20

struct _HtapSidebar
{
  GtkWidget parent_instance;
  HtapInventory *inventory;
  GtkWidget *box;
  GtkEditable *entry;
  GtkListBox *list;
  HtapSidebarSections *sections;
  HtapContextMenu *menu;
  GtkWidget *all;              /* HtapSourceRow */
  GtkWidget *findings;         /* HtapSidebarFindings */
  GtkWidget *changes;          /* HtapSidebarChanges */
  HtapProfileRow *profile_row; /* (nullable): of the one that was asked for by name */
  gboolean rebuilding;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_PROFILE_CHOSEN,
  SIGNAL_FINDINGS_CHOSEN,
  SIGNAL_CHANGES_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSidebar, htap_sidebar, GTK_TYPE_WIDGET)

/* The profile with a row of its own was edited, perhaps, or is gone. */
static void
update_profile_row (HtapSidebar *self)
{
  g_autoptr (HtapProfile) profile = NULL;

  if (self->profile_row == NULL)
    return;

  profile = htap_inventory_dup_profile (
      self->inventory, htap_profile_get_uuid (htap_profile_row_get_profile (self->profile_row)));
  if (profile != NULL)
    htap_profile_row_set_profile (self->profile_row, profile);
  else
    gtk_list_box_remove (self->list, GTK_WIDGET (g_steal_pointer (&self->profile_row)));
}

static GtkWidget *
find_row (HtapSidebar *self, HtapSource *source)
{
  GtkListBoxRow *row = source != NULL ? htap_sidebar_sections_find (self->sections, source) : NULL;

  return row != NULL ? GTK_WIDGET (row) : self->all;
}

static void
show_entry (HtapSidebar *self)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);
  gboolean many = g_list_model_get_n_items (sources) > MANY_SOURCES;

  if (!many)
    gtk_editable_set_text (self->entry, "");
  gtk_widget_set_visible (GTK_WIDGET (self->entry), many);
}

/* Returns: (transfer full) (nullable): the TaurusDB instance whose row has the keyboard */
static HtapSource *
dup_focused (HtapSidebar *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  HtapSource *source =
      HTAP_IS_SOURCE_ROW (row) ? htap_source_row_get_source (HTAP_SOURCE_ROW (row)) : NULL;

  return source != NULL ? g_object_ref (source) : NULL;
}

/* The choice stays, and so does the keyboard. */
static void
rebuild (HtapSidebar *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autoptr (HtapSource) focused = dup_focused (self);
  HtapSource *chosen = htap_sidebar_get_chosen (self);
  g_autoptr (HtapSource) kept = chosen != NULL ? g_object_ref (chosen) : NULL;
  gboolean was_all = gtk_list_box_get_selected_row (self->list) == GTK_LIST_BOX_ROW (self->all);
  GtkWidget *row;

  self->rebuilding = TRUE;
  update_profile_row (self);
  htap_sidebar_sections_rebuild (self->sections);
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (find_row (self, kept)));
  row = GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
  self->rebuilding = FALSE;
  show_entry (self);
  if (had_focus)
    htap_sidebar_focus_source (self, focused);

  if (row == self->all && !was_all)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, NULL);
}

static void
emit_chosen (HtapSidebar *self, GtkListBoxRow *row)
{
  if (HTAP_IS_PROFILE_ROW (row))
    g_signal_emit (self, signals[SIGNAL_PROFILE_CHOSEN], 0,
                   htap_profile_row_get_profile (HTAP_PROFILE_ROW (row)));
  else if (HTAP_IS_SIDEBAR_FINDINGS (row))
    g_signal_emit (self, signals[SIGNAL_FINDINGS_CHOSEN], 0);
  else if (HTAP_IS_SIDEBAR_CHANGES (row))
    g_signal_emit (self, signals[SIGNAL_CHANGES_CHOSEN], 0);
  else
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                   htap_source_row_get_source (HTAP_SOURCE_ROW (row)));
}

static void
on_entry_search_changed (HtapSidebar *self)
{
  htap_sidebar_sections_set_search (self->sections, gtk_editable_get_text (self->entry));
}

static void
on_entry_stop_search (HtapSidebar *self)
{
  gtk_editable_set_text (self->entry, "");
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
  if (HTAP_IS_FOLD_ROW (row))
    htap_fold_row_set_open (HTAP_FOLD_ROW (row), !htap_fold_row_get_open (HTAP_FOLD_ROW (row)));
  else
    emit_chosen (self, row);
}

/* What is no longer listed is there, and does not count. */
static void
update_count (HtapSidebar *self)
{
  htap_source_row_set_count (HTAP_SOURCE_ROW (self->all),
                             htap_inventory_get_n_listed (self->inventory));
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

  g_clear_object (&self->menu);
  g_clear_object (&self->sections);
  g_clear_pointer (&self->box, gtk_widget_unparent);
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
  signals[SIGNAL_FINDINGS_CHOSEN] = g_signal_new ("findings-chosen", HTAP_TYPE_SIDEBAR,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGES_CHOSEN] =
      g_signal_new ("changes-chosen", HTAP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
build_entry (HtapSidebar *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  g_object_set (entry, "placeholder-text", _ ("Find a TaurusDB Instance"), "search-delay", 150,
                "visible", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a TaurusDB Instance"), -1);
  gtk_widget_add_css_class (entry, "sidebar-search");
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (on_entry_search_changed), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (on_entry_stop_search), self);
}

static void
build_list (HtapSidebar *self)
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
}

static void
htap_sidebar_init (HtapSidebar *self)
{
  build_entry (self);
  build_list (self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->box),
                  g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                "vexpand", TRUE, "child", self->list, NULL));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->menu = htap_source_menu_new (self->box, self->list);
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
  self->findings = htap_sidebar_findings_new (inventory);
  self->changes = htap_sidebar_changes_new (inventory);
  gtk_list_box_append (self->list, self->findings);
  gtk_list_box_append (self->list, self->changes);
  self->sections = htap_sidebar_sections_new (self->list, inventory);
  g_signal_connect_object (inventory, "profiles-changed", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (htap_inventory_get_instances (inventory), "items-changed",
                           G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "merged", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  rebuild (self);
  update_count (self);

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
 * htap_sidebar_focus_source:
 * @source: (nullable): a TaurusDB instance
 *
 * Gives the keyboard to its row, which is not chosen by that; to the chosen row if it has none.
 */
void
htap_sidebar_focus_source (HtapSidebar *self, HtapSource *source)
{
  GtkListBoxRow *row;

  g_return_if_fail (HTAP_IS_SIDEBAR (self));

  row = source != NULL ? htap_sidebar_sections_find (self->sections, source) : NULL;
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self));
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
      gtk_list_box_insert (self->list, GTK_WIDGET (self->profile_row), 3);
    }

  htap_profile_row_set_profile (self->profile_row, profile);
  row = GTK_LIST_BOX_ROW (self->profile_row);
  if (gtk_list_box_row_is_selected (row))
    emit_chosen (self, row);
  else
    gtk_list_box_select_row (self->list, row);
}

static void
choose_row (HtapSidebar *self, GtkWidget *row)
{
  if (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)))
    emit_chosen (self, GTK_LIST_BOX_ROW (row));
  else
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/**
 * htap_sidebar_choose_findings:
 *
 * As if the row of findings was clicked.
 */
void
htap_sidebar_choose_findings (HtapSidebar *self)
{
  g_return_if_fail (HTAP_IS_SIDEBAR (self));

  choose_row (self, self->findings);
}

/**
 * htap_sidebar_choose_changes:
 *
 * As if the row of changes was clicked.
 */
void
htap_sidebar_choose_changes (HtapSidebar *self)
{
  g_return_if_fail (HTAP_IS_SIDEBAR (self));

  choose_row (self, self->changes);
}
