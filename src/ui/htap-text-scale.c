/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-text-scale.h"

#include <adwaita.h>

/* What widths are made for: GNOME's font, at the resolution that is 100 %. */
#define USUAL_POINTS  11.0
#define USUAL_DPI     96.0
#define MAXIMUM_SCALE 4.0

/* How much of a monitor a dialog may take. */
#define ROOM 0.9

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

/**
 * htap_text_scale_down:
 * @pixels: a width on the screen
 *
 * Returns: pixels that would be as right for text of the usual size
 */
int
htap_text_scale_down (int pixels)
{
  return (int) (pixels / htap_text_scale_get () + 0.5);
}

/* Which monitor a window comes to is not known before. */
static GdkRectangle
get_room (GdkDisplay *display)
{
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkRectangle room = { .width = G_MAXINT, .height = G_MAXINT };

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      room.width = MIN (room.width, (int) (area.width * ROOM));
      room.height = MIN (room.height, (int) (area.height * ROOM));
    }

  return room;
}

/* Since libadwaita 1.4 a clamp grows with the text by itself. */
static gboolean
clamps_are_scaled (void)
{
  return adw_get_major_version () > 1 || adw_get_minor_version () >= 4;
}

static void
scale_clamps (GtkWidget *widget)
{
  if (ADW_IS_CLAMP (widget))
    {
      AdwClamp *clamp = ADW_CLAMP (widget);

      adw_clamp_set_maximum_size (clamp, htap_text_scale_up (adw_clamp_get_maximum_size (clamp)));
      adw_clamp_set_tightening_threshold (
          clamp, htap_text_scale_up (adw_clamp_get_tightening_threshold (clamp)));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scale_clamps (child);
}

/**
 * htap_text_scale_fit:
 * @window: a dialog that is not on the screen yet, built, whose default size is right for text of
 *   the usual size; only once
 *
 * Gives it and the forms in it as much room as the text needs, within what every monitor has.
 */
void
htap_text_scale_fit (GtkWindow *window)
{
  GdkRectangle room = get_room (gtk_widget_get_display (GTK_WIDGET (window)));
  int width, height;

  /* One that is not set, -1, stays so. */
  gtk_window_get_default_size (window, &width, &height);
  if (width > 0)
    width = MIN (htap_text_scale_up (width), room.width);
  if (height > 0)
    height = MIN (htap_text_scale_up (height), room.height);
  gtk_window_set_default_size (window, width, height);

  if (!clamps_are_scaled ())
    scale_clamps (GTK_WIDGET (window));
}
