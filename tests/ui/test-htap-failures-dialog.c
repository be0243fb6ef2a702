/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-failures-dialog.h"

#include "htap-error-text.h"
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
  HtapSource *source;

  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5",
                                "cn-north-4:ain07;cn-north-4:bin07;cn-north-4:cin07");
  source = htap_window_test_get_source (fixture->inventory, 0);
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

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_window_test_get_source (fixture->inventory, 0);
  GtkWidget *button;

  open_dialog (fixture, NULL);
  button = htap_window_test_find_button (fixture->dialog, "Copy Details");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fixture->window->n_copies, ==, 1);
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied the details of the error");
  g_assert_nonnull (strstr (fixture->window->text, htap_source_get_taurus_id (source)));

  /* It was read in the meantime: there is nothing to complain about. */
  htap_window_test_answer (fixture->inventory, source, NOW, "normal");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fixture->window->n_copies, ==, 1);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;

  open_dialog (fixture, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  buttons = htap_widget_test_find_all (fixture->dialog, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "Try Again") == 0)
      {
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        break;
      }

  htap_widget_test_settle ();
  g_assert_cmpstr (fixture->window->activated, ==, "refresh");
  g_assert_null (fixture->dialog);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/failures-dialog/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/failures-dialog/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/failures-dialog/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/failures-dialog/try-again", Fixture, NULL, set_up, test_try_again, tear_down);

  return g_test_run ();
}
