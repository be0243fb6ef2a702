/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-dialog.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapTestDemo *demo;
  HtapTestWindow *window;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->demo = htap_test_demo_new ();
  fixture->window = htap_test_window_new (NULL, 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  /* What was stopped holds on to the inventory until it has answered. */
  htap_widget_test_settle ();
  htap_test_demo_free (fixture->demo);
}

static void
open_dialog (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile =
      g_list_model_get_item (htap_inventory_get_profiles (fixture->demo->inventory), 0);

  fixture->dialog =
      htap_test_dialog_new (fixture->window->window, fixture->demo->inventory, profile);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Words;

static gboolean
are_said (gpointer data)
{
  const Words *words = data;

  return htap_widget_test_shows (words->fixture->dialog, words->text);
}

static void
wait_for (Fixture *fixture, const char *text)
{
  Words words = { fixture, text };

  htap_test_wait_until (are_said, &words, text);
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = htap_window_test_find_button (fixture->dialog, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* With the secrets that are there; and once more. */
static void
test_passed (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  wait_for (fixture, "Connection Test Passed");
  g_assert_true (htap_widget_test_shows (fixture->dialog, "demo"));
  g_assert_true (htap_widget_test_shows (fixture->dialog, "The service accepts the sign-in."));
  htap_widget_test_screenshot_of (fixture->dialog, "test-dialog");

  press (fixture, "Test Again");
  g_assert_true (htap_widget_test_shows (fixture->dialog, "Testing the Connection"));
  wait_for (fixture, "Connection Test Passed");
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      g_list_model_get_item (htap_inventory_get_profiles (fixture->demo->inventory), 0);
  g_autoptr (HtapCredentials) wrong = htap_credentials_new_token ("wrong");

  htap_inventory_add_transient_profile (fixture->demo->inventory, profile, wrong);
  open_dialog (fixture);
  wait_for (fixture, "Connection Test Failed");
  g_assert_true (htap_widget_test_shows (fixture->dialog, "The service can be reached."));
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_delay (fixture->demo->cloud, 60000);
  open_dialog (fixture);
  press (fixture, "Stop");
  g_assert_true (htap_widget_test_shows (fixture->dialog, "Connection Test Stopped"));

  /* So does who closes it. */
  press (fixture, "Test Again");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/test-dialog/passed", Fixture, NULL, set_up, test_passed, tear_down);
  g_test_add ("/test-dialog/failed", Fixture, NULL, set_up, test_failed, tear_down);
  g_test_add ("/test-dialog/stopped", Fixture, NULL, set_up, test_stopped, tear_down);

  return g_test_run ();
}
