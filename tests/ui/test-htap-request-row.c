/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-row.h"

#include "htap-hostile-text.h"
#include "htap-widget-test.h"

static const char *
get_text (GtkWidget *row, guint n)
{
  g_autoptr (GPtrArray) texts = htap_widget_test_find_all (row, GTK_TYPE_INSCRIPTION);

  return gtk_inscription_get_text (texts->pdata[n]);
}

static GtkImage *
get_icon (GtkWidget *row)
{
  g_autoptr (GPtrArray) icons = htap_widget_test_find_all (row, GTK_TYPE_IMAGE);

  return icons->pdata[0];
}

static void
show (GtkWidget *row, const HtapRequestFacts *facts)
{
  g_autoptr (HtapRequestEntry) entry = htap_request_entry_new (facts);

  htap_request_row_show (HTAP_REQUEST_ROW (row), entry);
}

/* Each outcome has a shape and a word of its own, and the icon its colour. */
static void
test_outcomes (void)
{
  static const struct
  {
    HtapRequestOutcome outcome;
    guint status;
    const char *word;
    const char *icon_name;
    const char *style;
  } cases[] = {
    { HTAP_REQUEST_SUCCEEDED, 200, "200 OK", "emblem-ok-symbolic", "succeeded" },
    { HTAP_REQUEST_REFUSED, 403, "403 Failed", "dialog-error-symbolic", "refused" },
    { HTAP_REQUEST_UNANSWERED, 0, "No Answer", "network-error-symbolic", "unanswered" },
    { HTAP_REQUEST_CANCELLED, 0, "Cancelled", "process-stop-symbolic", "cancelled" },
  };
  GtkWidget *row = htap_request_row_new ();
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (row, 700, 80);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (row, &(HtapRequestFacts){ .method = "GET",
                                      .host = "host",
                                      .path = "/v3/p",
                                      .status = cases[i].status,
                                      .outcome = cases[i].outcome });
      g_assert_cmpstr (get_text (row, 0), ==, cases[i].word);
      g_assert_cmpstr (get_text (row, 1), ==, "GET /v3/p");
      g_assert_cmpstr (gtk_image_get_icon_name (get_icon (row)), ==, cases[i].icon_name);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_icon (row)), cases[i].style));
      g_assert_true (gtk_icon_theme_has_icon (
          gtk_icon_theme_get_for_display (gtk_widget_get_display (row)), cases[i].icon_name));
    }
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* A server's words, however long, neither break the row nor widen it. */
static void
test_hostile (void)
{
  GtkWidget *row = htap_request_row_new ();
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (row, 700, 80);
  g_autoptr (GArray) texts = htap_hostile_texts_load ();

  for (guint i = 0; i < texts->len; i++)
    {
      const HtapHostileText *hostile = &g_array_index (texts, HtapHostileText, i);
      int minimum;

      show (row, &(HtapRequestFacts){ .method = "GET",
                                      .host = "host",
                                      .path = "/v3/p",
                                      .code = hostile->text,
                                      .request_id = hostile->text });
      htap_hostile_text_assert_harmless (get_text (row, 2), hostile->what);
      htap_widget_test_assert_harmless (row, hostile->what);
      gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <, 300);
    }
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/request-row/outcomes", test_outcomes);
  g_test_add_func ("/request-row/hostile", test_hostile);

  return g_test_run ();
}
