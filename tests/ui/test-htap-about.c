/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-about.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapInventory *inventory;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD-OPS", "cn-north-4:23a5b6",
                                "cn-north-4:ain07;cn-north-4:bin07");
  htap_window_test_answer (fixture->inventory, htap_window_test_get_source (fixture->inventory, 0),
                           G_GINT64_CONSTANT (1711116151), "normal normal normal");
  htap_window_test_fail (htap_window_test_get_source (fixture->inventory, 1), HTAP_ERROR_TIMEOUT);
  fixture->window = htap_test_window_new (NULL, 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static void
test_information (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "HTAP Inventory " HTAP_VERSION "\n",
    "\nGLib 2.",
    "\nGTK 4.",
    "\nlibadwaita 1.",
    "\nlibsoup 3.",
    "\njson-glib 1.",
    "\nlibsecret 0.",
    "\nDisplay: GdkX11Display\n",
    "\nRenderer: GskCairoRenderer\n",
    "\nLocale: C",
    "\nX-Language: en-us\n",
    "\nKeyring: ",
    "\nProfiles: 1\n",
    "\nTaurusDB instances: 2, of which could not be read: 1\n",
    "\nHTAP instances: 3\n",
    "\nRequests at a time: 8\n",
  };
  /* It may be pasted where everybody reads it. */
  static const char *const never[] = { "PROD", "ain07", "bin07", "23a5", "cn-north" };
  g_autofree char *text = htap_about_dup_information (fixture->window->window, fixture->inventory);

  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("no %s in %s", expected[i], text);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_null (strstr (text, never[i]));
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autofree char *information = NULL;
  GtkWidget *about = NULL;

  htap_about_show (fixture->window->window, fixture->inventory);
  htap_widget_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_ABOUT_WINDOW (window))
        about = window;
    }

  g_assert_nonnull (about);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (about)) == fixture->window->window);
  g_assert_true (htap_widget_test_shows (about, "HTAP Inventory"));
  g_object_get (about, "debug-info", &information, NULL);
  g_assert_nonnull (strstr (information, "\nProfiles: 1\n"));
  htap_widget_test_screenshot_of (about, "about");
  gtk_window_destroy (GTK_WINDOW (about));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/about/information", Fixture, NULL, set_up, test_information, tear_down);
  g_test_add ("/about/show", Fixture, NULL, set_up, test_show, tear_down);

  return g_test_run ();
}
