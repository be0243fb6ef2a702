/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-text.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* More than any column shows. Laying out a megabyte of failure message would stop the window. */
#define MAX_CHARACTERS 512

/* What a text asks for that gets what the column has. */
#define USUAL_CHARACTERS 8

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
                    "min-chars", 0, "nat-chars", USUAL_CHARACTERS, "hexpand", TRUE, NULL);

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

/**
 * htap_cell_text_dup:
 * @text: (nullable): untrusted text
 *
 * Returns: (transfer full) (nullable): what a cell may show of it, one harmless line; %NULL for
 *   %NULL
 */
char *
htap_cell_text_dup (const char *text)
{
  return htap_safe_text_dup_cut (text, MAX_CHARACTERS);
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
  name = htap_cell_text_dup (row_name);
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
  g_autofree char *safe = htap_cell_text_dup (text);

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

/* Returns: how many characters of the usual width take the room of the text */
static guint
count_usual_characters (GtkInscription *self)
{
  const int many = 100;
  int text_width = htap_cell_text_measure (self);
  int many_width;

  gtk_inscription_set_nat_chars (self, many);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &many_width, NULL,
                      NULL);

  return many_width > 0 ? (guint) (text_width * many / many_width + 1) : USUAL_CHARACTERS;
}

/**
 * htap_cell_text_set_tight:
 * @tight: whether it takes no more room than its present text, so that something can follow it
 */
void
htap_cell_text_set_tight (GtkInscription *self, gboolean tight)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), !tight);
  gtk_inscription_set_nat_chars (self, tight ? count_usual_characters (self) : USUAL_CHARACTERS);
}
