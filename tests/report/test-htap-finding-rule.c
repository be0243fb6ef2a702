/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-rule.h"

#include "htap-error.h"
#include "htap-finding-check.h"
#include "htap-format.h"
#include "htap-test-samples.h"

#include <string.h>

/* 2024-03-22 08:00:00 UTC */
#define NOW    G_GINT64_CONSTANT (1711094400)
#define MINUTE 60
#define HOUR   (60 * MINUTE)

typedef struct
{
  HtapSource *source;
  HtapRecord *record;
  GListStore *instances;
  GListStore *sources;
} Fixture;

/* An instance and a TaurusDB instance that nothing is wrong with. */
static void
set_up (Fixture *self)
{
  const HtapNode node = { "10.0.0.1", "node", "name" };

  self->source = htap_test_sample_source ();
  self->record = htap_test_sample_record (SAMPLE_ID, NULL);
  htap_record_set_text (self->record, HTAP_TEXT_STATUS, "normal");
  htap_record_set_text (self->record, HTAP_TEXT_HA_MODE, "Cluster");
  htap_record_set_number (self->record, HTAP_NUMBER_NODE_NUM, 6);
  htap_record_add_node (self->record, &node);
  htap_source_succeed (self->source, NOW, 1, 10, 1, NULL);
  self->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
}

static void
tear_down (Fixture *self)
{
  g_object_unref (self->instances);
  g_object_unref (self->sources);
  htap_record_unref (self->record);
  g_object_unref (self->source);
}

static void
set_status (Fixture *self, const char *status)
{
  htap_record_set_text (self->record, HTAP_TEXT_STATUS, status);
}

static void
set_taurus_status (Fixture *self, const char *status)
{
  g_autoptr (HtapTaurus) taurus = htap_taurus_new ();

  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, SAMPLE_TAURUS_ID);
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_STATUS, status);
  htap_source_set_taurus (self->source, taurus);
}

static void
set_created (Fixture *self, gint64 ago)
{
  htap_record_set_number (self->record, HTAP_NUMBER_CREATE_AT, (NOW - ago) * 1000);
}

static void
add_action (Fixture *self, const char *name, const char *status, gint64 ago)
{
  const HtapAction action = { .action = name, .status = status, .created_at = (NOW - ago) * 1000 };

  htap_record_add_action (self->record, &action);
}

static void
set_counts (Fixture *self, gint64 total, gint64 maximum, guint n_instances)
{
  htap_source_succeed (self->source, NOW, total, maximum, n_instances, NULL);
}

static void
fail (Fixture *self)
{
  g_autoptr (GError) error = g_error_new (HTAP_ERROR, HTAP_ERROR_TIMEOUT, "too slow");

  htap_source_fail (self->source, error);
}

/* clang-format off */
#define CASE(name, code) static void name (Fixture *self) { code; }
CASE (nothing, (void) self)
CASE (createfail, { set_status (self, "createfail");
                    htap_record_set_text (self->record, HTAP_TEXT_FAIL_MESSAGE, "no addresses");
                    htap_record_set_text (self->record, HTAP_TEXT_CREATE_FAIL_ERROR_CODE, "DBS.1"); })
CASE (createfailed, set_status (self, "createfailed"))
CASE (abnormal, set_status (self, "abnormal"))
CASE (frozen, htap_record_set_number (self->record, HTAP_NUMBER_IS_FROZEN, 1))
CASE (not_frozen, htap_record_set_number (self->record, HTAP_NUMBER_IS_FROZEN, 0))
CASE (restart, htap_record_set_number (self->record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, 1))
CASE (unknown, set_status (self, "sleeping"))
CASE (no_status, set_status (self, NULL))
CASE (creating, { set_status (self, "creating"); set_created (self, HOUR); })
CASE (creating_short, { set_status (self, "creating"); set_created (self, HOUR - 1); })
CASE (creating_future, { set_status (self, "creating"); set_created (self, -HOUR); })
CASE (resize, add_action (self, "resize_flavor", "OK_TO_RUN", HOUR))
CASE (resize_short, add_action (self, "resize_flavor", "OK_TO_RUN", HOUR - 1))
CASE (resize_over, add_action (self, "resize_flavor", "DELETED", 2 * HOUR))
CASE (reboot, add_action (self, "RESTART_INSTANCE", "OK_TO_RUN", 15 * MINUTE))
CASE (reboot_short, add_action (self, "RESTART_INSTANCE", "OK_TO_RUN", 15 * MINUTE - 1))
CASE (second_action, { add_action (self, "resize_flavor", "DELETED", 2 * HOUR);
                       add_action (self, "reboot", "OK_TO_RUN", 15 * MINUTE); })
CASE (creating_action, { set_status (self, "creating"); set_created (self, HOUR - 1);
                         add_action (self, "create", "OK_TO_RUN", 2 * HOUR); })
CASE (few_nodes, htap_record_set_number (self->record, HTAP_NUMBER_NODE_NUM, 5))
CASE (few_resizing, { few_nodes (self); resize_short (self); })
CASE (few_single, { few_nodes (self); htap_record_set_text (self->record, HTAP_TEXT_HA_MODE, "Single"); })
CASE (parent_abnormal, set_taurus_status (self, "abnormal"))
CASE (parent_frozen, set_taurus_status (self, "FROZEN"))
CASE (parent_unknown, set_taurus_status (self, "sleeping"))
CASE (parent_normal, set_taurus_status (self, "normal"))
CASE (parent_backup, set_taurus_status (self, "BACKING UP"))
CASE (failing, fail (self))
CASE (unread, htap_source_succeed (self->source, NOW - 24 * HOUR, 1, 10, 1, NULL))
CASE (unread_short, htap_source_succeed (self->source, NOW - 24 * HOUR + 1, 1, 10, 1, NULL))
CASE (stale, { abnormal (self); htap_source_tick (self->source, NOW + HOUR); })
CASE (stale_failing, { abnormal (self); fail (self); })
CASE (full, set_counts (self, 10, 10, 10))
CASE (high, set_counts (self, 8, 10, 8))
CASE (not_high, set_counts (self, 7, 10, 7))
CASE (no_limit, set_counts (self, 8, -1, 8))
CASE (mismatch, set_counts (self, 3, 10, 2))
CASE (no_total, set_counts (self, -1, 10, 2))
CASE (single, htap_record_set_text (self->record, HTAP_TEXT_HA_MODE, "Single"))

/* Every rule hit, and each way to miss it; in C, at UTC. */
static const struct
{
  const char *name;
  void (*arrange) (Fixture *self);
  const char *rules; /* all that hit */
  const char *sentence;
} cases[] = {
  { "nothing", nothing, "", NULL },
  { "create-failed", createfail, "create-failed", "Creation failed: no addresses (DBS.1)" },
  { "create-failed-other-word", createfailed, "create-failed", "Creation failed" },
  { "status-abnormal", abnormal, "status-abnormal", "Instance is abnormal" },
  { "frozen", frozen, "frozen", "Frozen: usually the account balance is 0 or less" },
  { "not-frozen", not_frozen, "", NULL },
  { "restart-needed", restart, "restart-needed", "Reboot needed for parameter changes" },
  { "status-unknown", unknown, "status-unknown", "Unknown status “sleeping”" },
  { "status-absent", no_status, "status-unknown", "No status is reported" },
  { "creating-long", creating, "creating-long", "Creating for 60 minutes" },
  { "creating-short", creating_short, "", NULL },
  { "creating-future", creating_future, "", NULL },
  { "action-long", resize, "action-long", "resize_flavor has been running for 60 minutes" },
  { "action-short", resize_short, "", NULL },
  { "action-over", resize_over, "", NULL },
  { "restart-long", reboot, "action-long", "RESTART_INSTANCE has been running for 15 minutes" },
  { "restart-short", reboot_short, "", NULL },
  { "second-action", second_action, "action-long", "reboot has been running for 15 minutes" },
  { "action-of-creation", creating_action, "", NULL },
  { "nodes-few", few_nodes, "nodes-few", "Fewer nodes than a cluster has (3 FE and 3 BE)" },
  { "nodes-few-changing", few_resizing, "", NULL },
  { "nodes-few-single", few_single, "single-mode", NULL },
  { "parent-abnormal", parent_abnormal, "parent-not-normal",
    "TaurusDB instance is abnormal; synchronization may stop" },
  { "parent-frozen", parent_frozen, "parent-not-normal",
    "TaurusDB instance is not normal (Frozen); synchronization may stop" },
  { "parent-unknown", parent_unknown, "parent-not-normal",
    "TaurusDB instance is not normal (sleeping); synchronization may stop" },
  { "parent-normal", parent_normal, "", NULL },
  { "parent-backup", parent_backup, "", NULL },
  { "not-read-failing", failing, "not-read", "Not read since 08:00" },
  { "not-read-long", unread, "not-read", "Not read since 2024-03-21 08:00" },
  { "not-read-short", unread_short, "", NULL },
  { "stale-says-nothing", stale, "", NULL },
  { "failing-says-not-read", stale_failing, "not-read", NULL },
  { "capacity-full", full, "capacity-full", "10 of 10 HTAP instances used" },
  { "capacity-high", high, "capacity-high", "8 of 10 HTAP instances used" },
  { "capacity-low", not_high, "", NULL },
  { "capacity-unknown", no_limit, "", NULL },
  { "total-mismatch", mismatch, "total-mismatch",
    "The answer may be incomplete: 2 of 3 HTAP instances" },
  { "total-unknown", no_total, "", NULL },
  { "single-mode", single, "single-mode",
    "Single instances are for trial and testing, without an SLA" },
};
/* clang-format on */

static GPtrArray *
check (Fixture *self, gint64 *due)
{
  g_autoptr (HtapInstance) instance = htap_instance_new (self->source, self->record);

  g_list_store_append (self->instances, instance);
  g_list_store_append (self->sources, self->source);

  return htap_finding_check (G_LIST_MODEL (self->instances), G_LIST_MODEL (self->sources), NOW,
                             due);
}

static char *
dup_rules (GPtrArray *findings)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (rules, "%s%s", i > 0 ? " " : "",
                            htap_finding_get_rule_id (findings->pdata[i]));

  return g_string_free (rules, FALSE);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Fixture self;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *sentence = NULL;

  set_up (&self);
  cases[i].arrange (&self);
  findings = check (&self, NULL);
  rules = dup_rules (findings);

  g_assert_cmpstr (rules, ==, cases[i].rules);
  if (cases[i].sentence != NULL)
    {
      sentence = htap_finding_dup_sentence (findings->pdata[0], NOW);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }

  g_clear_pointer (&findings, g_ptr_array_unref);
  tear_down (&self);
}

/* Of what is gone nothing else is said, whatever was wrong with it, and however old the news of its
 * neighbours are. */
static void
test_gone (void)
{
  Fixture self;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (HtapInstance) instance = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *sentence = NULL;

  set_up (&self);
  abnormal (&self);
  htap_source_tick (self.source, NOW + HOUR);
  instance = htap_instance_new (self.source, self.record);
  htap_instance_set_gone_since (instance, NOW - 20 * MINUTE);
  g_list_store_append (self.instances, instance);
  findings =
      htap_finding_check (G_LIST_MODEL (self.instances), G_LIST_MODEL (self.sources), NOW, NULL);
  rules = dup_rules (findings);
  g_assert_cmpstr (rules, ==, "gone");
  sentence = htap_finding_dup_sentence (findings->pdata[0], NOW);
  g_assert_cmpstr (sentence, ==, "Gone since 07:40");
  g_assert_cmpint (htap_finding_get_severity (findings->pdata[0]), ==, HTAP_SEVERITY_WARNING);

  g_clear_pointer (&findings, g_ptr_array_unref);
  g_clear_object (&instance);
  tear_down (&self);
}

static void
test_no_readable_node (void)
{
  Fixture self;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;

  set_up (&self);
  htap_record_unref (self.record);
  self.record = htap_test_sample_record (SAMPLE_ID, NULL);
  set_status (&self, "normal");
  findings = check (&self, NULL);
  rules = dup_rules (findings);
  g_assert_cmpstr (rules, ==, "nodes-unread");

  /* Of one that is being changed it is no wonder. */
  htap_record_unref (self.record);
  self.record = htap_test_sample_record (SAMPLE_ID, NULL);
  set_status (&self, "normal");
  resize_short (&self);
  g_list_store_remove_all (self.instances);
  g_list_store_remove_all (self.sources);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = check (&self, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  tear_down (&self);
}

/* What time alone will bring is said beforehand. */
static void
test_due (void)
{
  Fixture self;
  g_autoptr (GPtrArray) findings = NULL;
  gint64 due;

  set_up (&self);
  reboot_short (&self);
  findings = check (&self, &due);
  g_assert_cmpint (due, ==, NOW + 1);
  g_clear_pointer (&findings, g_ptr_array_unref);
  tear_down (&self);

  set_up (&self);
  findings = check (&self, &due);
  g_assert_cmpint (due, ==, NOW + 24 * HOUR);
  tear_down (&self);
}

/* The table has an id, a severity and a sentence for each rule, the worst first, and one of the
 * severities that the command line's exit status follows from. */
static void
test_table (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < HTAP_N_RULES; i++)
    {
      const HtapFindingRule *rule = htap_finding_rule_get (i);

      g_assert_true (g_hash_table_add (ids, (gpointer) rule->kind.id));
      g_assert_cmpint (rule->kind.severity, >=, HTAP_SEVERITY_INFORMATION);
      g_assert_true (rule->kind.dup_sentence != NULL);
      g_assert_cmpuint (htap_finding_rule_get_index (rule), ==, i);
      g_assert_cmpint ((rule->hits_instance != NULL) + (rule->hits_detail != NULL) +
                           (rule->hits_source != NULL),
                       <=, 1);
      if (rule->kind.severity > HTAP_SEVERITY_INFORMATION)
        g_assert_true (rule->remedy != NULL || i == HTAP_RULE_NOT_READ);
      if (i > 0)
        g_assert_cmpint (rule->kind.severity, <=, htap_finding_rule_get (i - 1)->kind.severity);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/finding-rule/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/finding-rule/gone", test_gone);
  g_test_add_func ("/finding-rule/no-readable-node", test_no_readable_node);
  g_test_add_func ("/finding-rule/due", test_due);
  g_test_add_func ("/finding-rule/table", test_table);

  return g_test_run ();
}
