/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-mark.h"

#include "htap-cell-text.h"

/**
 * htap_cell_mark_clear:
 *
 * Takes it from its cell.
 */
void
htap_cell_mark_clear (HtapCellMark *self)
{
  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->sentence, g_free);
}

/* A screen reader says it after the value. */
static void
describe (const HtapCellMark *self, GtkInscription *text)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (text)));

  if (cell == NULL)
    return;

  if (self->sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->sentence, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static GtkWidget *
new_image (GtkInscription *text)
{
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", "htap-changed-symbolic", "halign", GTK_ALIGN_START,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, "htap-changed");
  gtk_widget_insert_after (image, gtk_widget_get_parent (GTK_WIDGET (text)), GTK_WIDGET (text));

  return image;
}

/**
 * htap_cell_mark_set:
 * @text: of a cell
 * @sentence: (nullable): untrusted text: what stood here before; %NULL takes the mark away
 */
void
htap_cell_mark_set (HtapCellMark *self, GtkInscription *text, const char *sentence)
{
  g_autofree char *safe = htap_cell_text_dup (sentence);

  if (g_strcmp0 (self->sentence, safe) == 0)
    return;

  g_free (self->sentence);
  self->sentence = g_steal_pointer (&safe);
  if (self->image == NULL)
    self->image = new_image (text);
  gtk_widget_set_visible (self->image, self->sentence != NULL);
  htap_cell_mark_place (self, text);
  describe (self, text);
}

/**
 * htap_cell_mark_place:
 * @text: another one than before
 *
 * The mark follows the text: at the end of the cell it would seem to be of the next one. Numbers
 * end there themselves.
 */
void
htap_cell_mark_place (const HtapCellMark *self, GtkInscription *text)
{
  gboolean follows = self->sentence != NULL && gtk_inscription_get_xalign (text) == 0;

  if (self->image == NULL)
    return;

  htap_cell_text_set_tight (text, follows);
  gtk_widget_set_hexpand (self->image, follows);
}

/**
 * htap_cell_mark_add_sentence:
 * @tooltip: (transfer full) (nullable): what the cell says of itself
 *
 * Returns: (transfer full) (nullable): @tooltip, and below it what the mark says
 */
char *
htap_cell_mark_add_sentence (const HtapCellMark *self, char *tooltip)
{
  g_autofree char *alone = tooltip;

  if (self->sentence == NULL)
    return g_steal_pointer (&alone);
  if (alone == NULL)
    return g_strdup (self->sentence);

  return g_strdup_printf ("%s\n%s", alone, self->sentence);
}
