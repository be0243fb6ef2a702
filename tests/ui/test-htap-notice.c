/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-notice.h"

#include "htap-widget-test.h"

static void
test_text (void)
{
  GtkWidget *notice = htap_notice_new ("dialog-warning-symbolic", NULL, NULL);
  g_autoptr (HtapTestWindow) window = NULL;

  g_assert_false (gtk_widget_get_visible (notice));
  window = htap_test_window_new (notice, 400, 200);
  htap_notice_set_text (HTAP_NOTICE (notice), "One of them could not be read.");
  htap_widget_test_settle ();
  g_assert_true (
      gtk_widget_get_mapped (htap_widget_test_find (notice, "One of them could not be read.")));

  htap_notice_set_text (HTAP_NOTICE (notice), NULL);
  htap_widget_test_settle ();
  g_assert_false (gtk_widget_get_visible (notice));
}

/* It may quote what somebody else has written. */
static void
test_hostile (void)
{
  GtkWidget *notice = htap_notice_new (NULL, NULL, NULL);
  HtapTestWindow *window = htap_test_window_new (notice, 400, 200);

  htap_notice_set_text (HTAP_NOTICE (notice), "<b>&\x1b[31m</span>");
  htap_widget_test_settle ();
  g_assert_null (htap_widget_test_find (notice, "<b>&\x1b[31m</span>"));
  {
    g_autoptr (GPtrArray) labels = htap_widget_test_find_all (notice, GTK_TYPE_LABEL);
    const char *text = gtk_label_get_text (labels->pdata[0]);

    g_assert_true (g_str_has_prefix (text, "<b>&"));
    g_assert_null (strchr (text, '\x1b'));
  }
  htap_test_window_free (window);
}

static void
test_button (void)
{
  GtkWidget *notice = htap_notice_new (NULL, "Details", "win.copy-rows");
  g_autoptr (HtapTestWindow) window = htap_test_window_new (notice, 400, 200);
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (notice, GTK_TYPE_BUTTON);

  g_assert_cmpuint (buttons->len, ==, 1);
  g_assert_cmpstr (gtk_button_get_label (buttons->pdata[0]), ==, "Details");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  g_assert_cmpstr (window->activated, ==, "copy-rows");
}

/* A screen reader hears it without being asked. */
static void
test_role (void)
{
  GtkWidget *notice = g_object_ref_sink (htap_notice_new (NULL, NULL, NULL));
  g_autoptr (GPtrArray) labels = htap_widget_test_find_all (notice, GTK_TYPE_LABEL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (labels->pdata[0]), GTK_ACCESSIBLE_ROLE_STATUS);
  g_object_unref (notice);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/notice/text", test_text);
  g_test_add_func ("/notice/hostile", test_hostile);
  g_test_add_func ("/notice/button", test_button);
  g_test_add_func ("/notice/role", test_role);

  return g_test_run ();
}
