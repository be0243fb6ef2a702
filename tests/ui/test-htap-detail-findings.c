/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-findings.h"

#include "htap-detail-finding.h"
#include "htap-finding-fixture.h"
#include "htap-widget-test.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapTestWindow *window;
  HtapInstance *instance;
  GtkWidget *findings;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->instance = htap_widget_test_instance ("htap-fjld");
  self->findings = g_object_ref_sink (htap_detail_findings_new ());
  self->window = htap_test_window_new (self->findings, 360, 600);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_test_window_free (self->window);
  g_assert_finalize_object (self->findings);
  g_assert_finalize_object (self->instance);
}

/* @rules: (array length=n_rules) */
static void
show (Fixture *self, const HtapFindingRuleIndex *rules, guint n_rules, gboolean checked)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rules; i++)
    g_ptr_array_add (findings,
                     htap_finding_fixture_new (rules[i], self->instance,
                                               htap_instance_get_source (self->instance), NULL));
  htap_detail_findings_show (HTAP_DETAIL_FINDINGS (self->findings), findings, checked, NOW);
  htap_widget_test_settle ();
}
#define SHOW(self, rules) show (self, rules, G_N_ELEMENTS (rules), TRUE)

static void
assert_rows (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (self->findings, HTAP_TYPE_DETAIL_FINDING);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (
        ids, "%s%s", i > 0 ? " " : "",
        htap_finding_get_rule_id (htap_detail_finding_get_finding (rows->pdata[i])));

  g_assert_cmpstr (ids->str, ==, expected);
}

static GtkWidget *
find_row (Fixture *self, const char *rule_id)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (self->findings, HTAP_TYPE_DETAIL_FINDING);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (htap_finding_get_rule_id (htap_detail_finding_get_finding (rows->pdata[i])),
                     rule_id))
      return rows->pdata[i];

  return NULL;
}

/* One place, whatever there is to say. */
static void
test_quiet (Fixture *self, gconstpointer data)
{
  static const HtapFindingRuleIndex one[] = { HTAP_RULE_FROZEN };

  /* Also before anybody has looked there is no row without a name. */
  g_assert_true (htap_widget_test_shows (self->findings,
                                         "Not checked: what is known of it is not up to date"));

  show (self, NULL, 0, TRUE);
  assert_rows (self, "");
  g_assert_true (htap_widget_test_shows (self->findings, "No findings"));

  show (self, NULL, 0, FALSE);
  g_assert_true (htap_widget_test_shows (self->findings,
                                         "Not checked: what is known of it is not up to date"));

  SHOW (self, one);
  assert_rows (self, "frozen");
  g_assert_false (htap_widget_test_shows (self->findings, "No findings"));

  show (self, NULL, 0, TRUE);
  assert_rows (self, "");
  g_assert_true (htap_widget_test_shows (self->findings, "No findings"));
}

/* A row that is of the same as before stays, whatever comes and goes around it. */
static void
test_rows_stay (Fixture *self, gconstpointer data)
{
  static const HtapFindingRuleIndex first[] = { HTAP_RULE_RESTART_NEEDED, HTAP_RULE_SINGLE_MODE };
  static const HtapFindingRuleIndex more[] = { HTAP_RULE_FROZEN, HTAP_RULE_RESTART_NEEDED,
                                               HTAP_RULE_NODES_UNREAD, HTAP_RULE_SINGLE_MODE };
  static const HtapFindingRuleIndex less[] = { HTAP_RULE_SINGLE_MODE };
  GtkWidget *restart, *single;

  SHOW (self, first);
  assert_rows (self, "restart-needed single-mode");
  restart = find_row (self, "restart-needed");
  single = find_row (self, "single-mode");

  SHOW (self, more);
  assert_rows (self, "frozen restart-needed nodes-unread single-mode");
  htap_widget_test_screenshot (self->window, "detail-findings");
  g_assert_true (find_row (self, "restart-needed") == restart);
  g_assert_true (find_row (self, "single-mode") == single);

  SHOW (self, less);
  assert_rows (self, "single-mode");
  g_assert_true (find_row (self, "single-mode") == single);
}

/* Who mutes what has the focus goes on with the next, and ends where there is nothing to say. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  static const HtapFindingRuleIndex both[] = { HTAP_RULE_FROZEN, HTAP_RULE_SINGLE_MODE };
  static const HtapFindingRuleIndex second[] = { HTAP_RULE_SINGLE_MODE };

  SHOW (self, both);
  gtk_widget_grab_focus (find_row (self, "frozen"));
  SHOW (self, second);
  g_assert_true (gtk_window_get_focus (self->window->window) == find_row (self, "single-mode"));

  show (self, NULL, 0, TRUE);
  g_assert_true (gtk_widget_is_ancestor (htap_widget_test_find (self->findings, "No findings"),
                                         gtk_window_get_focus (self->window->window)));
}

static void
test_activate (Fixture *self, gconstpointer data)
{
  static const HtapFindingRuleIndex one[] = { HTAP_RULE_FROZEN };

  SHOW (self, one);
  gtk_widget_activate (find_row (self, "frozen"));
  htap_widget_test_settle ();
  g_assert_cmpuint (self->window->n_copies, ==, 1);
  gtk_test_accessible_assert_property (self->findings, GTK_ACCESSIBLE_PROPERTY_LABEL, "Findings");
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/detail-findings/quiet", test_quiet);
  ADD ("/detail-findings/rows-stay", test_rows_stay);
  ADD ("/detail-findings/focus", test_focus);
  ADD ("/detail-findings/activate", test_activate);

  return g_test_run ();
}
