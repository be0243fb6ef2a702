/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-row-menu.h"

#include "htap-console-link.h"
#include "htap-copy.h"
#include "htap-list-rows.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* A longer value is cut in the menu, not on the clipboard. */
#define MAX_CHARACTERS 40

struct _HtapRowMenu
{
  GObject parent_instance;
  GtkWidget *parent;   /* not owned: it outlives this */
  GtkColumnView *view; /* not owned, inside @parent */
  GtkWidget *popover;  /* a child of @parent */

  GtkEventController *keys; /* @parent's */
};

G_DEFINE_FINAL_TYPE (HtapRowMenu, htap_row_menu, G_TYPE_OBJECT)

/* A menu item's label has mnemonics. */
static char *
quote_value (const char *value)
{
  g_autofree char *safe = htap_safe_text_dup_cut (value, MAX_CHARACTERS);
  g_auto (GStrv) parts = g_strsplit (safe, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  /* Translators: a menu item; %s is what will be copied. */
  return g_strdup_printf (_ ("Copy “%s”"), escaped);
}

static void
append_value (GMenu *section, HtapInstance *instance, const HtapField *field)
{
  g_autofree char *value = htap_field_dup_shown (field, instance);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (value == NULL)
    return;

  label = quote_value (value);
  sentence = htap_copy_value (instance, value);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.copy-text", "(ss)", value, sentence);
  g_menu_append_item (section, item);
}

static void
append_console (GMenu *section, HtapSource *source)
{
  g_autofree char *link = htap_console_link_dup (source);
  g_autoptr (GMenuItem) item = NULL;

  if (link == NULL)
    return;

  item = g_menu_item_new (_ ("Open Console"), NULL);
  g_menu_item_set_action_and_target (item, "win.open-console", "s",
                                     htap_source_get_taurus_id (source));
  g_menu_append_item (section, item);
}

static void
popup_at (HtapRowMenu *self, GMenuModel *menu, const GdkRectangle *area)
{
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_at (HtapRowMenu *self, GtkGesture *gesture, double x, double y)
{
  HtapCell *cell = htap_cell_find_at (self->view, x, y);
  g_autoptr (GMenuModel) menu = NULL;
  double parent_x, parent_y;
  guint position;

  if (cell == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  position = htap_cell_get_position (cell);
  if (gtk_selection_model_is_selected (gtk_column_view_get_model (self->view), position))
    gtk_widget_grab_focus (htap_list_rows_get_row (cell));
  else
    htap_list_rows_select (htap_list_rows_get_row (cell), position, FALSE, FALSE);

  menu = htap_row_menu_build (htap_cell_get_instance (cell), htap_cell_get_field (cell));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), self->parent, x, y, &parent_x,
                                    &parent_y);
  popup_at (self, menu, &(GdkRectangle){ (int) parent_x, (int) parent_y, 1, 1 });
}

static void
on_right_click (GtkGestureClick *gesture, int n_press, double x, double y, HtapRowMenu *self)
{
  open_at (self, GTK_GESTURE (gesture), x, y);
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, HtapRowMenu *self)
{
  open_at (self, GTK_GESTURE (gesture), x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return htap_row_menu_open (HTAP_ROW_MENU (user_data));
}

static void
htap_row_menu_dispose (GObject *object)
{
  HtapRowMenu *self = HTAP_ROW_MENU (object);

  if (self->keys != NULL)
    gtk_widget_remove_controller (self->parent, self->keys);
  self->keys = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_row_menu_parent_class)->dispose (object);
}

static void
htap_row_menu_class_init (HtapRowMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_row_menu_dispose;
}

static void
htap_row_menu_init (HtapRowMenu *self)
{
}

static void
add_gestures (HtapRowMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
}

static void
add_keys (HtapRowMenu *self)
{
  static const char *const triggers[] = { "Menu", "<Shift>F10" };

  self->keys = gtk_shortcut_controller_new ();
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (self->keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (self->parent, self->keys);
}

/**
 * htap_row_menu_new:
 * @parent: the popover's parent, around @view
 * @view: the list, whose cells are #HtapCell
 *
 * Opens the menu on right click, long press, Menu and Shift+F10; a row that is not selected is
 * selected first.
 *
 * Returns: (transfer full): drop it before @parent goes
 */
HtapRowMenu *
htap_row_menu_new (GtkWidget *parent, GtkColumnView *view)
{
  HtapRowMenu *self = g_object_new (HTAP_TYPE_ROW_MENU, NULL);

  self->parent = parent;
  self->view = view;
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, parent);
  add_gestures (self);
  add_keys (self);

  return self;
}

/**
 * htap_row_menu_open:
 *
 * Opens the menu from the keyboard, at the row that has the focus.
 *
 * Returns: whether there is one
 */
gboolean
htap_row_menu_open (HtapRowMenu *self)
{
  g_autoptr (GMenuModel) menu = NULL;
  graphene_rect_t bounds;
  HtapCell *cell;
  GtkWidget *row;

  g_return_val_if_fail (HTAP_IS_ROW_MENU (self), FALSE);

  row = gtk_widget_get_focus_child (htap_list_rows_get_list (self->view));
  cell = row != NULL ? htap_list_rows_find_cell (row, NULL) : NULL;
  if (cell == NULL || !gtk_widget_compute_bounds (row, self->parent, &bounds))
    return FALSE;

  if (!gtk_selection_model_is_selected (gtk_column_view_get_model (self->view),
                                        htap_cell_get_position (cell)))
    htap_list_rows_select (row, htap_cell_get_position (cell), FALSE, FALSE);

  menu = htap_row_menu_build (htap_cell_get_instance (cell), NULL);
  popup_at (self, menu,
            &(GdkRectangle){ MAX ((int) bounds.origin.x, 0) + 24, (int) bounds.origin.y, 1,
                             (int) bounds.size.height });

  return TRUE;
}

/**
 * htap_row_menu_build:
 * @instance: the row
 * @field: (nullable): what the pointer is over
 *
 * Returns: (transfer full):
 */
GMenuModel *
htap_row_menu_build (HtapInstance *instance, const HtapField *field)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  if (field != NULL)
    append_value (copies, instance, field);
  g_menu_append (copies, _ ("Copy Private IP"), "win.copy-ip");
  g_menu_append (copies, _ ("Copy Instance ID"), "win.copy-id");
  g_menu_append (copies, _ ("Copy Rows"), "win.copy-rows");
  g_menu_append (others, _ ("Refresh"), "win.refresh-selected");
  g_menu_append (others, _ ("Notify When Available"), "win.notify-when-available");
  append_console (others, htap_instance_get_source (instance));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
