/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-text.h"

#include "htap-compat.h"
#include "htap-safe-text.h"

/* More than any column shows. Laying out a megabyte of failure message would stop the window. */
#define MAX_CHARACTERS 512

/* What stands for an absent value. */
#define NOTHING "—"

/* Digits of one width, so that they stand one below the other. */
#define TABULAR "tnum=1"

/**
 * htap_cell_text_clear:
 *
 * Frees what it holds; it shows an absent value then.
 */
void
htap_cell_text_clear (HtapCellText *self)
{
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->layout);
}

/**
 * htap_cell_text_forget_layout:
 *
 * The font, its scale or the direction of writing is another one now.
 */
void
htap_cell_text_forget_layout (HtapCellText *self)
{
  g_clear_object (&self->layout);
}

/**
 * htap_cell_text_dup_safe:
 * @text: (nullable): untrusted text
 *
 * Returns: (transfer full) (nullable): what a cell may show or say of it, one harmless line; %NULL
 *   for %NULL
 */
char *
htap_cell_text_dup_safe (const char *text)
{
  return htap_safe_text_dup_cut (text, MAX_CHARACTERS);
}

/**
 * htap_cell_text_set:
 * @text: (nullable): untrusted text, shown as one harmless line; %NULL for an absent value
 *
 * Returns: whether something else is shown now
 */
gboolean
htap_cell_text_set (HtapCellText *self, const char *text)
{
  g_autofree char *safe = htap_cell_text_dup_safe (text);

  if (g_strcmp0 (self->shown, safe) == 0)
    return FALSE;

  g_free (self->shown);
  self->shown = g_steal_pointer (&safe);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, htap_cell_text_get (self), -1);

  return TRUE;
}

/**
 * htap_cell_text_get:
 *
 * Returns: (transfer none): what is shown, also of an absent value
 */
const char *
htap_cell_text_get (const HtapCellText *self)
{
  return self->shown != NULL ? self->shown : NOTHING;
}

/**
 * htap_cell_text_get_css_class:
 *
 * Returns: (transfer none) (nullable): the style class that a cell with values of @field has, for
 *   their font
 */
const char *
htap_cell_text_get_css_class (const HtapField *field)
{
  return htap_field_get_kind (field) == HTAP_FIELD_KIND_ID ? "monospace" : NULL;
}

static gboolean
has_tabular_digits (HtapFieldKind kind)
{
  return kind == HTAP_FIELD_KIND_NUMBER || kind == HTAP_FIELD_KIND_IP ||
         kind == HTAP_FIELD_KIND_TIME;
}

/**
 * htap_cell_text_lay_out:
 * @widget: the cell
 *
 * Returns: (transfer full): the text as values of its field look, as wide as it is
 */
PangoLayout *
htap_cell_text_lay_out (const HtapCellText *self, GtkWidget *widget)
{
  const HtapFieldKind kind = htap_field_get_kind (self->field);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, htap_cell_text_get (self));

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  /* Ids differ at both ends. */
  pango_layout_set_ellipsize (layout, kind == HTAP_FIELD_KIND_ID ? PANGO_ELLIPSIZE_MIDDLE
                                                                 : PANGO_ELLIPSIZE_END);
  if (kind == HTAP_FIELD_KIND_NUMBER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  if (has_tabular_digits (kind))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new (TABULAR));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

/**
 * htap_cell_text_measure:
 * @widget: the cell
 *
 * Returns: the width in pixels at which nothing of it is cut
 */
int
htap_cell_text_measure (const HtapCellText *self, GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = htap_cell_text_lay_out (self, widget);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* A text in glyphs of another font, as Chinese is, may be higher than a line of the cell's own: the
 * baseline stays where it is for all of them. Returns: pixels from the top of the cell */
static double
get_top (PangoLayout *layout, int height)
{
  PangoContext *context = pango_layout_get_context (layout);
  g_autoptr (PangoFont) font =
      pango_context_load_font (context, pango_context_get_font_description (context));
  PangoFontMetrics *metrics = pango_font_get_metrics (font, NULL);
  const int ascent = pango_font_metrics_get_ascent (metrics);
  const int descent = pango_font_metrics_get_descent (metrics);
  const int baseline = (height * PANGO_SCALE - ascent - descent) / 2 + ascent;

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS (baseline) - PANGO_PIXELS (pango_layout_get_baseline (layout));
}

/**
 * htap_cell_text_snapshot:
 * @widget: the cell
 * @x: where there is room for it, in pixels from the left end of @widget
 * @width: pixels; what is wider is cut
 */
void
htap_cell_text_snapshot (
    HtapCellText *self, GtkWidget *widget, GtkSnapshot *snapshot, int x, int width)
{
  graphene_point_t origin;
  GdkRGBA color;

  if (width <= 0)
    return;
  if (self->layout == NULL)
    self->layout = htap_cell_text_lay_out (self, widget);

  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  htap_compat_get_color (widget, &color);
  graphene_point_init (&origin, (float) x,
                       (float) get_top (self->layout, gtk_widget_get_height (widget)));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}
