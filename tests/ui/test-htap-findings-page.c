/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings-page.h"

#include "htap-finding-row.h"
#include "htap-findings.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapInventory *inventory;
  HtapSource *source;
  GtkWidget *page;
  HtapTestWindow *window;
  HtapFinding *activated;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  self->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (self->inventory, "PROD", "cn-north-4:p", "cn-north-4:ain07");
  self->source = htap_window_test_get_source (self->inventory, 0);
  self->page = htap_findings_page_new (self->inventory, G_MENU_MODEL (menu));
  self->window = htap_test_window_new (self->page, 700, 500);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_test_window_free (self->window);
  g_clear_object (&self->activated);
  g_assert_finalize_object (self->inventory);
}

/* @statuses: of its instances, with spaces between them */
static void
answer (Fixture *self, const char *statuses)
{
  htap_window_test_answer (self->inventory, self->source, g_get_real_time () / G_USEC_PER_SEC,
                           statuses);
  htap_widget_test_settle ();
}

static gboolean
shows (Fixture *self, const char *text)
{
  return htap_widget_test_shows (self->page, text);
}

static guint
count_rows (Fixture *self)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (self->page, HTAP_TYPE_FINDING_ROW);

  return rows->len;
}

/* That nothing was found is only worth something if everything was looked at. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_assert_true (shows (self, "Not Everything Is Read"));

  answer (self, "creating creating");
  htap_findings_page_update (HTAP_FINDINGS_PAGE (self->page));
  g_assert_true (shows (self, "Nothing Needs Attention"));

  htap_window_test_fail (self->source, HTAP_ERROR_SERVER);
  htap_inventory_tick (self->inventory);
  htap_findings_page_update (HTAP_FINDINGS_PAGE (self->page));
  g_assert_false (shows (self, "Nothing Needs Attention"));
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  answer (self, "odd abnormal");
  g_assert_true (shows (self, "Instance is abnormal"));
  g_assert_true (shows (self, "Unknown status “odd”"));
  g_assert_cmpuint (count_rows (self), ==, 2);
}

static void
on_activated (Fixture *self, HtapFinding *finding)
{
  g_set_object (&self->activated, finding);
}

static void
test_activate (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) lists = NULL;

  answer (self, "abnormal");
  lists = htap_widget_test_find_all (self->page, GTK_TYPE_LIST_VIEW);
  g_signal_connect_swapped (self->page, "activated", G_CALLBACK (on_activated), self);
  g_signal_emit_by_name (lists->pdata[0], "activate", 0);
  g_assert_cmpstr (htap_finding_get_rule_id (self->activated), ==, "status-abnormal");
}

/* A page that nobody sees makes no rows. */
static void
test_hidden (Fixture *self, gconstpointer data)
{
  answer (self, "abnormal");
  g_assert_cmpuint (count_rows (self), >, 0);
  gtk_widget_set_visible (self->page, FALSE);
  htap_widget_test_settle ();
  g_assert_cmpuint (count_rows (self), ==, 0);
  gtk_widget_set_visible (self->page, TRUE);
  htap_widget_test_settle ();
  g_assert_cmpuint (count_rows (self), >, 0);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/findings-page/nothing", test_nothing);
  ADD ("/findings-page/rows", test_rows);
  ADD ("/findings-page/activate", test_activate);
  ADD ("/findings-page/hidden", test_hidden);

  return g_test_run ();
}
