/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-failures-dialog.h"

#include "htap-error-text.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

typedef struct
{
  HtapInventory *inventory;
  HtapTestWindow *window;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapCredentials) token = htap_credentials_new_token ("token");
  HtapSource *source;

  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5",
                                "cn-north-4:ain07;cn-north-4:bin07;cn-north-4:cin07");
  source = htap_window_test_get_source (fixture->inventory, 0);
  /* So that no keyring is asked for any. */
  htap_inventory_add_transient_profile (fixture->inventory, htap_source_get_profile (source),
                                        token);
  htap_source_set_taurus_name (source, "taurus-<b>&");
  htap_window_test_fail (source, HTAP_ERROR_TIMEOUT);
  htap_window_test_answer (fixture->inventory, htap_window_test_get_source (fixture->inventory, 1),
                           NOW, "normal");
  htap_window_test_fail (htap_window_test_get_source (fixture->inventory, 2), HTAP_ERROR_FORBIDDEN);
  fixture->window = htap_test_window_new (NULL, 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static void
open_dialog (Fixture *fixture, HtapSource *only)
{
  g_autoptr (GPtrArray) scope = only != NULL ? g_ptr_array_new () : NULL;

  if (only != NULL)
    g_ptr_array_add (scope, only);
  fixture->dialog = htap_failures_dialog_new (fixture->window->window, fixture->inventory, scope);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
}

static guint
count_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->dialog, ADW_TYPE_ACTION_ROW);

  return rows->len;
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_window_test_get_source (fixture->inventory, 2);
  g_autofree char *sentence = htap_error_text_dup_sentence (htap_source_get_error (source), source);

  open_dialog (fixture, NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (htap_widget_test_shows (fixture->dialog, "taurus-<b>&"));
  g_assert_true (htap_widget_test_shows (fixture->dialog, "cin07"));
  g_assert_true (htap_widget_test_shows (fixture->dialog, sentence));
  g_assert_false (htap_widget_test_shows (fixture->dialog, "bin07"));
  htap_widget_test_screenshot_of (fixture->dialog, "failures");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

/* What a project has is not among the others. */
static void
test_project (Fixture *fixture, gconstpointer data)
{
  HtapDiscovery *discovery =
      htap_window_test_discover (fixture->inventory, "DISCOVERING", "cn-north-4:p");
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_FORBIDDEN, "403");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  htap_discovery_fail (discovery, error);
  open_dialog (fixture, NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_true (htap_widget_test_shows (fixture->dialog, "DISCOVERING · CN North-Beijing4"));

  /* It leaves the list when it is mended. */
  htap_discovery_succeed (discovery, NOW, none, TRUE);
  htap_widget_test_settle ();
  g_assert_null (htap_widget_test_find (fixture->dialog, "DISCOVERING · CN North-Beijing4"));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, htap_window_test_get_source (fixture->inventory, 2));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (htap_widget_test_shows (fixture->dialog, "cin07"));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *button = htap_window_test_find_button (widget, label);
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (widget, GTK_TYPE_BUTTON);

  for (guint i = 0; button == NULL && i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      button = buttons->pdata[i];

  return button;
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  htap_widget_test_settle ();
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_window_test_get_source (fixture->inventory, 0);
  GtkWidget *button;

  open_dialog (fixture, NULL);
  button = find_button (fixture->dialog, "Copy Details");
  click (button);
  g_assert_cmpuint (fixture->window->n_copies, ==, 1);
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied the details of the error");
  g_assert_nonnull (strstr (fixture->window->text, htap_source_get_taurus_id (source)));
  g_assert_null (strstr (fixture->window->text, "cin07"));

  click (find_button (fixture->dialog, "Copy All Details"));
  g_assert_cmpuint (fixture->window->n_copies, ==, 2);
  g_assert_nonnull (strstr (fixture->window->text, "ain07"));
  g_assert_nonnull (strstr (fixture->window->text, "cin07"));

  /* It was read in the meantime: there is nothing to complain about. */
  htap_window_test_answer (fixture->inventory, source, NOW, "normal");
  click (button);
  g_assert_cmpuint (fixture->window->n_copies, ==, 2);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

/* What is read leaves the list. */
static void
test_mended (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  htap_window_test_answer (fixture->inventory, htap_window_test_get_source (fixture->inventory, 0),
                           NOW, "normal");
  htap_widget_test_settle ();
  g_assert_false (htap_widget_test_shows (fixture->dialog, "taurus-<b>&"));
  g_assert_true (htap_widget_test_shows (fixture->dialog, "cin07"));

  htap_window_test_answer (fixture->inventory, htap_window_test_get_source (fixture->inventory, 2),
                           NOW, "normal");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (fixture->dialog, "Everything Was Read"));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->dialog, "Try All Again")));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

/* Asks nobody: what was begun is looked at and stopped. */
static void
assert_tries (Fixture *fixture, const char *label, const gboolean expected[3])
{
  g_signal_emit_by_name (find_button (fixture->dialog, label), "clicked");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (htap_source_is_loading (htap_window_test_get_source (fixture->inventory, i)),
                     ==, expected[i]);

  htap_inventory_stop (fixture->inventory);
  htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");
}

/* One or all; what has not failed is not asked again. */
static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  const gboolean first[] = { TRUE, FALSE, FALSE };
  const gboolean all[] = { TRUE, FALSE, TRUE };

  open_dialog (fixture, NULL);
  assert_tries (fixture, "Try Again", first);
  assert_tries (fixture, "Try All Again", all);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

/* The way out stands beside the reason. */
static void
test_remedy (Fixture *fixture, gconstpointer data)
{
  htap_window_test_fail (htap_window_test_get_source (fixture->inventory, 2),
                         HTAP_ERROR_KEYRING_LOCKED);
  open_dialog (fixture, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  htap_widget_test_screenshot_of (fixture->dialog, "failures-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  click (find_button (fixture->dialog, "Unlock"));
  g_assert_cmpstr (fixture->window->activated, ==, "unlock-keyring");
  g_assert_null (fixture->dialog);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/failures-dialog/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/failures-dialog/project", Fixture, NULL, set_up, test_project, tear_down);
  g_test_add ("/failures-dialog/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/failures-dialog/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/failures-dialog/mended", Fixture, NULL, set_up, test_mended, tear_down);
  g_test_add ("/failures-dialog/remedy", Fixture, NULL, set_up, test_remedy, tear_down);
  g_test_add ("/failures-dialog/try-again", Fixture, NULL, set_up, test_try_again, tear_down);

  return g_test_run ();
}
