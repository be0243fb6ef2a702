/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

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
dup_clipboard (HtapWindowFixture *fixture)
{
  Clipboard clipboard = { 0 };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 on_text_read, &clipboard);
  htap_test_wait_until (is_read, &clipboard, "the clipboard");

  return clipboard.text;
}

static void
assert_copied (HtapWindowFixture *fixture, const char *text, const char *sentence)
{
  g_autofree char *copied = dup_clipboard (fixture);

  g_assert_cmpstr (copied, ==, text);
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, sentence);
}

static void
test_copy (HtapWindowFixture *fixture, gconstpointer data)
{
  htap_test_demo_refresh (fixture->demo);
  /* How it ended is announced first. */
  htap_widget_test_settle ();

  /* Nothing is selected: the first row. */
  htap_window_fixture_search (fixture, "192.168.0");
  {
    g_autoptr (HtapInstance) first = htap_window_fixture_dup_shown (fixture, 0);
    const char *ip = htap_record_get_text (htap_instance_get_record (first), HTAP_TEXT_DATA_VIP);
    g_autofree char *sentence = htap_copy_value (first, ip);

    htap_window_fixture_activate (fixture, "copy-ip", NULL);
    assert_copied (fixture, ip, sentence);
  }

  htap_window_fixture_search (fixture, "htap-fjld");
  htap_window_fixture_activate (fixture, "copy-ip", NULL);
  assert_copied (fixture, "192.168.0.207", "Copied 192.168.0.207 (htap-fjld)");
  {
    g_autoptr (HtapInstance) only = htap_window_fixture_dup_shown (fixture, 0);
    g_autofree char *sentence =
        g_strdup_printf ("Copied %s (htap-fjld)", htap_instance_get_id (only));

    htap_window_fixture_activate (fixture, "copy-id", NULL);
    assert_copied (fixture, htap_instance_get_id (only), sentence);
  }

  /* What has no address leaves the clipboard as it was. */
  htap_window_fixture_search (fixture, "htap-crm-trial");
  htap_window_fixture_activate (fixture, "copy-text",
                                g_variant_new ("(ss)", "before", "Copied before"));
  assert_copied (fixture, "before", "Copied before");
  htap_window_fixture_activate (fixture, "copy-ip", NULL);
  assert_copied (fixture, "before", "No private IP address to copy");
}

static void
test_copy_rows (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  htap_test_demo_refresh (fixture->demo);
  /* How it ended is announced first. */
  htap_widget_test_settle ();
  htap_window_fixture_search (fixture, "fjl");
  gtk_selection_model_select_all (
      htap_instance_view_get_selection (htap_window_fixture_get_view (fixture)));
  htap_window_fixture_activate (fixture, "copy-rows", NULL);
  text = dup_clipboard (fixture);
  g_assert_nonnull (strstr (text, "htap-fjlb\t"));
  g_assert_nonnull (strstr (text, "htap-fjlc\t"));
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "Copied 3 rows");
}

static void
test_copy_as (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *markdown = NULL;
  g_autofree char *json = NULL;

  htap_test_demo_refresh (fixture->demo);
  /* How it ended is announced first. */
  htap_widget_test_settle ();
  htap_window_fixture_search (fixture, "htap-fjld");

  htap_window_fixture_activate (fixture, "copy-as", g_variant_new_string ("markdown"));
  markdown = dup_clipboard (fixture);
  g_assert_true (g_str_has_prefix (markdown, "| Name | Status |"));
  g_assert_nonnull (strstr (markdown, "\n| htap-fjld | available |"));
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==,
                   "Copied 1 row as Markdown");

  htap_window_fixture_activate (fixture, "copy-as", g_variant_new_string ("json"));
  json = dup_clipboard (fixture);
  g_assert_nonnull (strstr (json, "\"name\" : \"htap-fjld\""));

  htap_window_fixture_activate (fixture, "copy-as", g_variant_new_string ("ips-by-comma"));
  assert_copied (fixture, "192.168.0.207", "Copied 192.168.0.207 (htap-fjld)");
  htap_window_fixture_activate (fixture, "copy-column", g_variant_new_string ("name"));
  assert_copied (fixture, "htap-fjld", "Copied htap-fjld");
  htap_window_fixture_activate (fixture, "copy-connection",
                                g_variant_new_uint32 (HTAP_CONNECTION_COMMAND));
  assert_copied (fixture, "mysql -h 192.168.0.207 -P 3306 -u USER -p",
                 "Copied mysql -h 192.168.0.207 -P 3306 -u USER -p (htap-fjld)");
}

/* As soon as it is chosen. */
static void
test_copy_titles (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  const char *second;

  htap_test_demo_refresh (fixture->demo);
  /* How it ended is announced first. */
  htap_widget_test_settle ();
  htap_window_fixture_search (fixture, "htap-fjld");
  htap_window_fixture_activate (fixture, "copy-rows", NULL);
  without = dup_clipboard (fixture);
  g_assert_true (g_str_has_prefix (without, "htap-fjld\t"));

  g_settings_set_boolean (fixture->settings, "copy-column-titles", TRUE);
  htap_window_fixture_activate (fixture, "copy-rows", NULL);
  with = dup_clipboard (fixture);
  second = strchr (with, '\n') + 1;
  g_assert_true (g_str_has_prefix (with, "Name\t"));
  g_assert_cmpstr (second, ==, without);
}

static void
test_copy_error (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapSource *failed;
  g_autofree char *text = NULL;

  htap_window_fixture_activate (fixture, "copy-error", NULL);
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "");

  htap_test_demo_refresh (fixture->demo);
  /* How it ended is announced first. */
  htap_widget_test_settle ();
  htap_widget_test_settle ();
  failed = htap_test_demo_find_failed (fixture->demo);
  htap_window_fixture_activate (fixture, "copy-error", NULL);
  text = dup_clipboard (fixture);
  g_assert_nonnull (strstr (text, htap_source_get_taurus_id (failed)));
  g_assert_null (strstr (text, htap_demo_cloud_get_token (fixture->demo->cloud)));
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==,
                   "Copied the details of the error");
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-copy/address-and-id", test_copy }, { "/window-copy/rows", test_copy_rows },
    { "/window-copy/copy-as", test_copy_as },     { "/window-copy/titles", test_copy_titles },
    { "/window-copy/error", test_copy_error },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
