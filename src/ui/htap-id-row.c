/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-id-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATORS " \t\r\n,;"

struct _HtapIdRow {
  AdwEntryRow    parent_instance;
  HtapFieldNote *note;
  GtkWidget     *remove_button;
  gboolean       required;
};

enum {
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapIdRow, htap_id_row, ADW_TYPE_ENTRY_ROW)

/* `region:id` where it is not the first project's region. */
static HtapFormVerdict
check (const char *text, gpointer data, const char **message)
{
  const char *colon = strchr (text, ':');
  g_autofree char *region = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  if (colon == NULL)
    return htap_form_check_id (HTAP_ID_TAURUS, text, HTAP_ID_ROW (data)->required, message);
  if (htap_form_check_region (region, message) == HTAP_FORM_ERROR)
    return HTAP_FORM_ERROR;

  return htap_form_check_id (HTAP_ID_TAURUS, colon + 1, TRUE, message);
}

static void
on_remove_button_clicked (HtapIdRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
htap_id_row_dispose (GObject *object)
{
  g_clear_object (&HTAP_ID_ROW (object)->note);

  G_OBJECT_CLASS (htap_id_row_parent_class)->dispose (object);
}

static void
htap_id_row_class_init (HtapIdRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_id_row_dispose;

  signals[REMOVE] = g_signal_new ("remove", HTAP_TYPE_ID_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
htap_id_row_init (HtapIdRow *self)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("TaurusDB instance ID"));
  adw_entry_row_set_activates_default (row, TRUE);
  adw_entry_row_set_input_hints (row, GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  gtk_widget_add_css_class (GTK_WIDGET (self), "monospace");

  self->remove_button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->remove_button, _ ("Remove This ID"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove This ID"), -1);
  adw_entry_row_add_suffix (row, self->remove_button);
  g_signal_connect_swapped (self->remove_button, "clicked", G_CALLBACK (on_remove_button_clicked),
                            self);

  self->note = HTAP_FIELD_NOTE (g_object_ref_sink (htap_field_note_new ()));
  htap_field_note_watch (self->note, GTK_WIDGET (self), check, self);
}

HtapIdRow *
htap_id_row_new (const char *id)
{
  HtapIdRow *self = g_object_new (HTAP_TYPE_ID_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self), id);

  return self;
}

/**
 * htap_id_row_get_note:
 *
 * Returns: (transfer none): the row to put below this one
 */
HtapFieldNote *
htap_id_row_get_note (HtapIdRow *self)
{
  g_return_val_if_fail (HTAP_IS_ID_ROW (self), NULL);

  return self->note;
}

/**
 * htap_id_row_dup_ids:
 *
 * Returns: (transfer full): what was typed, in as many pieces as white space, commas and semicolons
 *   make of it
 */
char **
htap_id_row_dup_ids (HtapIdRow *self)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (HTAP_IS_ID_ROW (self), NULL);

  parts = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self)), SEPARATORS, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (ids, parts[i]);

  return g_strv_builder_end (ids);
}

void
htap_id_row_set_removable (HtapIdRow *self, gboolean removable)
{
  g_return_if_fail (HTAP_IS_ID_ROW (self));

  gtk_widget_set_visible (self->remove_button, removable);
}

/**
 * htap_id_row_check:
 * @required: whether it must not be empty; if it is, that is said until something is typed
 *
 * Marks what is wrong with it.
 */
HtapFormVerdict
htap_id_row_check (HtapIdRow *self, gboolean required)
{
  g_return_val_if_fail (HTAP_IS_ID_ROW (self), HTAP_FORM_FINE);

  self->required = required;

  return htap_field_note_check (self->note);
}
