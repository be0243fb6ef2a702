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

static void
assert_fit (int width, int height, int fit_width, int fit_height)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (dialog, width, height);
  htap_text_scale_fit (dialog);
  gtk_window_get_default_size (dialog, &width, &height);
  g_assert_cmpint (width, ==, fit_width);
  g_assert_cmpint (height, ==, fit_height);
  gtk_window_destroy (dialog);
}

/* The screen of the tests has 1280 × 900. */
static void
test_dialogs (void)
{
  set_text ("Cantarell 11", 96);
  assert_fit (500, 400, 500, 400);
  assert_fit (500, -1, 500, -1);
  set_text ("Cantarell 11", 192);
  assert_fit (500, 400, 1000, 800);
  assert_fit (800, 600, 1152, 810);
}

/* A form has as many letters to a line as ever. */
static void
test_forms (void)
{
  GtkWidget *dialog = gtk_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_window_set_child (GTK_WINDOW (dialog), clamp);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 600);

  set_text ("Cantarell 11", 96);
  htap_text_scale_fit (GTK_WINDOW (dialog));
  g_assert_cmpint (adw_clamp_get_maximum_size (ADW_CLAMP (clamp)), ==, 600);
  set_text ("Cantarell 11", 192);
  htap_text_scale_fit (GTK_WINDOW (dialog));
  if (adw_get_minor_version () < 4)
    g_assert_cmpint (adw_clamp_get_maximum_size (ADW_CLAMP (clamp)), ==, 1200);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_there_and_back (void)
{
  set_text ("Cantarell 11", 120);
  for (int pixels = 100; pixels < 1000; pixels++)
    g_assert_cmpint (htap_text_scale_down (htap_text_scale_up (pixels)), ==, pixels);
}

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/text-scale/scale", test_scale);
  g_test_add_func ("/text-scale/columns", test_columns);
  g_test_add_func ("/text-scale/dialogs", test_dialogs);
  g_test_add_func ("/text-scale/forms", test_forms);
  g_test_add_func ("/text-scale/there-and-back", test_there_and_back);

  return g_test_run ();
}
