/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-row.h"

#include "htap-detail-speech.h"
#include "htap-safe-text.h"
#include "htap-status-badge.h"

#include <glib/gi18n-lib.h>

/* Longer than this a text is not read in a pane; the tooltip has more of it. */
#define MAX_TEXT_LINES 6

struct _HtapDetailRow {
  GtkListBoxRow   parent_instance;
  HtapDetailFact *fact;
  char           *subject; /* whose fact it is, for the sentence about copying */

  GtkLabel       *label;
  GtkLabel       *value;
  HtapStatusBadge *status;
  GtkLabel       *note;
  GtkLabel       *more;
  GtkButton      *retry;
  GtkImage       *copy_icon;
  GtkMenuButton  *copy_menu;
};

G_DEFINE_FINAL_TYPE (HtapDetailRow, htap_detail_row, GTK_TYPE_LIST_BOX_ROW)

/* The parameter of `win.copy-text`: what is copied, and the sentence that says so. */
static GVariant *
new_copy_parameter (HtapDetailRow *self, const char *text)
{
  g_autofree char *sentence = NULL;

  if (self->subject != NULL)
    /* Translators: what was copied, and in parentheses the name of the instance it belongs to. */
    sentence = g_strdup_printf (_ ("Copied %s (%s)"), text, self->subject);
  else
    /* Translators: %s is what was copied. */
    sentence = g_strdup_printf (_ ("Copied %s"), text);

  return g_variant_new ("(ss)", text, sentence);
}

static GMenuModel *
new_copy_menu (HtapDetailRow *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->fact->copies->len; i++)
    {
      const HtapDetailCopy *copy = self->fact->copies->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (copy->label, NULL);

      g_menu_item_set_action_and_target_value (item, "win.copy-text",
                                               new_copy_parameter (self, copy->text));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/* One thing to copy: the row itself does it. Several: the row copies the first, a menu has all. */
static void
show_copies (HtapDetailRow *self)
{
  guint n_copies = self->fact->copies->len;
  g_autoptr (GMenuModel) menu = n_copies > 1 ? new_copy_menu (self) : NULL;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self),
                                    n_copies > 0 || self->fact->offers_retry);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_icon), n_copies == 1);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_menu), n_copies > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->retry), self->fact->offers_retry);
  gtk_menu_button_set_menu_model (self->copy_menu, menu);
}

/* Facts say what the cloud said; only what is shown of them is made harmless. */
static char *
dup_shown (const char *text)
{
  return htap_safe_text_dup_cut (text, HTAP_DETAIL_MAX_CHARACTERS);
}

static void
show_value (HtapDetailRow *self)
{
  const HtapDetailFact *fact = self->fact;
  g_autofree char *shown = dup_shown (fact->value);
  GtkWidget *value = GTK_WIDGET (self->value);
  gboolean is_identifier = fact->style == HTAP_DETAIL_FACT_IDENTIFIER;

  /* Translators: shown in place of a value that is not there. */
  gtk_label_set_text (self->value, shown != NULL ? shown : _ ("—"));
  gtk_label_set_wrap (self->value, !is_identifier);
  gtk_label_set_lines (self->value, is_identifier ? -1 : MAX_TEXT_LINES);
  gtk_label_set_ellipsize (self->value,
                           is_identifier ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);

  if (is_identifier && fact->value != NULL)
    gtk_widget_add_css_class (value, "monospace");
  else
    gtk_widget_remove_css_class (value, "monospace");

  if (fact->value == NULL || fact->style == HTAP_DETAIL_FACT_NOTHING)
    gtk_widget_add_css_class (value, "dim-label");
  else
    gtk_widget_remove_css_class (value, "dim-label");
}

/* A label without a text takes no room. */
static void
show_text (GtkLabel *label, const char *text)
{
  g_autofree char *shown = dup_shown (text);

  gtk_label_set_text (label, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (label), shown != NULL);
}

static void
show_status (HtapDetailRow *self)
{
  const HtapDetailFact *fact = self->fact;

  gtk_widget_set_visible (GTK_WIDGET (self->status), fact->status != NULL);
  if (fact->status != NULL)
    htap_status_badge_set_status (self->status, fact->shown_status, fact->status);
}

static void
show_accessible (HtapDetailRow *self)
{
  g_autofree char *shown = dup_shown (self->fact->value);
  g_autofree char *spoken = htap_detail_speech_dup (self->fact);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown != NULL ? shown : _ ("not set"), -1);
}

static gboolean
on_copy_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  htap_detail_row_copy (HTAP_DETAIL_ROW (widget));

  return GDK_EVENT_STOP;
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkMenuButton *menu = HTAP_DETAIL_ROW (widget)->copy_menu;

  if (!gtk_widget_get_visible (GTK_WIDGET (menu)))
    return GDK_EVENT_PROPAGATE;

  gtk_menu_button_popup (menu);

  return GDK_EVENT_STOP;
}

static void
htap_detail_row_finalize (GObject *object)
{
  HtapDetailRow *self = HTAP_DETAIL_ROW (object);

  g_clear_pointer (&self->fact, htap_detail_fact_unref);
  g_free (self->subject);

  G_OBJECT_CLASS (htap_detail_row_parent_class)->finalize (object);
}

static void
htap_detail_row_class_init (HtapDetailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_detail_row_finalize;

  g_type_ensure (HTAP_TYPE_STATUS_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-detail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, label);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, value);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, status);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, note);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, more);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, retry);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, copy_icon);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailRow, copy_menu);

  /* Not accelerators of the window: those would take Ctrl+C from the entries. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, on_copy_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

static void
htap_detail_row_init (HtapDetailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_detail_row_new (void)
{
  return g_object_new (HTAP_TYPE_DETAIL_ROW, NULL);
}

/**
 * htap_detail_row_get_fact:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HtapDetailFact *
htap_detail_row_get_fact (HtapDetailRow *self)
{
  g_return_val_if_fail (HTAP_IS_DETAIL_ROW (self), NULL);

  return self->fact;
}

/**
 * htap_detail_row_set_fact:
 * @fact: (transfer none): what to show
 * @subject: (nullable): name of the instance it belongs to
 */
void
htap_detail_row_set_fact (HtapDetailRow *self, HtapDetailFact *fact, const char *subject)
{
  g_autofree char *tooltip = NULL;

  g_return_if_fail (HTAP_IS_DETAIL_ROW (self));

  if (self->fact != NULL && htap_detail_fact_equal (self->fact, fact) &&
      g_strcmp0 (self->subject, subject) == 0)
    return;

  htap_detail_fact_ref (fact);
  g_clear_pointer (&self->fact, htap_detail_fact_unref);
  self->fact = fact;
  g_free (self->subject);
  self->subject = g_strdup (subject);

  show_text (self->label, fact->label);
  show_text (self->note, fact->note);
  show_text (self->more, fact->more);
  show_status (self);
  tooltip = dup_shown (fact->tooltip != NULL ? fact->tooltip : fact->value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  show_value (self);
  show_copies (self);
  show_accessible (self);
}

/**
 * htap_detail_row_copy:
 *
 * Asks the window to copy what the row shows (`win.copy-text`); a row without a value does nothing.
 */
void
htap_detail_row_copy (HtapDetailRow *self)
{
  const HtapDetailCopy *copy;

  g_return_if_fail (HTAP_IS_DETAIL_ROW (self));

  if (self->fact == NULL || self->fact->copies->len == 0)
    return;

  copy = self->fact->copies->pdata[0];
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.copy-text",
                                      new_copy_parameter (self, copy->text));
}

/**
 * htap_detail_row_activate:
 *
 * What a click on the row does: it copies, or asks for what could not be read (`details.reload`).
 */
void
htap_detail_row_activate (HtapDetailRow *self)
{
  g_return_if_fail (HTAP_IS_DETAIL_ROW (self));

  if (self->fact != NULL && self->fact->offers_retry)
    gtk_widget_activate_action (GTK_WIDGET (self), "details.reload", NULL);
  else
    htap_detail_row_copy (self);
}
