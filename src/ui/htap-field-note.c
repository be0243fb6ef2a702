/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field-note.h"

#include "htap-compat.h"

struct _HtapFieldNote {
  AdwPreferencesRow parent_instance;
  GtkWidget        *field; /* (nullable): beside it in the same form, weak */
  HtapFieldCheck    check;
  gpointer          check_data;
  HtapFormVerdict   verdict;

  GtkImage         *icon;
  GtkLabel         *label;
};

G_DEFINE_FINAL_TYPE (HtapFieldNote, htap_field_note, ADW_TYPE_PREFERENCES_ROW)

/* What a screen reader meets is the text in the row, not the row. */
static GtkAccessible *
get_control (HtapFieldNote *self)
{
  GtkEditable *text =
      GTK_IS_EDITABLE (self->field) ? gtk_editable_get_delegate (GTK_EDITABLE (self->field)) : NULL;

  return text != NULL ? GTK_ACCESSIBLE (text) : GTK_ACCESSIBLE (self->field);
}

static void
mark (GtkWidget *widget, HtapFormVerdict verdict)
{
  gtk_widget_remove_css_class (widget, "error");
  gtk_widget_remove_css_class (widget, "warning");
  if (verdict == HTAP_FORM_ERROR)
    gtk_widget_add_css_class (widget, "error");
  else if (verdict == HTAP_FORM_WARNING)
    gtk_widget_add_css_class (widget, "warning");
}

static void
mark_field (HtapFieldNote *self)
{
  GtkAccessible *control = get_control (self);

  mark (self->field, self->verdict);
  gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID,
                               self->verdict == HTAP_FORM_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE
                                                                : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (self->verdict == HTAP_FORM_FINE)
    gtk_accessible_reset_relation (control, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  else
    gtk_accessible_update_relation (control, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label,
                                    NULL, -1);
}

static void
on_field_notify_title (HtapFieldNote *self)
{
  gtk_accessible_update_property (get_control (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->field)),
                                  -1);
}

static void
on_field_changed (HtapFieldNote *self)
{
  if (self->verdict != HTAP_FORM_FINE)
    htap_field_note_check (self);
}

static void
on_field_focus_leave (HtapFieldNote *self)
{
  if (self->field != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->field)) != '\0')
    htap_field_note_check (self);
}

static void
htap_field_note_dispose (GObject *object)
{
  g_clear_weak_pointer (&HTAP_FIELD_NOTE (object)->field);

  G_OBJECT_CLASS (htap_field_note_parent_class)->dispose (object);
}

static void
htap_field_note_class_init (HtapFieldNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_field_note_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-field-note.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapFieldNote, icon);
  gtk_widget_class_bind_template_child (widget_class, HtapFieldNote, label);
}

static void
htap_field_note_init (HtapFieldNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_field_note_new (void)
{
  return g_object_new (HTAP_TYPE_FIELD_NOTE, NULL);
}

/**
 * htap_field_note_watch:
 * @field: an entry row, whose text gets the row's title as its accessible name, which libadwaita
 *   gives to the row alone
 * @check: what the field may hold
 * @data: for @check; it lives at least as long as the note
 */
void
htap_field_note_watch (HtapFieldNote *self, GtkWidget *field, HtapFieldCheck check, gpointer data)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (HTAP_IS_FIELD_NOTE (self));
  g_return_if_fail (ADW_IS_ENTRY_ROW (field) && self->field == NULL);

  htap_compat_show_text (GTK_EDITABLE (field));
  g_set_weak_pointer (&self->field, field);
  self->check = check;
  self->check_data = data;

  g_signal_connect_object (field, "notify::title", G_CALLBACK (on_field_notify_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "changed", G_CALLBACK (on_field_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_field_focus_leave), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);
  on_field_notify_title (self);
}

/**
 * htap_field_note_check:
 *
 * Looks at the field now, and says what is wrong with it.
 */
HtapFormVerdict
htap_field_note_check (HtapFieldNote *self)
{
  const char *message = NULL;
  HtapFormVerdict verdict;

  g_return_val_if_fail (HTAP_IS_FIELD_NOTE (self), HTAP_FORM_FINE);
  g_return_val_if_fail (self->field != NULL, HTAP_FORM_FINE);

  verdict =
      self->check (gtk_editable_get_text (GTK_EDITABLE (self->field)), self->check_data, &message);
  htap_field_note_say (self, verdict, message);

  return verdict;
}

HtapFormVerdict
htap_field_note_get_verdict (HtapFieldNote *self)
{
  g_return_val_if_fail (HTAP_IS_FIELD_NOTE (self), HTAP_FORM_FINE);

  return self->verdict;
}

/**
 * htap_field_note_get_message:
 *
 * Returns: (transfer none): the sentence it says; empty while it says nothing
 */
const char *
htap_field_note_get_message (HtapFieldNote *self)
{
  g_return_val_if_fail (HTAP_IS_FIELD_NOTE (self), NULL);

  return gtk_label_get_text (self->label);
}

/**
 * htap_field_note_say:
 * @message: (nullable): a sentence; %NULL hides the row
 */
void
htap_field_note_say (HtapFieldNote *self, HtapFormVerdict verdict, const char *message)
{
  g_return_if_fail (HTAP_IS_FIELD_NOTE (self));

  self->verdict = verdict;
  gtk_label_set_text (self->label, message != NULL ? message : "");
  gtk_image_set_from_icon_name (self->icon, verdict == HTAP_FORM_ERROR ? "dialog-error-symbolic"
                                                                       : "dialog-warning-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->icon), verdict != HTAP_FORM_FINE);
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
  mark (GTK_WIDGET (self), verdict);

  if (self->field != NULL)
    mark_field (self);
}
