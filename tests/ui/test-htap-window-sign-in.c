/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-settings.h"
#include "htap-sign-in-dialog.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-private.h"
#include "htap-window-test.h"
#include "keyring-fixture.h"

#include <libsecret/secret.h>

/* The whole way from a notice's button to rows that are read, with a saved profile. */
typedef struct
{
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  GSettings *settings;
  HtapWindow *window;
} Fixture;

static GtkApplication *application;

static void
write_profiles (const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "htap-inventory", NULL);
  g_autofree char *path = g_build_filename (folder, "profiles.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture->cloud = htap_demo_cloud_new ();
  htap_demo_cloud_start (fixture->cloud, 0, &error);
  g_assert_no_error (error);
  text = htap_demo_cloud_dup_profile_by_hand (fixture->cloud);
  write_profiles (text);

  fixture->inventory = htap_inventory_new ("en-us");
  htap_inventory_load (fixture->inventory, &error);
  g_assert_no_error (error);
  fixture->settings = htap_settings_new (TRUE);
  g_settings_set (fixture->settings, "size", "(ii)", 1200, 700);
  fixture->window =
      HTAP_WINDOW (htap_window_new (application, fixture->inventory, fixture->settings, FALSE));
  gtk_window_present (GTK_WINDOW (fixture->window));
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  htap_widget_test_settle ();
  g_assert_finalize_object (fixture->settings);
  g_assert_finalize_object (fixture->inventory);
  htap_demo_cloud_stop (fixture->cloud);
  g_assert_finalize_object (fixture->cloud);
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

static void
wait_idle (Fixture *fixture)
{
  htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");
  htap_widget_test_settle ();
}

static void
refresh (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "refresh", NULL);
  wait_idle (fixture);
}

static void
assert_page (Fixture *fixture, HtapPage page)
{
  g_assert_cmpint (htap_list_pane_get_state (fixture->window->list_pane)->page, ==, page);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return htap_widget_test_shows (GTK_WIDGET (fixture->window), text);
}

/* What is said begins with the sentence, and goes on with the time of what is shown. */
static gboolean
says_with_age (Fixture *fixture, const char *sentence)
{
  g_autofree char *beginning = g_strconcat (sentence, " Showing data from ", NULL);
  g_autoptr (GPtrArray) labels =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window->list_pane), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_str_has_prefix (gtk_label_get_text (labels->pdata[i]), beginning))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find_offer (Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) buttons =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window->list_pane), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        htap_window_test_find_button (buttons->pdata[i], name) == buttons->pdata[i])
      return buttons->pdata[i];

  return NULL;
}

static void
click (Fixture *fixture, const char *name)
{
  GtkWidget *button = find_offer (fixture, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  htap_widget_test_settle ();
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (HTAP_IS_SIGN_IN_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
is_dialog_gone (gpointer data)
{
  return find_dialog () == NULL;
}

static void
submit (const char *token)
{
  GtkWindow *dialog = find_dialog ();
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_nonnull (dialog);
  entries = htap_widget_test_find_all (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW);
  gtk_editable_set_text (entries->pdata[0], token);
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
}

static void
sign_in (Fixture *fixture, const char *token)
{
  click (fixture, "Sign In");
  submit (token);
  htap_test_wait_until (is_dialog_gone, NULL, "the end of the dialog");
  wait_idle (fixture);
}

/* Nothing keeps the token, and nothing but the token is missing. */
static void
test_no_service (Fixture *fixture, gconstpointer data)
{
  refresh (fixture);
  assert_page (fixture, HTAP_PAGE_ERROR);
  g_assert_true (says (fixture, "No Keyring Service"));
  g_assert_false (says (fixture, "No keyring service is running. Credentials are forgotten when "
                                 "you quit."));

  sign_in (fixture, "wrong");
  assert_page (fixture, HTAP_PAGE_ERROR);
  g_assert_true (says (fixture, "Sign-In Failed"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "window-sign-in-failed");

  sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud));
  assert_page (fixture, HTAP_PAGE_LIST);
  g_assert_true (says (fixture, "No keyring service is running. Credentials are forgotten when you "
                                "quit."));
}

/* The list stays, the token is replaced from the banner. */
static void
test_expired (Fixture *fixture, gconstpointer data)
{
  refresh (fixture);
  sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud));
  assert_page (fixture, HTAP_PAGE_LIST);

  {
    g_autoptr (HtapProfile) profile =
        g_list_model_get_item (htap_inventory_get_profiles (fixture->inventory), 0);
    g_autoptr (HtapCredentials) expired = htap_credentials_new_token ("expired");
    g_autoptr (GAsyncResult) result = NULL;

    htap_inventory_sign_in_async (fixture->inventory, profile, expired, NULL, htap_test_on_result,
                                  &result);
    g_assert_true (
        htap_inventory_sign_in_finish (fixture->inventory, htap_test_await (&result), NULL));
  }
  refresh (fixture);
  assert_page (fixture, HTAP_PAGE_LIST);
  g_assert_true (says_with_age (fixture, "Sign-in expired."));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "window-sign-in-expired");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "window-sign-in-expired-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);

  sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud));
  g_assert_false (says_with_age (fixture, "Sign-in expired."));
  g_assert_null (find_offer (fixture, "Sign In"));
}

/* A person who closes the dialog finds everything as it was. */
static void
test_dialog_closed (Fixture *fixture, gconstpointer data)
{
  refresh (fixture);
  click (fixture, "Sign In");
  gtk_window_close (find_dialog ());
  htap_widget_test_settle ();
  g_assert_null (find_dialog ());
  assert_page (fixture, HTAP_PAGE_ERROR);
}

static gboolean
is_unlock_over (gpointer data)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (((Fixture *) data)->window),
                                            "unlock-keyring");
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  refresh (fixture);
  g_assert_true (says (fixture, "Not Signed In"));
  sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud));
  assert_page (fixture, HTAP_PAGE_LIST);

  keyring_fixture_lock ();
  refresh (fixture);
  assert_page (fixture, HTAP_PAGE_LIST);
  g_assert_true (
      says_with_age (fixture, "The keyring is locked. Unlock it to sign in; nothing was lost."));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "window-keyring-locked");

  /* Dismissed: it stays locked, and can be tried again. */
  click (fixture, "Unlock");
  keyring_fixture_answer_prompt (NULL, "Escape");
  htap_test_wait_until (is_unlock_over, fixture, "the end of the prompt");
  htap_widget_test_settle ();
  g_assert_nonnull (find_offer (fixture, "Unlock"));

  click (fixture, "Unlock");
  keyring_fixture_answer_prompt ("test-pass", "Return");
  htap_test_wait_until (is_unlock_over, fixture, "the end of the prompt");
  wait_idle (fixture);
  g_assert_null (find_offer (fixture, "Unlock"));
  assert_page (fixture, HTAP_PAGE_LIST);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  htap_widget_test_init (&argc, &argv);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  /* Each group needs another bus: meson.build runs one at a time. */
  g_test_add ("/window-sign-in/memory/no-service", Fixture, NULL, set_up, test_no_service,
              tear_down);
  g_test_add ("/window-sign-in/memory/expired", Fixture, NULL, set_up, test_expired, tear_down);
  g_test_add ("/window-sign-in/memory/dialog-closed", Fixture, NULL, set_up, test_dialog_closed,
              tear_down);
  g_test_add ("/window-sign-in/keyring/locked", Fixture, NULL, set_up, test_locked, tear_down);

  status = g_test_run ();
  g_object_unref (application);
  secret_service_disconnect ();

  return status;
}
