/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-remove-dialog.h"

#include "htap-test.h"
#include "htap-widget-test.h"

typedef struct {
  HtapTestWindow *window;
  HtapProfile    *profile;
  GCancellable   *cancellable;
  GAsyncResult   *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = htap_test_window_new (NULL, 600, 400);
  fixture->profile = htap_profile_new (NULL);
  fixture->cancellable = g_cancellable_new ();
  htap_profile_set_name (fixture->profile, "<b>Sales & more</b>");
  htap_remove_dialog_confirm_async (fixture->window->window, fixture->profile, fixture->cancellable,
                                    htap_test_on_result, &fixture->result);
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->profile);
  g_object_unref (fixture->cancellable);
  g_clear_object (&fixture->result);
  htap_test_window_free (fixture->window);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog = find_dialog ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Remove “<b>Sales & more</b>”?");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==,
                   "This also removes its credentials from the keyring and its saved data from "
                   "this computer. Nothing changes in the cloud.");
  htap_widget_test_screenshot_of (GTK_WIDGET (dialog), "remove");

  adw_message_dialog_response (dialog, "confirm");
  htap_test_await (&fixture->result);
  g_assert_true (htap_remove_dialog_confirm_finish (fixture->result, &error));
  g_assert_no_error (error);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_window_close (GTK_WINDOW (find_dialog ()));
  htap_test_await (&fixture->result);
  g_assert_false (htap_remove_dialog_confirm_finish (fixture->result, &error));
  g_assert_no_error (error);
}

static void
test_parent_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = gtk_window_new ();
  g_autoptr (GAsyncResult) result = NULL;

  gtk_window_close (GTK_WINDOW (find_dialog ()));
  htap_test_await (&fixture->result);

  gtk_window_present (GTK_WINDOW (parent));
  htap_remove_dialog_confirm_async (GTK_WINDOW (parent), fixture->profile, NULL,
                                    htap_test_on_result, &result);
  htap_widget_test_settle ();
  g_assert_nonnull (find_dialog ());
  gtk_window_destroy (GTK_WINDOW (parent));
  htap_test_await (&result);
  g_assert_false (htap_remove_dialog_confirm_finish (result, &error));
  g_assert_no_error (error);
  g_assert_null (find_dialog ());
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  htap_test_await (&fixture->result);
  g_assert_false (htap_remove_dialog_confirm_finish (fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  htap_widget_test_settle ();
  g_assert_null (find_dialog ());
}

#define ADD(name, function)                                                                        \
  g_test_add ("/remove-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("confirm", test_confirm);
  ADD ("close", test_close);
  ADD ("parent-goes", test_parent_goes);
  ADD ("cancel", test_cancel);

  return g_test_run ();
}
