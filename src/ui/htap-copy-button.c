/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy-button.h"

#include "htap-copy.h"
#include "htap-list-rows.h"

#include <glib/gi18n-lib.h>

struct _HtapCopyButton
{
  GObject parent_instance;
  GtkColumnView *view; /* not owned: it outlives this */
  GtkWidget *button;   /* owned; in a cell or nowhere */
};

G_DEFINE_FINAL_TYPE (HtapCopyButton, htap_copy_button, G_TYPE_OBJECT)

static HtapCell *
get_cell (HtapCopyButton *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->button);

  return parent != NULL ? HTAP_CELL (parent) : NULL;
}

static gboolean
has_address (HtapCell *cell)
{
  HtapInstance *instance = htap_cell_get_instance (cell);

  return htap_field_get_index (htap_cell_get_field (cell)) == HTAP_FIELD_DATA_VIP &&
         instance != NULL && htap_instance_get_private_ip (instance) != NULL;
}

/* What the cell shows now: a refresh may have changed the address under the pointer. */
static void
on_button_clicked (GtkButton *button, HtapCopyButton *self)
{
  HtapCell *cell = get_cell (self);
  g_autofree char *sentence = NULL;
  const char *address;

  if (cell == NULL || !has_address (cell))
    return;

  address = htap_instance_get_private_ip (htap_cell_get_instance (cell));
  sentence = htap_copy_value (htap_cell_get_instance (cell), address);
  gtk_widget_activate_action (self->button, "win.copy-text", "(ss)", address, sentence);
}

static void
on_pointer_moved (GtkEventControllerMotion *controller, double x, double y, HtapCopyButton *self)
{
  htap_copy_button_move_to (self, htap_list_rows_find_cell_at (self->view, x, y));
}

static void
on_pointer_left (GtkEventControllerMotion *controller, HtapCopyButton *self)
{
  htap_copy_button_move_to (self, NULL);
}

static void
htap_copy_button_dispose (GObject *object)
{
  HtapCopyButton *self = HTAP_COPY_BUTTON (object);

  if (self->button != NULL)
    htap_copy_button_move_to (self, NULL);
  g_clear_object (&self->button);

  G_OBJECT_CLASS (htap_copy_button_parent_class)->dispose (object);
}

static void
htap_copy_button_class_init (HtapCopyButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_copy_button_dispose;
}

static void
htap_copy_button_init (HtapCopyButton *self)
{
  /* The keyboard has Shift+Ctrl+C, and the focus is the row's. */
  self->button =
      g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-copy-symbolic", "can-focus", FALSE,
                    "valign", GTK_ALIGN_CENTER, "tooltip-text", _ ("Copy Private IP"), NULL);
  g_object_ref_sink (self->button);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "htap-copy-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy Private IP"), -1);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_button_clicked), self, 0);
}

/**
 * htap_copy_button_new:
 * @view: the list, whose cells are #HtapCell
 *
 * Clicking the button activates `win.copy-text` with the address and a sentence that says so.
 *
 * Returns: (transfer full): drop it before @view goes
 */
HtapCopyButton *
htap_copy_button_new (GtkColumnView *view)
{
  HtapCopyButton *self = g_object_new (HTAP_TYPE_COPY_BUTTON, NULL);
  GtkEventController *controller = gtk_event_controller_motion_new ();

  self->view = view;
  g_signal_connect_object (controller, "enter", G_CALLBACK (on_pointer_moved), self, 0);
  g_signal_connect_object (controller, "motion", G_CALLBACK (on_pointer_moved), self, 0);
  g_signal_connect_object (controller, "leave", G_CALLBACK (on_pointer_left), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), controller);

  return self;
}

/**
 * htap_copy_button_get_widget:
 *
 * Returns: (transfer none): the button itself
 */
GtkWidget *
htap_copy_button_get_widget (HtapCopyButton *self)
{
  g_return_val_if_fail (HTAP_IS_COPY_BUTTON (self), NULL);

  return self->button;
}

/**
 * htap_copy_button_move_to:
 * @cell: (nullable): what is under the pointer; the button hides unless that is an address
 */
void
htap_copy_button_move_to (HtapCopyButton *self, HtapCell *cell)
{
  HtapCell *present;

  g_return_if_fail (HTAP_IS_COPY_BUTTON (self));

  if (cell != NULL && !has_address (cell))
    cell = NULL;

  present = get_cell (self);
  if (present == cell)
    return;

  if (present != NULL)
    htap_cell_set_trailing (present, NULL);
  if (cell != NULL)
    htap_cell_set_trailing (cell, self->button);
}
