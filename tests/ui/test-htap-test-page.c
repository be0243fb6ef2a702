/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-page.h"

#include "htap-policy.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapTestDemo *demo;
  HtapTestWindow *window;
  HtapTestPage *page;
  HtapProfile *profile;
  HtapCredentials *credentials;
  guint n_finished;
  gboolean passed;
} Fixture;

static void
on_page_finished (Fixture *fixture, gboolean passed)
{
  fixture->n_finished++;
  fixture->passed = passed;
}

/* The demo's own profile, and its token. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = NULL;

  fixture->demo = htap_test_demo_new ();
  profile = g_list_model_get_item (htap_inventory_get_profiles (fixture->demo->inventory), 0);
  fixture->profile = htap_profile_copy (profile);
  fixture->credentials =
      htap_credentials_new_token (htap_demo_cloud_get_token (fixture->demo->cloud));
  fixture->page = HTAP_TEST_PAGE (htap_test_page_new ());
  g_signal_connect_swapped (fixture->page, "finished", G_CALLBACK (on_page_finished), fixture);
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->page), 520, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  /* What was stopped holds on to the inventory until it has answered. */
  htap_widget_test_settle ();
  g_object_unref (fixture->profile);
  htap_credentials_unref (fixture->credentials);
  htap_test_demo_free (fixture->demo);
}

static gboolean
is_finished (gpointer data)
{
  return ((Fixture *) data)->n_finished > 0;
}

static void
run (Fixture *fixture)
{
  fixture->n_finished = 0;
  htap_test_page_run (fixture->page, fixture->demo->inventory, fixture->profile,
                      fixture->credentials);
  htap_test_wait_until (is_finished, fixture, "the end of the test");
  htap_widget_test_settle ();
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return htap_widget_test_shows (GTK_WIDGET (fixture->page), text);
}

static void
test_passed (Fixture *fixture, gconstpointer data)
{
  run (fixture);
  g_assert_true (fixture->passed);
  g_assert_true (says (fixture, "The service accepts the sign-in."));
  g_assert_true (says (fixture, "Instances may be listed."));
  htap_widget_test_screenshot (fixture->window, "test-page-passed");
}

/* The reason, and what to do, stand at the step; the focus is there. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  htap_credentials_set (fixture->credentials, HTAP_SECRET_TOKEN, "wrong");
  run (fixture);
  g_assert_false (fixture->passed);
  g_assert_true (says (fixture, "The service can be reached."));
  g_assert_true (says (fixture, "Not tested."));
  focus = gtk_window_get_focus (fixture->window->window);
  g_assert_true (gtk_widget_has_css_class (focus, "failed"));
  htap_widget_test_screenshot (fixture->window, "test-page-failed");

  /* And once more, with what was missing. */
  htap_credentials_set (fixture->credentials, HTAP_SECRET_TOKEN,
                        htap_demo_cloud_get_token (fixture->demo->cloud));
  run (fixture);
  g_assert_true (fixture->passed);
}

/* Nothing is told of it, not even when its page is gone first. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_delay (fixture->demo->cloud, 60000);
  htap_test_page_run (fixture->page, fixture->demo->inventory, fixture->profile,
                      fixture->credentials);
  htap_widget_test_settle ();
  htap_test_page_stop (fixture->page);
  htap_widget_test_settle ();
  g_assert_cmpuint (fixture->n_finished, ==, 0);

  htap_test_page_run (fixture->page, fixture->demo->inventory, fixture->profile,
                      fixture->credentials);
}

static void
test_policy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button =
      htap_window_test_find_button (GTK_WIDGET (fixture->page), "Copy Minimal Policy");
  GdkContentProvider *provider;
  g_auto (GValue) value = G_VALUE_INIT;

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (says (fixture, "Copied"));
  provider = gdk_clipboard_get_content (gtk_widget_get_clipboard (button));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, htap_policy_get_minimal ());
}

#define ADD(name, function)                                                                        \
  g_test_add ("/test-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD ("passed", test_passed);
  ADD ("failed", test_failed);
  ADD ("stopped", test_stopped);
  ADD ("policy", test_policy);

  return g_test_run ();
}
