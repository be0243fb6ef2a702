/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-menu.h"

#include "htap-console-link.h"
#include "htap-safe-text.h"
#include "htap-source-row.h"

#include <glib/gi18n-lib.h>

struct _HtapSourceMenu
{
  GObject parent_instance;
  GtkWidget *parent;  /* not owned: it outlives this */
  GtkListBox *list;   /* not owned, inside @parent */
  GtkWidget *popover; /* a child of @parent */
};

G_DEFINE_FINAL_TYPE (HtapSourceMenu, htap_source_menu, G_TYPE_OBJECT)

static gboolean
open_for (HtapSourceMenu *self, GtkListBoxRow *row, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;
  HtapSource *source =
      HTAP_IS_SOURCE_ROW (row) ? htap_source_row_get_source (HTAP_SOURCE_ROW (row)) : NULL;
  double parent_x, parent_y;

  if (source == NULL)
    return FALSE;

  menu = htap_source_menu_build (source);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), self->parent, x, y, &parent_x,
                                    &parent_y);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) parent_x, (int) parent_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));

  return TRUE;
}

static void
open_at (HtapSourceMenu *self, GtkGesture *gesture, double x, double y)
{
  gboolean opened = open_for (self, gtk_list_box_get_row_at_y (self->list, (int) y), x, y);

  gtk_gesture_set_state (gesture, opened ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_right_click (GtkGestureClick *gesture, int n_press, double x, double y, HtapSourceMenu *self)
{
  open_at (self, GTK_GESTURE (gesture), x, y);
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, HtapSourceMenu *self)
{
  open_at (self, GTK_GESTURE (gesture), x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return htap_source_menu_open (HTAP_SOURCE_MENU (user_data));
}

static void
htap_source_menu_dispose (GObject *object)
{
  g_clear_pointer (&HTAP_SOURCE_MENU (object)->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_source_menu_parent_class)->dispose (object);
}

static void
htap_source_menu_class_init (HtapSourceMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_source_menu_dispose;
}

static void
htap_source_menu_init (HtapSourceMenu *self)
{
}

static void
add_controllers (HtapSourceMenu *self)
{
  static const char *const triggers[] = { "Menu", "<Shift>F10" };
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click), self, 0);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press), self, 0);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (press));

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (list, keys);
}

/**
 * htap_source_menu_new:
 * @parent: the popover's parent, around @list
 * @list: whose rows have the menu
 *
 * Opens the menu on right click, long press, Menu and Shift+F10.
 *
 * Returns: (transfer full): drop it when @parent goes, and @list with it
 */
HtapSourceMenu *
htap_source_menu_new (GtkWidget *parent, GtkListBox *list)
{
  HtapSourceMenu *self = g_object_new (HTAP_TYPE_SOURCE_MENU, NULL);

  self->parent = parent;
  self->list = list;
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, parent);
  add_controllers (self);

  return self;
}

/**
 * htap_source_menu_open:
 *
 * Opens the menu from the keyboard, at the row that has the focus.
 *
 * Returns: whether there is one
 */
gboolean
htap_source_menu_open (HtapSourceMenu *self)
{
  GtkWidget *row;
  graphene_rect_t bounds;

  g_return_val_if_fail (HTAP_IS_SOURCE_MENU (self), FALSE);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    return FALSE;

  return open_for (self, GTK_LIST_BOX_ROW (row), bounds.origin.x + 24,
                   bounds.origin.y + bounds.size.height);
}

static void
append (GMenu *section, const char *label, const char *action, const char *taurus_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", taurus_id);
  g_menu_append_item (section, item);
}

static void
append_copy (GMenu *section, const char *taurus_id)
{
  g_autofree char *safe = htap_safe_text_dup (taurus_id);
  /* Translators: a toast; %s is what is on the clipboard now. */
  g_autofree char *sentence = g_strdup_printf (_ ("Copied %s"), safe);
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Copy ID"), NULL);

  g_menu_item_set_action_and_target (item, "win.copy-text", "(ss)", taurus_id, sentence);
  g_menu_append_item (section, item);
}

/**
 * htap_source_menu_build:
 *
 * Returns: (transfer full): what can be done with a TaurusDB instance
 */
GMenuModel *
htap_source_menu_build (HtapSource *source)
{
  GMenu *menu = g_menu_new ();
  const char *taurus_id = htap_source_get_taurus_id (source);
  g_autofree char *link = htap_console_link_dup (source);

  append (menu, _ ("Refresh"), "win.refresh-taurus", taurus_id);
  append_copy (menu, taurus_id);
  append (menu, _ ("Hide"), "win.hide-taurus", taurus_id);
  if (link != NULL)
    append (menu, _ ("Open Console"), "win.open-console", taurus_id);

  return G_MENU_MODEL (menu);
}
