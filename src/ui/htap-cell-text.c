/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-text.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* More than any column shows. Laying out a megabyte of failure message would stop the window. */
#define MAX_CHARACTERS 512

/**
 * htap_cell_text_new:
 *
 * Returns: (transfer floating): a #GtkInscription, to be put right into a cell
 */
GtkWidget *
htap_cell_text_new (void)
{
  GtkWidget *self =
      g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                    "min-chars", 0, "nat-chars", HTAP_CELL_TEXT_CHARACTERS, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (self, "htap-cell-text");

  return self;
}

/**
 * htap_cell_text_set_field:
 *
 * Makes it look as values of @field do. Called once.
 */
void
htap_cell_text_set_field (GtkInscription *self, const HtapField *field)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (htap_field_get_kind (field))
    {
    case HTAP_FIELD_KIND_ID:
      gtk_inscription_set_text_overflow (self, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE);
      gtk_widget_add_css_class (widget, "monospace");
      break;
    case HTAP_FIELD_KIND_NUMBER:
      gtk_inscription_set_xalign (self, 1);
      gtk_widget_add_css_class (widget, "numeric");
      break;
    case HTAP_FIELD_KIND_IP:
    case HTAP_FIELD_KIND_TIME:
      gtk_widget_add_css_class (widget, "numeric");
      break;
    case HTAP_FIELD_KIND_TEXT:
    case HTAP_FIELD_KIND_STATUS:
    case HTAP_FIELD_KIND_FLAG:
    case HTAP_FIELD_KIND_LIST:
    case HTAP_FIELD_KIND_FINDINGS:
    default:
      break;
    }
}

/* Before 4.12 GTK calls rows and cells by the names of their classes. */
static void
name_for_assistants (GtkInscription *self, const char *text, const char *row_name)
{
  GtkWidget *ours = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *cell = gtk_widget_get_parent (ours);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  g_autofree char *name = NULL;

  if (row == NULL || gtk_check_version (4, 12, 0) == NULL)
    return;

  /* Translators: what a screen reader says of an empty value. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : _ ("not set"), -1);
  name = htap_safe_text_dup_cut (row_name, MAX_CHARACTERS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * htap_cell_text_show:
 * @text: (nullable): untrusted text, shown as one harmless line; %NULL for an absent value
 * @row_name: what a screen reader calls the row; untrusted text
 */
void
htap_cell_text_show (GtkInscription *self, const char *text, const char *row_name)
{
  g_autofree char *safe = htap_safe_text_dup_cut (text, MAX_CHARACTERS);

  gtk_inscription_set_text (self, safe != NULL ? safe : "—");
  name_for_assistants (self, safe, row_name);
}

/**
 * htap_cell_text_measure:
 *
 * Returns: the width in pixels at which nothing of it is cut
 */
int
htap_cell_text_measure (GtkInscription *self)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), gtk_inscription_get_text (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}
