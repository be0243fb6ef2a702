/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-compat.h"

#include <glib/gi18n-lib.h>

#define RESPONSE_CANCEL  "cancel"
#define RESPONSE_CONFIRM "confirm"

/* Deprecated since libadwaita 1.6, whose AdwAlertDialog takes its place when the floor is there. */
static GtkWidget *
new_message_dialog (GtkWindow *parent, const char *heading, const char *body, const char *verb)
{
  GtkWidget *widget = adw_message_dialog_new (parent, NULL, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  gtk_window_set_destroy_with_parent (GTK_WINDOW (widget), TRUE);
  adw_message_dialog_set_heading_use_markup (dialog, FALSE);
  adw_message_dialog_set_body_use_markup (dialog, FALSE);
  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, RESPONSE_CANCEL, _ ("_Cancel"), RESPONSE_CONFIRM, verb,
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE_CONFIRM, ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, RESPONSE_CANCEL);
  adw_message_dialog_set_close_response (dialog, RESPONSE_CANCEL);
  htap_compat_name_buttons (widget);

  return widget;
}

static void
on_dialog_response (GtkWidget *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_signal_handlers_disconnect_by_data (dialog, task);
  g_task_return_boolean (task, g_str_equal (response, RESPONSE_CONFIRM));
}

/* Gone without an answer, as with its parent. */
static void
on_dialog_destroy (GtkWidget *dialog, gpointer user_data)
{
  on_dialog_response (dialog, RESPONSE_CANCEL, user_data);
}

static void
on_cancellable_cancelled (GCancellable *cancellable, GtkWindow *dialog)
{
  gtk_window_close (dialog);
}

/**
 * htap_compat_confirm_async:
 * @parent: (nullable): the window that asks
 * @heading: a question; plain text
 * @body: what will happen; plain text
 * @verb: the button that does it, with a mnemonic
 *
 * Asks before something is destroyed. "Cancel" is what Enter and Escape choose.
 */
void
htap_compat_confirm_async (GtkWindow *parent,
                           const char *heading,
                           const char *body,
                           const char *verb,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  /* Without a source object: it would keep @parent from going, and the dialog with it. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GtkWidget *dialog;

  g_task_set_source_tag (task, htap_compat_confirm_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  dialog = new_message_dialog (parent, heading, body, verb);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_dialog_destroy), task);
  g_signal_connect (dialog, "response", G_CALLBACK (on_dialog_response), g_steal_pointer (&task));
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_cancellable_cancelled),
                             dialog, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * htap_compat_confirm_finish:
 *
 * Returns: whether it was confirmed; %FALSE with @error set if it was cancelled from outside
 */
gboolean
htap_compat_confirm_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, htap_compat_confirm_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* GDK_TOPLEVEL_STATE_SUSPENDED, which only headers of GTK 4.12 name. */
#define TOPLEVEL_STATE_SUSPENDED (1 << 16)

/**
 * htap_compat_is_in_sight:
 * @state: of a window's surface
 *
 * Returns: whether a person can see it, as far as the compositor tells
 */
gboolean
htap_compat_is_in_sight (GdkToplevelState state)
{
  return (state & (GDK_TOPLEVEL_STATE_MINIMIZED | TOPLEVEL_STATE_SUSPENDED)) == 0;
}

/**
 * htap_compat_get_color:
 * @color: (out): what @widget writes with
 *
 * GtkStyleContext is deprecated since 4.10, which has gtk_widget_get_color() instead.
 */
void
htap_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/**
 * htap_compat_lookup_color:
 * @name: of a colour that a style sheet defines
 * @color: (out): the colour
 *
 * Returns: whether there is one; since GtkStyleContext is deprecated nobody but style sheets can ask
 */
gboolean
htap_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  gboolean found;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  found = gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color);
  G_GNUC_END_IGNORE_DEPRECATIONS

  return found;
}

/**
 * htap_compat_show_text:
 * @entry: an entry, or a row with one; not on the screen yet
 *
 * Lets the text inside be what assistive technology meets; it is what to name. Before 4.12 that is
 * the entry around it, which never says that it has the focus, for it is the text that has it.
 */
void
htap_compat_show_text (GtkEditable *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (entry);

  if (gtk_check_version (4, 12, 0) == NULL || text == NULL)
    return;

  g_object_set (text, "accessible-role",
                gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (entry)), NULL);
  g_object_set (entry, "accessible-role",
                GTK_IS_LIST_BOX_ROW (entry) ? GTK_ACCESSIBLE_ROLE_LIST_ITEM
                                            : GTK_ACCESSIBLE_ROLE_GROUP,
                NULL);
}

static GtkWidget *
find_visible (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_visible (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_visible (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_button (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  if (!GTK_IS_LABEL (label))
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (button, gtk_label_get_text (GTK_LABEL (label)));
}

/**
 * htap_compat_name_buttons:
 * @widget: a button, or something that has all its buttons
 *
 * Gives every button with text on it this text as its accessible name. Before 4.12 GTK says it
 * twice, the first time with the underscore of its mnemonic.
 */
void
htap_compat_name_buttons (GtkWidget *widget)
{
  if (gtk_check_version (4, 12, 0) == NULL)
    return;

  if (GTK_IS_BUTTON (widget))
    name_button (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    htap_compat_name_buttons (child);
}

/**
 * htap_compat_name_once:
 * @control: one with an accessible name of its own, in a row whose title names it as well
 *
 * Before 4.12 GTK says both names.
 */
void
htap_compat_name_once (GtkWidget *control)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
on_button_notify_tooltip_text (GtkWidget *button)
{
  set_name (button, gtk_widget_get_tooltip_text (button));
}

/**
 * htap_compat_name_password_row:
 *
 * Gives the button that shows or hides the text its tooltip as its accessible name, which
 * libadwaita 1.2 leaves out.
 */
void
htap_compat_name_password_row (AdwPasswordEntryRow *row)
{
  GtkWidget *button = find_visible (GTK_WIDGET (row), GTK_TYPE_BUTTON);

  if (button == NULL)
    return;

  g_signal_connect (button, "notify::tooltip-text", G_CALLBACK (on_button_notify_tooltip_text),
                    NULL);
  on_button_notify_tooltip_text (button);
}

static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    set_name (widget, name);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!ADW_IS_PREFERENCES_ROW (child))
      name_lists (child, name);
}

/**
 * htap_compat_name_expander_row:
 *
 * Gives the row, and the parts of it that take the focus, its title as their accessible name. In
 * libadwaita 1.2 they have none. Enter opens the row, also where a window has a default button.
 */
void
htap_compat_name_expander_row (AdwExpanderRow *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  GtkWidget *header = find_visible (GTK_WIDGET (row), ADW_TYPE_ACTION_ROW);

  set_name (GTK_WIDGET (row), title);
  name_lists (GTK_WIDGET (row), title);
  if (header == NULL)
    return;

  /* The label in it names it as well; GTK would say both. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (header, title);
  gtk_widget_set_receives_default (header, TRUE);
}

static void
on_combo_row_notify_selected (AdwComboRow *row)
{
  GtkStringObject *choice = adw_combo_row_get_selected_item (row);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      choice != NULL ? gtk_string_object_get_string (choice) : "", -1);
}

/**
 * htap_compat_name_combo_row:
 * @row: one with a title and a list of strings
 *
 * Gives the row its title as its accessible name, and what is chosen as its description.
 * libadwaita 1.2 says nothing of what is chosen, and GTK 4.8 would say the title and the label.
 * Enter opens the row, also where a window has a default button.
 */
void
htap_compat_name_combo_row (AdwComboRow *row)
{
  gtk_widget_set_receives_default (GTK_WIDGET (row), TRUE);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_combo_row_notify_selected), NULL);
  on_combo_row_notify_selected (row);
}

/* Deprecated since GTK 4.10, whose GtkFileDialog takes its place when the floor is there. */
static GtkFileChooserNative *
new_file_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  return chooser;
}

/**
 * htap_compat_new_file_chooser:
 * @title: what the file is for
 *
 * Returns: (transfer full): a dialog for one file that is there already; its `response` is for
 *   htap_compat_dup_chosen_path()
 */
GtkNativeDialog *
htap_compat_new_file_chooser (GtkWindow *parent, const char *title)
{
  return GTK_NATIVE_DIALOG (new_file_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN));
}

/**
 * htap_compat_new_file_saver:
 * @title: what the file is for
 * @name: what it may be called
 *
 * Returns: (transfer full): a dialog for one file that is to be written, which asks before one that
 *   is there is chosen; its `response` is for htap_compat_dup_chosen_path()
 */
GtkNativeDialog *
htap_compat_new_file_saver (GtkWindow *parent, const char *title, const char *name)
{
  GtkFileChooserNative *chooser =
      new_file_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  return GTK_NATIVE_DIALOG (chooser);
}

/**
 * htap_compat_dup_chosen_path:
 * @response: what the chooser answered
 *
 * Returns: (transfer full) (nullable) (type filename): the chosen file; %NULL if none was, or one
 *   that has no path
 */
char *
htap_compat_dup_chosen_path (GtkNativeDialog *chooser, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                               : NULL;

  return file != NULL ? g_file_get_path (file) : NULL;
}

/**
 * htap_compat_show_about:
 * @parent: the window that asks
 * @name: what the program is called
 * @comments: what it does; may hold markup
 * @information: plain text for support, with a button that copies it
 *
 * Deprecated since libadwaita 1.6, whose AdwAboutDialog takes its place when the floor is there.
 */
void
htap_compat_show_about (GtkWindow *parent,
                        const char *name,
                        const char *comments,
                        const char *information)
{
  GtkWindow *window =
      g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE,
                    "application-name", name, "application-icon", HTAP_APPLICATION_ID, "version",
                    HTAP_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments", comments,
                    "website", "https://github.com/htap-inventory/htap-inventory", "issue-url",
                    "https://github.com/htap-inventory/htap-inventory/issues", "debug-info",
                    information, "debug-info-filename", "htap-inventory.txt", NULL);
  GtkWidget *focus;

  gtk_window_present (window);
  /* The name can be selected, so it gets the focus, and GTK selects what gets it. */
  focus = gtk_window_get_focus (window);
  if (GTK_IS_LABEL (focus))
    {
      gtk_label_select_region (GTK_LABEL (focus), 0, 0);
      gtk_window_set_focus (window, NULL);
    }
}
