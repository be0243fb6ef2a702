/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-row.h"

#include "htap-request-text.h"

/* Room for what became of a request, so that all questions begin below each other. */
#define OUTCOME_CHARACTERS 12

struct _HtapRequestRow
{
  GtkWidget parent_instance;
  GtkImage *icon;
  GtkInscription *outcome;
  GtkWidget *texts;
  GtkInscription *question;
  GtkInscription *rest;
};

G_DEFINE_FINAL_TYPE (HtapRequestRow, htap_request_row, GTK_TYPE_WIDGET)

/* By HtapRequestOutcome; the style's name is a class of the icon. */
static const struct
{
  const char *icon_name;
  const char *style;
} looks[] = {
  [HTAP_REQUEST_SUCCEEDED] = { "emblem-ok-symbolic", "succeeded" },
  [HTAP_REQUEST_REFUSED] = { "dialog-error-symbolic", "refused" },
  [HTAP_REQUEST_UNANSWERED] = { "network-error-symbolic", "unanswered" },
  [HTAP_REQUEST_CANCELLED] = { "process-stop-symbolic", "cancelled" },
};

static void
htap_request_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (htap_request_row_parent_class)->dispose (object);
}

static void
htap_request_row_class_init (HtapRequestRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_request_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "request-row");
}

static GtkInscription *
new_inscription (guint n_characters, GtkInscriptionOverflow overflow)
{
  GtkWidget *inscription =
      g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", overflow, "min-chars", n_characters,
                    "nat-chars", n_characters, NULL);

  gtk_widget_add_css_class (inscription, "htap-cell-text");

  return GTK_INSCRIPTION (inscription);
}

static void
htap_request_row_init (HtapRequestRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "valign", GTK_ALIGN_CENTER, NULL);
  self->outcome = new_inscription (OUTCOME_CHARACTERS, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  self->question = new_inscription (0, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->question), "monospace");
  self->rest = new_inscription (0, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "dim-label");
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_box_append (GTK_BOX (self->texts), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (self->texts), GTK_WIDGET (self->rest));

  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->outcome), GTK_WIDGET (self));
  gtk_widget_set_parent (self->texts, GTK_WIDGET (self));
}

GtkWidget *
htap_request_row_new (void)
{
  return g_object_new (HTAP_TYPE_REQUEST_ROW, NULL);
}

/* Before 4.12 GTK does not name a list's item after what is in it. */
static void
name_item (HtapRequestRow *self, const char *name)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item != NULL && gtk_check_version (4, 12, 0) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * htap_request_row_show:
 *
 * Shows @entry, which never changes.
 */
void
htap_request_row_show (HtapRequestRow *self, HtapRequestEntry *entry)
{
  const HtapRequestFacts *facts = htap_request_entry_get_facts (entry);
  const char *const classes[] = { "htap-request", looks[facts->outcome].style, NULL };
  g_autofree char *outcome = htap_request_text_dup_outcome (facts);
  g_autofree char *question = htap_request_text_dup_question (facts);
  g_autofree char *rest = htap_request_text_dup_rest (facts);
  g_autofree char *name = htap_request_text_dup_sentence (facts);

  g_return_if_fail (HTAP_IS_REQUEST_ROW (self));

  gtk_image_set_from_icon_name (self->icon, looks[facts->outcome].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **) classes);
  gtk_inscription_set_text (self->outcome, outcome);
  gtk_inscription_set_text (self->question, question);
  gtk_inscription_set_text (self->rest, rest);
  gtk_widget_set_tooltip_text (self->texts, question);
  name_item (self, name);
}
