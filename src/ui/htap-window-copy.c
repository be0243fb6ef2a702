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

/* The selected instances, else the first row: type, chord, done. */
static GListModel *
dup_meant (HtapWindow *self)
{
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) selected = htap_instance_view_dup_selected (view);
  GListModel *shown = htap_instance_view_get_shown (view);
  g_autoptr (GListStore) first = NULL;

  if (g_list_model_get_n_items (selected) > 0)
    return g_steal_pointer (&selected);

  first = g_list_store_new (HTAP_TYPE_INSTANCE);
  if (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (shown, 0);

      g_list_store_append (first, instance);
    }

  return G_LIST_MODEL (g_steal_pointer (&first));
}

static void
on_copy_text (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *text, *sentence;

  g_variant_get (parameter, "(&s&s)", &text, &sentence);
  copy (user_data, text, sentence);
}

static void
on_copy_ip (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GListModel) instances = dup_meant (user_data);
  g_autofree char *text = htap_copy_dup_private_ips (instances);
  g_autofree char *sentence = htap_copy_dup_private_ips_sentence (instances);

  copy (user_data, text, sentence);
}

static void
on_copy_id (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GListModel) instances = dup_meant (user_data);
  g_autofree char *text = htap_copy_dup_ids (instances);
  g_autofree char *sentence = htap_copy_dup_ids_sentence (instances);

  copy (user_data, text, sentence);
}

static void
on_copy_rows (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) instances = dup_meant (self);
  g_autofree char *text = htap_instance_view_dup_rows (view, instances);
  g_autofree char *sentence = htap_copy_dup_rows_sentence (instances);

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
    { .name = "copy-error", .activate = on_copy_error },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
