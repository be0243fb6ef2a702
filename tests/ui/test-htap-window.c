/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window.h"

#include "htap-copy.h"
#include "htap-failures-dialog.h"
#include "htap-settings.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-private.h"
#include "htap-window-test.h"

/* GTK has one for each process. */
static GtkApplication *application;

typedef struct
{
  HtapTestDemo *demo;
  GSettings *settings;
  HtapWindow *window;
} Fixture;

static void
open_window (Fixture *fixture)
{
  fixture->window = HTAP_WINDOW (
      htap_window_new (application, fixture->demo->inventory, fixture->settings, TRUE));
  gtk_window_present (GTK_WINDOW (fixture->window));
  htap_widget_test_settle ();
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  htap_widget_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->demo = htap_test_demo_new ();
  fixture->settings = htap_settings_new (TRUE);
  g_settings_set (fixture->settings, "size", "(ii)", 1200, 700);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  g_assert_finalize_object (fixture->settings);
  htap_test_demo_free (fixture->demo);
}

static void
activate (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, parameter);
  htap_widget_test_settle ();
}

static gboolean
get_state (Fixture *fixture, const char *action)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);

  return g_variant_get_boolean (state);
}

static HtapInstanceView *
get_view (Fixture *fixture)
{
  return htap_list_pane_get_view (fixture->window->list_pane);
}

static HtapInstance *
dup_shown (Fixture *fixture, guint position)
{
  return g_list_model_get_item (htap_instance_view_get_shown (get_view (fixture)), position);
}

typedef struct
{
  char *text;
  gboolean is_done;
} Clipboard;

static void
on_text_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Clipboard *clipboard = user_data;

  clipboard->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  clipboard->is_done = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Clipboard *) data)->is_done;
}

static char *
dup_clipboard (Fixture *fixture)
{
  Clipboard clipboard = { 0 };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 on_text_read, &clipboard);
  htap_test_wait_until (is_read, &clipboard, "the clipboard");

  return clipboard.text;
}

static void
assert_copied (Fixture *fixture, const char *text, const char *sentence)
{
  g_autofree char *copied = dup_clipboard (fixture);

  g_assert_cmpstr (copied, ==, text);
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, sentence);
}

static void
search (Fixture *fixture, const char *text)
{
  htap_instance_view_set_search (get_view (fixture), text);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = {
    "refresh",           "refresh-selected", "refresh-profile", "stop",      "search",
    "clear-search",      "show-failures",    "show-sidebar",    "copy-text", "show-details",
    "copy-ip",           "copy-id",          "copy-rows",       "sort",      "copy-error",
    "show-help-overlay",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_test_message ("%s", actions[i]);
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), actions[i]));
    }
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  HtapInventory *inventory = fixture->demo->inventory;
  HtapSource *second = htap_window_test_get_source (inventory, 1);

  /* One in view: it alone. */
  htap_list_pane_set_source (fixture->window->list_pane, second);
  activate (fixture, "refresh", NULL);
  htap_test_wait_until (is_idle, inventory, "the end of a refresh");
  g_assert_cmpint (htap_source_get_as_of (second), !=, 0);
  g_assert_cmpint (htap_source_get_as_of (htap_window_test_get_source (inventory, 0)), ==, 0);

  htap_list_pane_set_source (fixture->window->list_pane, NULL);
  activate (fixture, "refresh", NULL);
  htap_test_wait_until (is_idle, inventory, "the end of a refresh");
  g_assert_cmpint (htap_source_get_as_of (htap_window_test_get_source (inventory, 0)), !=, 0);

  g_action_group_activate_action (
      G_ACTION_GROUP (fixture->window), "refresh-profile",
      g_variant_new_string (htap_profile_get_uuid (htap_source_get_profile (second))));
  g_assert_true (htap_source_is_loading (second));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "stop", NULL);
  htap_test_wait_until (is_idle, inventory, "the end of a refresh");
  g_assert_false (htap_source_is_loading (second));
  g_assert_null (htap_source_get_error (second));
}

static void
test_refresh_selected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) first = NULL;
  HtapRefresh *refresh;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();

  /* Nothing is selected, nothing happens. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "refresh-selected", NULL);
  g_assert_null (htap_inventory_get_refresh (fixture->demo->inventory));

  first = dup_shown (fixture, 0);
  gtk_selection_model_select_item (htap_instance_view_get_selection (get_view (fixture)), 0, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "refresh-selected", NULL);
  refresh = htap_inventory_get_refresh (fixture->demo->inventory);
  g_assert_nonnull (refresh);
  g_assert_cmpuint (htap_refresh_get_total (refresh), ==, 1);
  g_assert_true (htap_source_is_loading (htap_instance_get_source (first)));
  htap_test_wait_until (is_idle, fixture->demo->inventory, "the end of a refresh");
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  htap_test_demo_refresh (fixture->demo);

  /* Nothing is selected: the first row. */
  search (fixture, "192.168.0.2");
  {
    g_autoptr (HtapInstance) first = dup_shown (fixture, 0);
    const char *ip = htap_record_get_text (htap_instance_get_record (first), HTAP_TEXT_DATA_VIP);
    g_autofree char *sentence = htap_copy_value (first, ip);

    activate (fixture, "copy-ip", NULL);
    assert_copied (fixture, ip, sentence);
  }

  search (fixture, "htap-fjld");
  activate (fixture, "copy-ip", NULL);
  assert_copied (fixture, "192.168.0.207", "Copied 192.168.0.207 (htap-fjld)");
  {
    g_autoptr (HtapInstance) only = dup_shown (fixture, 0);
    g_autofree char *sentence =
        g_strdup_printf ("Copied %s (htap-fjld)", htap_instance_get_id (only));

    activate (fixture, "copy-id", NULL);
    assert_copied (fixture, htap_instance_get_id (only), sentence);
  }

  /* What has no address leaves the clipboard as it was. */
  search (fixture, "htap-crm-trial");
  activate (fixture, "copy-text", g_variant_new ("(ss)", "before", "Copied before"));
  assert_copied (fixture, "before", "Copied before");
  activate (fixture, "copy-ip", NULL);
  assert_copied (fixture, "before", "No private IP address to copy");
}

static void
test_copy_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  htap_test_demo_refresh (fixture->demo);
  search (fixture, "fjl");
  gtk_selection_model_select_all (htap_instance_view_get_selection (get_view (fixture)));
  activate (fixture, "copy-rows", NULL);
  text = dup_clipboard (fixture);
  g_assert_nonnull (strstr (text, "htap-fjlb\t"));
  g_assert_nonnull (strstr (text, "htap-fjlc\t"));
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "Copied 3 rows");
}

static void
test_copy_error (Fixture *fixture, gconstpointer data)
{
  HtapSource *failed;
  g_autofree char *text = NULL;

  activate (fixture, "copy-error", NULL);
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "");

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  failed = htap_test_demo_find_failed (fixture->demo);
  activate (fixture, "copy-error", NULL);
  text = dup_clipboard (fixture);
  g_assert_nonnull (strstr (text, htap_source_get_taurus_id (failed)));
  g_assert_null (strstr (text, htap_demo_cloud_get_token (fixture->demo->cloud)));
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==,
                   "Copied the details of the error");
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_dialogs = 0;

  htap_test_demo_refresh (fixture->demo);
  activate (fixture, "show-failures", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!HTAP_IS_FAILURES_DIALOG (window))
        continue;

      n_dialogs++;
      g_assert_true (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window));
      gtk_window_destroy (window);
    }
  g_assert_cmpuint (n_dialogs, ==, 1);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  htap_test_demo_refresh (fixture->demo);
  htap_panes_set_window_width (fixture->window->panes, 600);
  activate (fixture, "show-sidebar", NULL);
  g_assert_false (htap_panes_get_list_shown (fixture->window->panes));

  activate (fixture, "search", NULL);
  g_assert_true (htap_panes_get_list_shown (fixture->window->panes));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
  activate (fixture, "clear-search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_null (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
}

static GtkWidget *
find_back_button (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[i]), "go-previous-symbolic") == 0)
      return buttons->pdata[i];

  return NULL;
}

static void
test_panes (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "show-sidebar", "show-details" };

  g_assert_true (get_state (fixture, "show-sidebar"));
  g_assert_true (get_state (fixture, "show-details"));
  g_assert_null (find_back_button (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      activate (fixture, actions[i], NULL);
      g_assert_false (get_state (fixture, actions[i]));
      activate (fixture, actions[i], NULL);
      g_assert_true (get_state (fixture, actions[i]));
    }
  activate (fixture, "show-details", NULL);
  g_assert_false (g_settings_get_boolean (fixture->settings, "details-wanted"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "sidebar-wanted"));

  /* In a narrow window each takes the list's place, and leads back. */
  htap_panes_set_window_width (fixture->window->panes, 600);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_false (get_state (fixture, actions[i]));
      activate (fixture, actions[i], NULL);
      g_assert_true (get_state (fixture, actions[i]));
      g_assert_false (htap_panes_get_list_shown (fixture->window->panes));
      g_signal_emit_by_name (find_back_button (fixture), "clicked");
      htap_widget_test_settle ();
      g_assert_true (htap_panes_get_list_shown (fixture->window->panes));
    }
  g_assert_true (g_settings_get_boolean (fixture->settings, "sidebar-wanted"));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *details = GTK_WIDGET (fixture->window->details);

  htap_test_demo_refresh (fixture->demo);
  search (fixture, "htap-fjld");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));

  activate (fixture, "show-details", NULL);
  {
    g_autoptr (HtapInstance) only = dup_shown (fixture, 0);

    g_signal_emit_by_name (get_view (fixture), "activated", only);
  }
  htap_widget_test_settle ();
  g_assert_true (get_state (fixture, "show-details"));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), details));
}

static gboolean
shows_nothing (gpointer data)
{
  return htap_widget_test_shows (data, "Select an Instance");
}

/* The next copy is not about what a search or the sidebar hides. */
static void
test_hidden_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *details = GTK_WIDGET (fixture->window->details);
  HtapSource *failed;

  htap_test_demo_refresh (fixture->demo);
  search (fixture, "htap-fjld");
  search (fixture, "");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));

  search (fixture, "htap-fj");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));
  search (fixture, "crm");
  htap_test_wait_until (shows_nothing, details, "the end of the details");

  search (fixture, "htap-fjld");
  search (fixture, "");
  failed = htap_test_demo_find_failed (fixture->demo);
  htap_list_pane_set_source (fixture->window->list_pane, failed);
  htap_test_wait_until (shows_nothing, details, "the end of the details");
}

static gboolean
says_unlisted (gpointer data)
{
  return htap_widget_test_shows (data, "No longer listed");
}

/* What the cloud no longer lists stays in view, and no other takes its place. */
static void
test_unlisted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *details = GTK_WIDGET (fixture->window->details);
  HtapSource *source = htap_window_test_get_source (fixture->demo->inventory, 0);
  g_autoptr (GListModel) selected = NULL;

  htap_test_demo_refresh (fixture->demo);
  search (fixture, "htap-fjld");
  search (fixture, "");
  htap_window_test_answer (fixture->demo->inventory, source, 1711116151, "normal");
  htap_test_wait_until (says_unlisted, details, "the note that it is not listed");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));
  selected = htap_instance_view_dup_selected (get_view (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (selected), ==, 0);
}

static gboolean
has_kept_size (gpointer data)
{
  Fixture *fixture = data;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);

  return ABS (gtk_widget_get_width (GTK_WIDGET (fixture->window)) - width) <= 60;
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 500);
  htap_panes_set_window_width (fixture->window->panes, 640);
  htap_instance_view_set_sort (get_view (fixture), HTAP_FIELD_PORT, TRUE);
  htap_widget_test_settle ();
  htap_test_wait_until (has_kept_size, fixture, "the size of the window");
  close_window (fixture);

  g_settings_get (fixture->settings, "size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 640);
  g_assert_cmpint (height, ==, 500);
  g_assert_false (g_settings_get_boolean (fixture->settings, "maximized"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "details-wanted"));
  {
    g_autoptr (GVariant) columns = g_settings_get_value (fixture->settings, "columns");
    g_autoptr (GVariant) sort = g_settings_get_value (fixture->settings, "sort");
    g_autofree char *text = g_variant_print (sort, FALSE);

    g_assert_cmpuint (g_variant_n_children (columns), ==, HTAP_N_FIELDS);
    g_assert_cmpstr (text, ==, "('port', true)");
  }

  /* As narrow as it was: the panes that do not fit do not ask for room. */
  open_window (fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <, 700);
  g_assert_false (get_state (fixture, "show-sidebar"));
  g_assert_false (get_state (fixture, "show-details"));
}

/* Closing ends what runs. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  HtapRefresh *refresh;

  htap_demo_cloud_set_delay (fixture->demo->cloud, 60 * 1000);
  refresh = g_object_ref (htap_inventory_refresh (fixture->demo->inventory, NULL));
  close_window (fixture);
  htap_test_wait_until (is_idle, fixture->demo->inventory, "the end of a refresh");
  g_assert_true (htap_refresh_is_stopped (refresh));
  g_object_unref (refresh);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/window/actions", test_actions },
    { "/window/refresh", test_refresh },
    { "/window/refresh-selected", test_refresh_selected },
    { "/window/copy", test_copy },
    { "/window/copy-rows", test_copy_rows },
    { "/window/copy-error", test_copy_error },
    { "/window/failures", test_failures },
    { "/window/search", test_search },
    { "/window/panes", test_panes },
    { "/window/selection", test_selection },
    { "/window/hidden-selection", test_hidden_selection },
    { "/window/unlisted", test_unlisted },
    { "/window/settings", test_settings },
    { "/window/close", test_close },
  };

  g_autoptr (GError) error = NULL;
  int status;

  htap_widget_test_init (&argc, &argv);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
