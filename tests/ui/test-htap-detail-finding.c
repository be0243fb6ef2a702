/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-finding.h"

#include "htap-finding-fixture.h"
#include "htap-widget-test.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapTestWindow *window;
  HtapInstance *instance;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();

  self->instance = htap_widget_test_instance ("htap-fjld");
  self->row = g_object_ref_sink (htap_detail_finding_new ());
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  self->window = htap_test_window_new (list, 360, 200);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_test_window_free (self->window);
  g_assert_finalize_object (self->row);
  g_assert_finalize_object (self->instance);
}

static HtapFinding *
new_finding (Fixture *self, HtapFindingRuleIndex rule, gboolean whole)
{
  return htap_finding_fixture_new (rule, whole ? NULL : self->instance,
                                   htap_instance_get_source (self->instance), NULL);
}

static void
show (Fixture *self, HtapFinding *finding)
{
  htap_detail_finding_show (HTAP_DETAIL_FINDING (self->row), finding, NOW);
}

static void
test_shown (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) frozen = new_finding (self, HTAP_RULE_FROZEN, FALSE);
  g_autoptr (HtapFinding) full = new_finding (self, HTAP_RULE_CAPACITY_FULL, TRUE);
  g_autoptr (HtapFinding) single = new_finding (self, HTAP_RULE_SINGLE_MODE, FALSE);
  HtapSource *source = htap_instance_get_source (self->instance);

  show (self, frozen);
  g_assert_true (htap_detail_finding_get_finding (HTAP_DETAIL_FINDING (self->row)) == frozen);
  g_assert_true (
      htap_widget_test_shows (self->row, "Frozen: usually the account balance is 0 or less"));
  g_assert_true (htap_widget_test_shows (self->row, "Top up in Billing Center."));
  gtk_test_accessible_assert_property (self->row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Error: Frozen: usually the account balance is 0 or less");
  gtk_test_accessible_assert_property (self->row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Top up in Billing Center.");

  /* Of the TaurusDB instance: it says so. */
  g_assert_false (htap_widget_test_shows (self->row, htap_source_get_shown_name (source)));
  show (self, full);
  g_assert_true (htap_widget_test_shows (self->row, htap_source_get_shown_name (source)));

  /* Nothing is to be done about it. */
  show (self, single);
  g_assert_false (htap_widget_test_shows (
      self->row, "Another HTAP instance can only be created after one is deleted."));
  g_assert_false (htap_widget_test_shows (self->row, htap_source_get_shown_name (source)));
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) frozen = new_finding (self, HTAP_RULE_FROZEN, FALSE);

  show (self, frozen);
  htap_detail_finding_copy (HTAP_DETAIL_FINDING (self->row));
  g_assert_cmpuint (self->window->n_copies, ==, 1);
  g_assert_true (g_str_has_prefix (self->window->text, "Error: htap-fjld ("));
  g_assert_true (
      g_str_has_suffix (self->window->text, ": Frozen: usually the account balance is 0 or less"));
  g_assert_cmpstr (self->window->sentence, ==, "Copied the finding (htap-fjld)");
}

/* A refresh that finds the same does not close the menu that somebody has open. */
static void
test_menu_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) frozen = new_finding (self, HTAP_RULE_FROZEN, FALSE);
  g_autoptr (HtapFinding) other = new_finding (self, HTAP_RULE_SINGLE_MODE, FALSE);
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (self->row, GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu;

  show (self, frozen);
  menu = gtk_menu_button_get_menu_model (buttons->pdata[0]);
  show (self, frozen);
  g_assert_true (gtk_menu_button_get_menu_model (buttons->pdata[0]) == menu);
  show (self, other);
  g_assert_true (gtk_menu_button_get_menu_model (buttons->pdata[0]) != menu);
}

/* What the cloud says is text. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) odd =
      htap_finding_fixture_new (HTAP_RULE_STATUS_UNKNOWN, self->instance,
                                htap_instance_get_source (self->instance), "<b>odd</b>");

  show (self, odd);
  htap_widget_test_assert_harmless (self->row, "a finding of the detail pane");
  g_assert_true (htap_widget_test_shows (self->row, "Unknown status “<b>odd</b>”"));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/detail-finding/shown", test_shown);
  ADD ("/detail-finding/copy", test_copy);
  ADD ("/detail-finding/menu-stays", test_menu_stays);
  ADD ("/detail-finding/hostile", test_hostile);

  return g_test_run ();
}
