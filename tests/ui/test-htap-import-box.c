/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-box.h"

#include "htap-test.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  HtapImportBox *box;
  GPtrArray *offers;
  HtapImportOffer *chosen;
} Fixture;

static void
on_box_chosen (Fixture *fixture, HtapImportOffer *offer)
{
  fixture->chosen = offer;
}

static void
add_offer (Fixture *fixture, HtapImportOrigin origin, const char *name)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();

  g_ptr_array_add (fixture->offers,
                   htap_import_offer_new (origin, NULL, name, profile, credentials));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->offers = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->box = HTAP_IMPORT_BOX (htap_import_box_new ());
  g_signal_connect_swapped (fixture->box, "chosen", G_CALLBACK (on_box_chosen), fixture);
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->box), 500, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_ptr_array_unref (fixture->offers);
}

static void
test_offers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (GPtrArray) same = NULL;

  add_offer (fixture, HTAP_IMPORT_KOOCLI, "<b>default</b>");
  add_offer (fixture, HTAP_IMPORT_SDK, NULL);
  add_offer (fixture, HTAP_IMPORT_ENVIRONMENT, NULL);
  htap_import_box_show (fixture->box, fixture->offers);
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->box),
                                         "Use KooCLI Profile “<b>default</b>”"));
  g_assert_true (
      htap_widget_test_shows (GTK_WIDGET (fixture->box), "Use the Credentials of the SDKs"));
  g_assert_true (
      htap_widget_test_shows (GTK_WIDGET (fixture->box), "Use the Environment Variables"));

  buttons = htap_widget_test_find_all (GTK_WIDGET (fixture->box), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (buttons->pdata[1], "clicked");
  g_assert_true (fixture->chosen == fixture->offers->pdata[1]);

  /* The same once more leaves the buttons where they are. */
  htap_import_box_show (fixture->box, fixture->offers);
  same = htap_widget_test_find_all (GTK_WIDGET (fixture->box), GTK_TYPE_BUTTON);
  g_assert_true (same->pdata[0] == buttons->pdata[0]);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  htap_import_box_show (fixture->box, fixture->offers);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->box)));

  add_offer (fixture, HTAP_IMPORT_SDK, NULL);
  htap_import_box_show (fixture->box, fixture->offers);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->box)));

  g_ptr_array_set_size (fixture->offers, 0);
  htap_import_box_show (fixture->box, fixture->offers);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->box)));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/import-box/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD ("offers", test_offers);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
