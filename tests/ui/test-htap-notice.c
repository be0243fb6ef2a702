/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-notice.h"

#include "htap-widget-test.h"

static void
test_text (void)
{
  GtkWidget *notice = htap_notice_new ("dialog-warning-symbolic");
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
test_sentences (void)
{
  static const char *const sentences[] = { "One.", "Two\nof it.", NULL };
  static const char *const none[] = { NULL };
  GtkWidget *notice = htap_notice_new ("dialog-warning-symbolic");
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (notice, 400, 200);

  htap_notice_set_sentences (HTAP_NOTICE (notice), sentences);
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_true (htap_widget_test_shows (notice, "One.\nTwo of it."));

  htap_notice_set_sentences (HTAP_NOTICE (notice), none);
  g_assert_false (gtk_widget_get_visible (notice));
}

static void
test_hostile (void)
{
  GtkWidget *notice = htap_notice_new ("dialog-warning-symbolic");
  HtapTestWindow *window = htap_test_window_new (notice, 400, 200);

  htap_notice_set_text (HTAP_NOTICE (notice), "<b>&\x1b[31m</span>");
  htap_widget_test_settle ();
  g_assert_null (htap_widget_test_find (notice, "<b>&\x1b[31m</span>"));
  {
    g_autoptr (GPtrArray) labels = htap_widget_test_find_all (notice, GTK_TYPE_LABEL);
    const char *text = gtk_label_get_text (labels->pdata[1]);

    g_assert_true (g_str_has_prefix (text, "<b>&"));
    g_assert_null (strchr (text, '\x1b'));
  }
  htap_test_window_free (window);
}

static void
on_dismissed (HtapNotice *notice, gboolean *dismissed)
{
  *dismissed = TRUE;
}

static void
test_close (void)
{
  GtkWidget *notice = htap_notice_new ("dialog-warning-symbolic");
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (notice, 600, 200);
  g_autoptr (GPtrArray) buttons = NULL;
  gboolean dismissed = FALSE;

  g_signal_connect (notice, "dismissed", G_CALLBACK (on_dismissed), &dismissed);
  htap_notice_add_close_button (HTAP_NOTICE (notice));
  htap_notice_set_text (HTAP_NOTICE (notice), "A file was set aside.");
  htap_widget_test_settle ();

  buttons = htap_widget_test_find_all (notice, GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (buttons->pdata[0]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Close");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  g_assert_true (dismissed);
  g_assert_cmpstr (htap_notice_get_text (HTAP_NOTICE (notice)), ==, "A file was set aside.");
}

static guint
count_buttons (GtkWidget *notice)
{
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (notice, GTK_TYPE_BUTTON);

  return buttons->len;
}

/* What is offered already keeps its button, and with it the focus. */
static void
test_offers (void)
{
  const HtapOffer offers[HTAP_N_OFFERS] = { { "_Details", "win.copy-rows", NULL },
                                            { "_Edit Profile", "win.edit-profile", "uuid" } };
  const HtapOffer none[HTAP_N_OFFERS] = { { NULL } };
  GtkWidget *notice = htap_notice_new ("dialog-warning-symbolic");
  g_autoptr (HtapTestWindow) window = htap_test_window_new (notice, 600, 200);
  g_autoptr (GPtrArray) buttons = NULL;

  htap_notice_set_text (HTAP_NOTICE (notice), "Something happened.");
  htap_notice_set_offers (HTAP_NOTICE (notice), offers);
  buttons = htap_widget_test_find_all (notice, GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 2);
  gtk_test_accessible_assert_property (buttons->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, "Details");
  g_assert_cmpstr (
      g_variant_get_string (gtk_actionable_get_action_target_value (buttons->pdata[1]), NULL), ==,
      "uuid");
  gtk_widget_grab_focus (buttons->pdata[0]);
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  g_assert_cmpstr (window->activated, ==, "copy-rows");

  htap_notice_set_offers (HTAP_NOTICE (notice), offers);
  g_assert_true (gtk_window_get_focus (window->window) == buttons->pdata[0]);
  htap_notice_set_offers (HTAP_NOTICE (notice), none);
  g_assert_cmpuint (count_buttons (notice), ==, 0);
}

static void
test_title (void)
{
  GtkWidget *notice = htap_notice_new ("dialog-warning-symbolic");
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (notice, 400, 200);

  htap_notice_set_title (HTAP_NOTICE (notice), "Access <b>Denied");
  htap_notice_set_text (HTAP_NOTICE (notice), "Ask somebody.");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (notice, "Access <b>Denied"));
  htap_notice_set_title (HTAP_NOTICE (notice), NULL);
  g_assert_false (htap_widget_test_shows (notice, "Access <b>Denied"));
  g_assert_true (htap_widget_test_shows (notice, "Ask somebody."));
}

/* A screen reader hears it without being asked. */
static void
test_role (void)
{
  GtkWidget *notice = g_object_ref_sink (htap_notice_new ("dialog-warning-symbolic"));
  g_autoptr (GPtrArray) labels = htap_widget_test_find_all (notice, GTK_TYPE_LABEL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (labels->pdata[0]), GTK_ACCESSIBLE_ROLE_STATUS);
  g_object_unref (notice);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/notice/text", test_text);
  g_test_add_func ("/notice/sentences", test_sentences);
  g_test_add_func ("/notice/hostile", test_hostile);
  g_test_add_func ("/notice/close", test_close);
  g_test_add_func ("/notice/offers", test_offers);
  g_test_add_func ("/notice/title", test_title);
  g_test_add_func ("/notice/role", test_role);

  return g_test_run ();
}
