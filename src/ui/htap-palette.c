/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-palette.h"

#include "htap-palette-row.h"
#include "htap-palette-search.h"
#include "htap-text-scale.h"
#include "htap-toaster.h"
#include "htap-type-ahead.h"

#include <glib/gi18n-lib.h>

struct _HtapPalette
{
  AdwWindow parent_instance;
  HtapInventory *inventory;
  GPtrArray *actions;   /* HtapPaletteItem */
  HtapToaster *toaster; /* speaks to screen readers */
  GtkEditable *entry;
  GtkListBox *list;
  GtkStack *stack; /* list, nothing found */
  GtkWidget *nothing;
  GtkWidget *scroller;
  HtapTypeAhead *type_ahead;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapPalette, htap_palette, ADW_TYPE_WINDOW)

static void
choose (HtapPalette *self, GtkListBoxRow *row)
{
  g_autoptr (HtapPaletteItem) item = NULL;

  if (row == NULL)
    return;

  item = g_object_ref (htap_palette_row_get_item (HTAP_PALETTE_ROW (row)));
  g_object_ref (self);
  /* First, for what is chosen may want the keyboard. */
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item);
  g_object_unref (self);
}

static void
show (HtapPalette *self, GPtrArray *items)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, htap_palette_row_new (items->pdata[i]));

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child (self->stack, items->len > 0 ? self->scroller : self->nothing);
}

static void
announce (HtapPalette *self, guint n_items)
{
  g_autofree char *sentence =
      /* Translators: for screen readers: how much the command palette found. */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u result", "%u results", n_items), n_items);

  htap_toaster_announce (self->toaster, sentence);
}

static void
on_entry_changed (HtapPalette *self)
{
  g_autoptr (GPtrArray) items =
      htap_palette_search (self->inventory, self->actions, gtk_editable_get_text (self->entry));

  show (self, items);
  announce (self, items->len);
}

static void
on_entry_activate (HtapPalette *self)
{
  /* What was typed last may still wait for the search. */
  on_entry_changed (self);
  choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
on_row_activated (HtapPalette *self, GtkListBoxRow *row)
{
  choose (self, row);
}

/* From the entry into the list: the first row is the one that Enter would choose, so on to the
 * next. */
static gboolean
on_entry_key_pressed (HtapPalette *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);
  GtkListBoxRow *second = gtk_list_box_get_row_at_index (self->list, 1);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || first == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (second != NULL ? second : first));

  return GDK_EVENT_STOP;
}

/* From the first row back into the entry. */
static gboolean
on_list_keynav_failed (HtapPalette *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);

  return GDK_EVENT_STOP;
}

/* Not while it is built: GTK 4.8 would make it a thing without a role, for screen readers. */
static void
htap_palette_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_palette_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (HTAP_PALETTE (widget)->entry));
}

static void
htap_palette_dispose (GObject *object)
{
  HtapPalette *self = HTAP_PALETTE (object);

  g_clear_object (&self->type_ahead);
  g_clear_object (&self->inventory);
  g_clear_pointer (&self->actions, g_ptr_array_unref);

  G_OBJECT_CLASS (htap_palette_parent_class)->dispose (object);
}

static void
htap_palette_class_init (HtapPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_palette_dispose;
  GTK_WIDGET_CLASS (klass)->map = htap_palette_map;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HTAP_TYPE_PALETTE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_PALETTE_ITEM);
}

static void
htap_palette_init (HtapPalette *self)
{
}

static GtkWidget *
build_entry (HtapPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *entry = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text",
                                   _ ("Actions, Profiles, Instances"), "hexpand", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Command Palette"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_entry_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_entry_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_entry_activate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  self->entry = GTK_EDITABLE (entry);

  return entry;
}

static GtkWidget *
build_list (HtapPalette *self)
{
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_BROWSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Results"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "keynav-failed", G_CALLBACK (on_list_keynav_failed), self,
                           G_CONNECT_SWAPPED);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vexpand", TRUE, "child", self->list, NULL);
  self->nothing = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "edit-find-symbolic", "title",
                                _ ("No Results Found"), NULL);
  gtk_widget_add_css_class (self->nothing, "compact");
  gtk_stack_add_child (self->stack, self->scroller);
  gtk_stack_add_child (self->stack, self->nothing);

  return GTK_WIDGET (self->stack);
}

static void
build (HtapPalette *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = g_object_new (ADW_TYPE_HEADER_BAR, "title-widget", build_entry (self),
                                    "centering-policy", ADW_CENTERING_POLICY_LOOSE, NULL);

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), build_list (self));
  self->type_ahead = htap_type_ahead_new (GTK_WIDGET (self->list), self->entry);

  self->toaster = HTAP_TOASTER (htap_toaster_new ());
  htap_toaster_set_child (self->toaster, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toaster));
}

/**
 * htap_palette_new:
 * @parent: (nullable): the window to reach things in
 * @actions: (element-type HtapPaletteItem): what can be done now
 *
 * Returns: (transfer none): a modal window over @parent
 */
GtkWidget *
htap_palette_new (GtkWindow *parent, HtapInventory *inventory, GPtrArray *actions)
{
  HtapPalette *self = g_object_new (HTAP_TYPE_PALETTE, "transient-for", parent, "modal", TRUE,
                                    "destroy-with-parent", TRUE, "title", _ ("Command Palette"),
                                    "default-width", 560, "default-height", 460, NULL);
  g_autoptr (GPtrArray) items = htap_palette_search (inventory, actions, "");

  self->inventory = g_object_ref (inventory);
  self->actions = g_ptr_array_ref (actions);
  build (self);
  show (self, items);
  htap_text_scale_fit (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
