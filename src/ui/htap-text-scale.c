/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-text-scale.h"

#include <gtk/gtk.h>

/* What widths are made for: GNOME's font, at the resolution that is 100 %. */
#define USUAL_POINTS  11.0
#define USUAL_DPI     96.0
#define MAXIMUM_SCALE 4.0

static double
get_points (const char *font_name)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (font_name);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (size <= 0)
    return USUAL_POINTS;

  return pango_font_description_get_size_is_absolute (font) ? size * 72 / USUAL_DPI : size;
}

/**
 * htap_text_scale_get:
 *
 * Returns: how many times larger than usual a person has text; never less than 1
 */
double
htap_text_scale_get (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font_name = NULL;
  int dpi = 0;
  double scale;

  if (settings == NULL)
    return 1;

  g_object_get (settings, "gtk-font-name", &font_name, "gtk-xft-dpi", &dpi, NULL);
  scale = font_name != NULL ? get_points (font_name) / USUAL_POINTS : 1;
  if (dpi > 0)
    scale *= dpi / 1024.0 / USUAL_DPI;

  return CLAMP (scale, 1, MAXIMUM_SCALE);
}

/**
 * htap_text_scale_up:
 * @pixels: a width that is right for text of the usual size
 *
 * Returns: pixels that are right for the text on the screen
 */
int
htap_text_scale_up (int pixels)
{
  return (int) (pixels * htap_text_scale_get () + 0.5);
}
