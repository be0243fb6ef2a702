/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-row.h"

#include "htap-column.h"
#include "htap-compat.h"

#include <glib/gi18n-lib.h>

struct _HtapColumnRow
{
  AdwActionRow parent_instance;
  const HtapField *field;
  GtkWidget *check;
  GtkWidget *up;
  GtkWidget *down;
};

enum
{
  SIGNAL_MOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapColumnRow, htap_column_row, ADW_TYPE_ACTION_ROW)

static void
on_up_clicked (HtapColumnRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
}

static void
on_down_clicked (HtapColumnRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
}

static GdkContentProvider *
on_source_prepare (GtkDragSource *source, double x, double y, HtapColumnRow *self)
{
  return gdk_content_provider_new_typed (HTAP_TYPE_COLUMN_ROW, self);
}

/* The row itself follows the pointer, held where it was taken. */
static void
on_source_drag_begin (GtkDragSource *source, GdkDrag *drag, HtapColumnRow *self)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (live);
  double x, y;

  if (!gtk_gesture_get_point (GTK_GESTURE (source), NULL, &x, &y))
    x = y = 0;
  gtk_drag_source_set_icon (source, image, (int) x, (int) y);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
on_source_drag_end (GtkDragSource *source, GdkDrag *drag, gboolean moved, HtapColumnRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
add_move_binding (GtkWidgetClass *widget_class, guint keyval, guint keypad, int places)
{
  gtk_widget_class_add_binding_signal (widget_class, keyval, GDK_ALT_MASK, "move", "(i)", places);
  gtk_widget_class_add_binding_signal (widget_class, keypad, GDK_ALT_MASK, "move", "(i)", places);
}

static void
htap_column_row_class_init (HtapColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MOVE] =
      g_signal_new ("move", HTAP_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  add_move_binding (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1);
  add_move_binding (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1);
  add_move_binding (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, -HTAP_N_FIELDS);
  add_move_binding (widget_class, GDK_KEY_End, GDK_KEY_KP_End, HTAP_N_FIELDS);
}

static GtkWidget *
add_button (HtapColumnRow *self, const char *icon_name, const char *tooltip, GCallback callback)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon_name, "tooltip-text",
                                    tooltip, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);

  return button;
}

static void
htap_column_row_init (HtapColumnRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic",
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (handle, "drag-handle");
  /* What is added as a prefix comes before the others. */
  adw_action_row_add_prefix (row, self->check);
  adw_action_row_add_prefix (row, handle);
  adw_action_row_set_activatable_widget (row, self->check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->up = add_button (self, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (on_up_clicked));
  self->down = add_button (self, "go-down-symbolic", _ ("Move Down"), G_CALLBACK (on_down_clicked));
  gtk_widget_add_css_class (GTK_WIDGET (self), "column");

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_source_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_source_drag_begin), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_source_drag_end), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
set_name (gpointer widget, const char *name)
{
  gtk_accessible_update_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * htap_column_row_new:
 * @column: one of htap_column_new(); its visibility is the row's check
 */
GtkWidget *
htap_column_row_new (GtkColumnViewColumn *column)
{
  HtapColumnRow *self = g_object_new (HTAP_TYPE_COLUMN_ROW, NULL);
  const char *title = gtk_column_view_column_get_title (column);
  /* Translators: for screen readers; %s is the title of a column. */
  g_autofree char *up = g_strdup_printf (_ ("Move %s Up"), title);
  /* Translators: for screen readers; %s is the title of a column. */
  g_autofree char *down = g_strdup_printf (_ ("Move %s Down"), title);

  self->field = htap_column_get_field (column);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  set_name (self, title);
  htap_compat_name_once (GTK_WIDGET (self));
  set_name (self->check, title);
  htap_compat_name_once (self->check);
  set_name (self->up, up);
  set_name (self->down, down);
  g_object_bind_property (column, "visible", self->check, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  return GTK_WIDGET (self);
}

HtapFieldIndex
htap_column_row_get_field (HtapColumnRow *self)
{
  g_return_val_if_fail (HTAP_IS_COLUMN_ROW (self), HTAP_N_FIELDS);

  return htap_field_get_index (self->field);
}

/**
 * htap_column_row_matches:
 * @text: what somebody looks for
 *
 * Returns: whether @text is in what the column is called, here or on the command line
 */
gboolean
htap_column_row_matches (HtapColumnRow *self, const char *text)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const char *word = htap_field_get_word (self->field);
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *folded = g_utf8_casefold (title, -1);

  g_strstrip (wanted);

  return strstr (folded, wanted) != NULL ||
         strstr (htap_field_get_id (self->field), wanted) != NULL ||
         (word != NULL && strstr (word, wanted) != NULL);
}

/* The keyboard would be nowhere if the button that has it became insensitive. */
static void
set_usable (HtapColumnRow *self, GtkWidget *button, gboolean usable)
{
  if (!usable && gtk_widget_has_focus (button))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_sensitive (button, usable);
}

/**
 * htap_column_row_set_movable:
 * @up: whether there is something above it
 * @down: whether there is something below it
 */
void
htap_column_row_set_movable (HtapColumnRow *self, gboolean up, gboolean down)
{
  g_return_if_fail (HTAP_IS_COLUMN_ROW (self));

  set_usable (self, self->up, up);
  set_usable (self, self->down, down);
}

/**
 * htap_column_row_set_hidable:
 * @hidable: %FALSE for the last column that is shown
 */
void
htap_column_row_set_hidable (HtapColumnRow *self, gboolean hidable)
{
  g_return_if_fail (HTAP_IS_COLUMN_ROW (self));

  set_usable (self, self->check, hidable);
}
