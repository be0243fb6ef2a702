/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-pane.h"

#include "htap-instance-details.h"
#include "htap-selection-details.h"

#include <glib/gi18n-lib.h>

struct _HtapDetailPane {
  AdwBin                parent_instance;
  GListModel           *instances;
  HtapInventory        *inventory;
  gboolean              silent; /* while nothing is selected */

  GtkStack             *stack;
  GtkWidget            *blank;
  GtkWidget            *nothing; /* (nullable): until there was time for it */
  guint                 nothing_idle;
  HtapInstanceDetails  *one;     /* (nullable): until one was selected */
  HtapSelectionDetails *several; /* (nullable): likewise */
};

G_DEFINE_FINAL_TYPE (HtapDetailPane, htap_detail_pane, ADW_TYPE_BIN)

static gboolean on_nothing_idle (gpointer user_data);

/* A window opens with nothing selected, and sooner without the pages for that. */
static void
ensure_one (HtapDetailPane *self)
{
  if (self->one != NULL)
    return;

  self->one = g_object_new (HTAP_TYPE_INSTANCE_DETAILS, NULL);
  if (self->inventory != NULL)
    htap_instance_details_set_inventory (self->one, self->inventory);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->one));
}

static void
ensure_several (HtapDetailPane *self)
{
  if (self->several != NULL)
    return;

  self->several = g_object_new (HTAP_TYPE_SELECTION_DETAILS, NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->several));
}

/* Nothing is selected. What to do about that is said when the rows are there, which is what people
 * wait for. */
static void
show_nothing (HtapDetailPane *self)
{
  gboolean said = !self->silent && self->nothing != NULL;

  if (!self->silent && self->nothing == NULL && self->nothing_idle == 0)
    self->nothing_idle = g_idle_add (on_nothing_idle, self);

  gtk_stack_set_visible_child (self->stack, said ? self->nothing : self->blank);
}

/* The pages that are not shown follow nothing. */
static void
show_instances (HtapDetailPane *self)
{
  guint n_instances = self->instances != NULL ? g_list_model_get_n_items (self->instances) : 0;
  g_autoptr (HtapInstance) only =
      n_instances == 1 ? g_list_model_get_item (self->instances, 0) : NULL;

  if (n_instances == 1)
    ensure_one (self);
  else if (n_instances > 1)
    ensure_several (self);
  if (self->one != NULL)
    htap_instance_details_set_instance (self->one, only);
  if (self->several != NULL)
    htap_selection_details_set_instances (self->several, n_instances > 1 ? self->instances : NULL);

  if (n_instances == 0)
    show_nothing (self);
  else if (n_instances == 1)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->one));
  else
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->several));
}

static gboolean
on_nothing_idle (gpointer user_data)
{
  HtapDetailPane *self = user_data;

  self->nothing_idle = 0;
  self->nothing = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "view-list-symbolic", "title",
                                _ ("Select an Instance"), "description",
                                _ ("Its details are shown here."), NULL);
  gtk_widget_add_css_class (self->nothing, "compact");
  gtk_stack_add_child (self->stack, self->nothing);
  show_instances (self);

  return G_SOURCE_REMOVE;
}

static void
on_instances_items_changed (HtapDetailPane *self)
{
  show_instances (self);
}

static void
clear_instances (HtapDetailPane *self)
{
  if (self->instances != NULL)
    g_signal_handlers_disconnect_by_data (self->instances, self);

  g_clear_object (&self->instances);
}

static gboolean
htap_detail_pane_grab_focus (GtkWidget *widget)
{
  HtapDetailPane *self = HTAP_DETAIL_PANE (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return page != self->nothing && page != self->blank && gtk_widget_grab_focus (page);
}

/* As its pages do. */
static gboolean
htap_detail_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (HTAP_DETAIL_PANE (widget)->stack), direction);
}

static void
htap_detail_pane_dispose (GObject *object)
{
  HtapDetailPane *self = HTAP_DETAIL_PANE (object);

  g_clear_handle_id (&self->nothing_idle, g_source_remove);
  clear_instances (self);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_detail_pane_parent_class)->dispose (object);
}

static void
htap_detail_pane_class_init (HtapDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_detail_pane_dispose;
  widget_class->focus = htap_detail_pane_focus;
  widget_class->grab_focus = htap_detail_pane_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "detail-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailPane, blank);
}

static void
htap_detail_pane_init (HtapDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_detail_pane_new (void)
{
  return g_object_new (HTAP_TYPE_DETAIL_PANE, NULL);
}

/**
 * htap_detail_pane_set_inventory:
 * @inventory: tells what a selected instance is made of
 */
void
htap_detail_pane_set_inventory (HtapDetailPane *self, HtapInventory *inventory)
{
  g_return_if_fail (HTAP_IS_DETAIL_PANE (self));

  g_set_object (&self->inventory, inventory);
  if (self->one != NULL)
    htap_instance_details_set_inventory (self->one, inventory);
}

/**
 * htap_detail_pane_set_instances:
 * @instances: (nullable) (element-type HtapInstance): what is selected; followed as it changes. An
 *   instance that is no longer listed stays in the pane, saying so, for as long as it is in here.
 */
void
htap_detail_pane_set_instances (HtapDetailPane *self, GListModel *instances)
{
  g_return_if_fail (HTAP_IS_DETAIL_PANE (self));
  g_return_if_fail (instances == NULL || G_IS_LIST_MODEL (instances));

  if (self->instances == instances)
    return;

  clear_instances (self);
  if (instances != NULL)
    {
      self->instances = g_object_ref (instances);
      g_signal_connect_swapped (instances, "items-changed", G_CALLBACK (on_instances_items_changed),
                                self);
    }
  show_instances (self);
}

/**
 * htap_detail_pane_set_silent:
 * @silent: whether it says nothing while nothing is selected, for there is nothing to select
 */
void
htap_detail_pane_set_silent (HtapDetailPane *self, gboolean silent)
{
  g_return_if_fail (HTAP_IS_DETAIL_PANE (self));

  if (self->silent == silent)
    return;

  self->silent = silent;
  show_instances (self);
}
