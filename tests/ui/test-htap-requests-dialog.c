/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-requests-dialog.h"

#include "htap-request-entry.h"
#include "htap-request-row.h"
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
  fixture->dialog = htap_requests_dialog_new (fixture->window->window, fixture->demo->inventory);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  htap_test_window_free (fixture->window);
  htap_test_demo_free (fixture->demo);
}

static GListModel *
get_requests (Fixture *fixture)
{
  return htap_inventory_get_requests (fixture->demo->inventory);
}

/* All of a refresh are there once the list has been told of the last one. */
static gboolean
is_told (gpointer data)
{
  g_autoptr (HtapRequestEntry) entry = g_list_model_get_item (data, 0);
  static guint n_before;
  guint n_now = g_list_model_get_n_items (data);
  gboolean told = entry != NULL && n_now == n_before;

  n_before = n_now;

  return told;
}

static void
refresh (Fixture *fixture)
{
  htap_test_demo_refresh (fixture->demo);
  htap_test_wait_until (is_told, get_requests (fixture), "the entries");
  htap_widget_test_settle ();
}

static GtkWidget *
find_list (Fixture *fixture)
{
  g_autoptr (GPtrArray) lists = htap_widget_test_find_all (fixture->dialog, GTK_TYPE_LIST_VIEW);

  return lists->pdata[0];
}

static char *
dup_copied (Fixture *fixture)
{
  GdkContentProvider *provider =
      gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture->dialog));
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (provider);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));

  return g_value_dup_string (&value);
}

/* The page without any request is on top. */
static gboolean
shows_none (Fixture *fixture)
{
  return gtk_widget_get_mapped (htap_widget_test_find (fixture->dialog, "No Requests"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows_none (fixture));
}

/* It follows what is asked, with what was refused among it. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  refresh (fixture);
  rows = htap_widget_test_find_all (find_list (fixture), HTAP_TYPE_REQUEST_ROW);
  g_assert_cmpuint (rows->len, ==, g_list_model_get_n_items (get_requests (fixture)));
  g_assert_cmpuint (rows->len, >, 1);
  g_assert_false (shows_none (fixture));
  htap_widget_test_screenshot_of (fixture->dialog, "requests");
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  HtapSource *denied;
  g_autofree char *text = NULL;

  refresh (fixture);
  denied = htap_test_demo_find_failed (fixture->demo);
  g_signal_emit_by_name (
      htap_window_test_find_button (fixture->dialog, "Copy for a Support Ticket"), "clicked");
  htap_widget_test_settle ();
  text = dup_copied (fixture);
  g_assert_true (g_str_has_prefix (text, "HTAP Inventory " HTAP_VERSION "\n"));
  g_assert_nonnull (strstr (text, "libsoup "));
  g_assert_nonnull (strstr (text, htap_source_get_taurus_id (denied)));
  g_assert_nonnull (strstr (text, "403 Failed"));
  g_assert_nonnull (strstr (text, "Deviations from the documented schema"));
  g_assert_null (strstr (text, htap_demo_cloud_get_token (fixture->demo->cloud)));
  g_assert_true (htap_widget_test_shows (fixture->dialog, "Copied for a support ticket"));
}

/* One by Enter: its line alone. */
static void
test_copy_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRequestEntry) entry = NULL;
  g_autofree char *text = NULL;

  refresh (fixture);
  g_signal_emit_by_name (find_list (fixture), "activate", 1);
  text = dup_copied (fixture);
  entry = g_list_model_get_item (get_requests (fixture), 1);
  g_assert_nonnull (strstr (text, htap_request_entry_get_facts (entry)->request_id));
  g_assert_nonnull (strstr (text, htap_request_entry_get_facts (entry)->path));
  g_clear_object (&entry);
  entry = g_list_model_get_item (get_requests (fixture), 0);
  g_assert_null (strstr (text, htap_request_entry_get_facts (entry)->request_id));
  g_assert_null (strstr (text, "Deviations"));
}

/* Each has its row. */
static guint
count_deviating (Fixture *fixture)
{
  GListModel *sources = htap_inventory_get_sources (fixture->demo->inventory);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      GPtrArray *deviations = htap_source_get_deviations (source);

      if (deviations == NULL || deviations->len == 0)
        continue;

      g_assert_true (htap_widget_test_shows (fixture->dialog, htap_source_get_shown_name (source)));
      n++;
    }

  return n;
}

static void
test_deviations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stacks = htap_widget_test_find_all (fixture->dialog, GTK_TYPE_STACK);

  refresh (fixture);
  gtk_stack_set_visible_child_name (stacks->pdata[0], "deviations");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (fixture->dialog, "Deviations from the Documented Schema"));
  g_assert_cmpuint (count_deviating (fixture), >, 0);
  htap_widget_test_screenshot_of (fixture->dialog, "deviations");
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/requests-dialog/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("empty", test_empty);
  ADD ("rows", test_rows);
  ADD ("copy", test_copy);
  ADD ("copy-one", test_copy_one);
  ADD ("deviations", test_deviations);
#undef ADD

  return g_test_run ();
}
