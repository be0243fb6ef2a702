/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy.h"
#include "htap-error-text.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* What leaves the window by the clipboard, each with a sentence that says what went. */

static void
copy (HtapWindow *self, const char *text, const char *sentence)
{
  if (text != NULL && *text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  htap_toaster_say (self->toaster, sentence);
}

static void
on_copy_text (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *text, *sentence;

  g_variant_get (parameter, "(&s&s)", &text, &sentence);
  copy (user_data, text, sentence);
}

/* What the selected rows, else the first one, have of one kind. */
static void
copy_of_targets (HtapWindow *self, char *(*dup_text) (GListModel *instances, char **sentence))
{
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) instances = htap_instance_view_dup_targets (view);
  g_autofree char *sentence = NULL;
  g_autofree char *text = dup_text (instances, &sentence);

  copy (self, text, sentence);
}

static char *
dup_ips_by_line (GListModel *instances, char **sentence)
{
  return htap_copy_private_ips (instances, "\n", sentence);
}

static char *
dup_ips_by_comma (GListModel *instances, char **sentence)
{
  return htap_copy_private_ips (instances, ",", sentence);
}

static void
on_copy_ip (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_of_targets (user_data, dup_ips_by_line);
}

static void
on_copy_id (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_of_targets (user_data, htap_copy_ids);
}

static void
copy_rows (HtapWindow *self, HtapRowFormat format)
{
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) instances = htap_instance_view_dup_targets (view);
  g_autoptr (GArray) columns = htap_instance_view_dup_visible_columns (view);
  gboolean with_titles = format == HTAP_ROW_FORMAT_MARKDOWN ||
                         g_settings_get_boolean (self->settings, "copy-column-titles");
  const HtapRows rows = {
    .instances = instances,
    .columns = (const HtapFieldIndex *) columns->data,
    .n_columns = columns->len,
    .titles = with_titles ? HTAP_ROWS_TITLES_LABELS : HTAP_ROWS_TITLES_NONE,
  };
  g_autofree char *sentence = NULL;
  g_autofree char *text = htap_copy_rows (format, &rows, &sentence);

  copy (self, text, sentence);
}

static void
on_copy_rows (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_rows (user_data, HTAP_ROW_FORMAT_TSV);
}

static void
on_copy_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *what = g_variant_get_string (parameter, NULL);
  HtapRowFormat format;

  if (htap_row_format_find (what, &format))
    copy_rows (user_data, format);
  else if (g_str_equal (what, "ips-by-line"))
    copy_of_targets (user_data, dup_ips_by_line);
  else if (g_str_equal (what, "ips-by-comma"))
    copy_of_targets (user_data, dup_ips_by_comma);
  else if (g_str_equal (what, "ids"))
    copy_of_targets (user_data, htap_copy_ids);
}

static void
on_copy_column (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  const HtapField *field = htap_field_find (g_variant_get_string (parameter, NULL));
  g_autoptr (GListModel) instances = htap_instance_view_dup_targets (view);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (field == NULL)
    return;

  text = htap_copy_column (instances, field, &sentence);
  copy (self, text, sentence);
}

static void
on_copy_connection (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) instances = htap_instance_view_dup_targets (view);
  guint32 form = g_variant_get_uint32 (parameter);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (form >= HTAP_N_CONNECTION_FORMS)
    return;

  text = htap_copy_connections (instances, (HtapConnectionForm) form, &sentence);
  copy (self, text, sentence);
}

static void
on_copy_error (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapSource *failed = htap_list_pane_get_state (self->list_pane)->failed;
  g_autofree char *text = NULL;

  if (failed == NULL || htap_source_get_error (failed) == NULL)
    return;

  text = htap_error_text_dup_details (htap_source_get_error (failed), failed,
                                      g_get_real_time () / G_USEC_PER_SEC);
  copy (self, text, _ ("Copied the details of the error"));
}

static void
on_copy_profiles_error (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  const GError *error = htap_inventory_get_profiles_error (self->inventory);
  g_autofree char *text = NULL;

  if (error == NULL)
    return;

  text = htap_error_text_dup_details (error, NULL, g_get_real_time () / G_USEC_PER_SEC);
  copy (self, text, _ ("Copied the details of the error"));
}

/**
 * htap_window_add_copy_actions:
 *
 * Adds everything that puts something on the clipboard.
 */
void
htap_window_add_copy_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "copy-text", .activate = on_copy_text, .parameter_type = "(ss)" },
    { .name = "copy-ip", .activate = on_copy_ip },
    { .name = "copy-id", .activate = on_copy_id },
    { .name = "copy-rows", .activate = on_copy_rows },
    { .name = "copy-as", .activate = on_copy_as, .parameter_type = "s" },
    { .name = "copy-column", .activate = on_copy_column, .parameter_type = "s" },
    { .name = "copy-connection", .activate = on_copy_connection, .parameter_type = "u" },
    { .name = "copy-error", .activate = on_copy_error },
    { .name = "copy-profiles-error", .activate = on_copy_profiles_error },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
