/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-list.h"

#include "htap-request-row.h"

#include <glib/gi18n-lib.h>

struct _HtapRequestList
{
  GtkWidget parent_instance;
  GListModel *requests;
  GtkStack *stack; /* list, none */
  GtkListView *list;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapRequestList, htap_request_list, GTK_TYPE_WIDGET)

static void
on_list_activate (HtapRequestList *self, guint position)
{
  g_autoptr (HtapRequestEntry) entry = g_list_model_get_item (self->requests, position);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, entry);
}

/* GTK keeps the row at the top of the screen where it is; but a log that stands at its top shows
 * what is new. */
static void
on_requests_items_changed (HtapRequestList *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  gboolean is_empty = g_list_model_get_n_items (self->requests) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "none" : "list");
  if (!is_empty && gtk_adjustment_get_value (adjustment) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, htap_request_row_new ());
}

static void
on_factory_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  htap_request_row_show (HTAP_REQUEST_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
}

static gboolean
htap_request_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* GtkListView would stop at every row. */
  if (gtk_widget_get_focus_child (widget) != NULL &&
      (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (HTAP_REQUEST_LIST (widget)->stack), direction);
}

static void
htap_request_list_dispose (GObject *object)
{
  HtapRequestList *self = HTAP_REQUEST_LIST (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->requests);

  G_OBJECT_CLASS (htap_request_list_parent_class)->dispose (object);
}

static void
htap_request_list_class_init (HtapRequestListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_request_list_dispose;
  widget_class->focus = htap_request_list_focus;

  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", HTAP_TYPE_REQUEST_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, HTAP_TYPE_REQUEST_ENTRY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
htap_request_list_init (HtapRequestList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_factory_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_factory_bind), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Requests"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_list_activate), self);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack,
                       g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                     GTK_POLICY_NEVER, "child", self->list, NULL),
                       "list");
  gtk_stack_add_named (self->stack,
                       g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "htap-none-symbolic",
                                     "title", _ ("No Requests"), "description",
                                     _ ("Nothing has been asked since the program started."), NULL),
                       "none");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * htap_request_list_new:
 * @requests: of #HtapRequestEntry; followed
 */
GtkWidget *
htap_request_list_new (GListModel *requests)
{
  HtapRequestList *self = g_object_new (HTAP_TYPE_REQUEST_LIST, NULL);
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  self->requests = g_object_ref (requests);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, requests);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  /* After the list itself has followed. */
  g_signal_connect_object (requests, "items-changed", G_CALLBACK (on_requests_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_requests_items_changed (self);

  return GTK_WIDGET (self);
}
