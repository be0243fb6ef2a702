/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-text-scale.h"

#include "htap-column.h"
#include "htap-widget-test.h"

static void
set_text (const char *font, int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, "gtk-xft-dpi", dpi * 1024,
                NULL);
}

static void
test_scale (void)
{
  static const struct
  {
    const char *font;
    int dpi;
    double scale;
  } cases[] = {
    { "Cantarell 11", 96, 1 },  { "Cantarell 11", 192, 2 }, { "Cantarell 22", 96, 2 },
    { "Cantarell 22", 192, 4 }, { "Sans 8", 96, 1 },        { "Sans", 192, 2 },
    { "Cantarell 99", 960, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_text (cases[i].font, cases[i].dpi);
      g_assert_cmpfloat_with_epsilon (htap_text_scale_get (), cases[i].scale, 0.001);
      g_assert_cmpint (htap_text_scale_up (100), ==, (int) (100 * cases[i].scale));
    }
}

static void
test_columns (void)
{
  const HtapField *name = htap_field_get (HTAP_FIELD_NAME);
  int usual;

  set_text ("Cantarell 11", 96);
  usual = htap_column_get_default_width (name);
  set_text ("Cantarell 11", 192);
  g_assert_cmpint (htap_column_get_default_width (name), ==, 2 * usual);
}

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/text-scale/scale", test_scale);
  g_test_add_func ("/text-scale/columns", test_columns);

  return g_test_run ();
}
