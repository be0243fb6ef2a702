/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-context-menu.h"

/* From the left edge of a row to the menu that the keyboard opens. */
#define INDENT 24

struct _HtapContextMenu
{
  GObject parent_instance;
  GtkWidget *parent; /* not owned: it outlives this */
  GtkWidget *target; /* (nullable): not owned, inside @parent */
  HtapContextMenuBuild build;
  GtkWidget *popover; /* a child of @parent */

  GtkEventController *keys; /* @target's */
};

G_DEFINE_FINAL_TYPE (HtapContextMenu, htap_context_menu, G_TYPE_OBJECT)

static void
popup_at (HtapContextMenu *self, GMenuModel *menu, const GdkRectangle *area)
{
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_at (HtapContextMenu *self, GtkGesture *gesture, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;
  double parent_x, parent_y;

  menu = self->build (self->target, &GRAPHENE_POINT_INIT ((float) x, (float) y), NULL);
  if (menu == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (self->target, self->parent, x, y, &parent_x, &parent_y);
  popup_at (self, menu, &(GdkRectangle){ (int) parent_x, (int) parent_y, 1, 1 });
}

static void
on_right_click (GtkGestureClick *gesture, int n_press, double x, double y, HtapContextMenu *self)
{
  open_at (self, GTK_GESTURE (gesture), x, y);
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, HtapContextMenu *self)
{
  open_at (self, GTK_GESTURE (gesture), x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return htap_context_menu_open (HTAP_CONTEXT_MENU (user_data));
}

static void
htap_context_menu_dispose (GObject *object)
{
  HtapContextMenu *self = HTAP_CONTEXT_MENU (object);

  if (self->target != NULL)
    gtk_widget_remove_controller (self->target, self->keys);
  g_clear_weak_pointer (&self->target);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_context_menu_parent_class)->dispose (object);
}

static void
htap_context_menu_class_init (HtapContextMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_context_menu_dispose;
}

static void
htap_context_menu_init (HtapContextMenu *self)
{
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
}

static void
add_gesture (HtapContextMenu *self, GtkGesture *gesture, GCallback on_pressed)
{
  g_signal_connect_object (gesture, "pressed", on_pressed, self, 0);
  gtk_widget_add_controller (self->target, GTK_EVENT_CONTROLLER (gesture));
}

static void
add_gestures (HtapContextMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  add_gesture (self, click, G_CALLBACK (on_right_click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  add_gesture (self, press, G_CALLBACK (on_long_press));
}

static void
add_keys (HtapContextMenu *self)
{
  static const char *const triggers[] = { "Menu", "<Shift>F10" };

  self->keys = gtk_shortcut_controller_new ();
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (self->keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (self->target, self->keys);
}

/**
 * htap_context_menu_new:
 * @parent: the popover's parent, around @target
 * @target: what is clicked and has the keyboard
 * @build: makes the menu, each time it is opened
 *
 * Returns: (transfer full): drop it before @parent goes
 */
HtapContextMenu *
htap_context_menu_new (GtkWidget *parent, GtkWidget *target, HtapContextMenuBuild build)
{
  HtapContextMenu *self = g_object_new (HTAP_TYPE_CONTEXT_MENU, NULL);

  self->parent = parent;
  g_set_weak_pointer (&self->target, target);
  self->build = build;
  gtk_widget_set_parent (self->popover, parent);
  add_gestures (self);
  add_keys (self);

  return self;
}

/**
 * htap_context_menu_open:
 *
 * Opens the menu from the keyboard, at the row that has the focus.
 *
 * Returns: whether there is one
 */
gboolean
htap_context_menu_open (HtapContextMenu *self)
{
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *row = NULL;
  graphene_rect_t bounds;

  g_return_val_if_fail (HTAP_IS_CONTEXT_MENU (self), FALSE);

  menu = self->build (self->target, NULL, &row);
  if (menu == NULL || !gtk_widget_compute_bounds (row, self->parent, &bounds))
    return FALSE;

  popup_at (self, menu,
            &(GdkRectangle){ MAX ((int) bounds.origin.x, 0) + INDENT, (int) bounds.origin.y, 1,
                             (int) bounds.size.height });

  return TRUE;
}
