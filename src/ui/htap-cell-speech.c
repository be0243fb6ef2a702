/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-speech.h"

#include "htap-cell-text.h"

#include <glib/gi18n-lib.h>

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * htap_cell_speech_name:
 * @cell: what the program puts into a cell of the list
 * @text: (nullable): harmless text: the value; %NULL for an absent one
 * @row_name: untrusted text: what the row is called
 *
 * Before 4.12 GTK calls rows, and its own cell around @cell, by the names of their classes.
 */
void
htap_cell_speech_name (GtkWidget *cell, const char *text, const char *row_name)
{
  GtkWidget *outer = gtk_widget_get_parent (cell);
  GtkWidget *row = outer != NULL ? gtk_widget_get_parent (outer) : NULL;
  g_autofree char *safe = NULL;

  if (text == NULL)
    /* Translators: what a screen reader says of an empty value. */
    text = _ ("not set");

  if (row == NULL || gtk_check_version (4, 12, 0) == NULL)
    {
      set_label (cell, text);
      return;
    }

  set_label (outer, text);
  /* One cell of a row is enough. */
  if (gtk_widget_get_prev_sibling (outer) == NULL)
    {
      safe = htap_cell_text_dup_safe (row_name);
      set_label (row, safe);
    }
}

/**
 * htap_cell_speech_describe:
 * @sentence: (nullable): harmless text, said after the value; %NULL for none
 */
void
htap_cell_speech_describe (GtkWidget *cell, const char *sentence)
{
  GtkWidget *outer = gtk_widget_get_parent (cell);

  if (outer == NULL)
    return;

  if (sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    sentence, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
