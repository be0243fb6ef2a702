/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings.h"

#include "htap-instance-detail-private.h"
#include "htap-inventory.h"
#include "htap-status.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapSource *source;
  GListStore *sources;
  GListStore *instances;
  HtapFindings *findings;
  guint n_changed;
  guint n_removed; /* from the open list */
  guint n_added;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->n_removed += removed;
  self->n_added += added;
}

static void
on_changed (Fixture *self)
{
  self->n_changed++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  self->source = htap_source_new (profile, "cn-north-4", "p", "t");
  htap_source_succeed (self->source, NOW, -1, -1, 0, NULL);
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  self->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_list_store_append (self->sources, self->source);
  self->findings = htap_findings_new (G_LIST_MODEL (self->instances), G_LIST_MODEL (self->sources));
  g_signal_connect (htap_findings_get_open (self->findings), "items-changed",
                    G_CALLBACK (on_items_changed), self);
  g_signal_connect_swapped (self->findings, "changed", G_CALLBACK (on_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->findings);
  g_assert_finalize_object (self->instances);
  g_assert_finalize_object (self->sources);
  g_assert_finalize_object (self->source);
}

static HtapRecord *
new_record (const char *id, const char *status, gint64 created)
{
  const HtapNode node = { "10.0.0.1", "node", "name" };
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, id);
  htap_record_set_text (record, HTAP_TEXT_STATUS, status);
  htap_record_set_number (record, HTAP_NUMBER_CREATE_AT, created * 1000);
  htap_record_add_node (record, &node);

  return record;
}

static HtapInstance *
add (Fixture *self, const char *id, const char *status)
{
  g_autoptr (HtapRecord) record = new_record (id, status, NOW);
  g_autoptr (HtapInstance) instance = htap_instance_new (self->source, record);

  g_list_store_append (self->instances, instance);

  return instance;
}

static void
assert_keys (GListModel *findings, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (HtapFinding) finding = g_list_model_get_item (findings, i);
      const char *key = htap_finding_get_key (finding);

      g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", key);
    }

  g_assert_cmpstr (keys->str, ==, expected);
}

static void
assert_open (Fixture *self, const char *expected)
{
  assert_keys (htap_findings_get_open (self->findings), expected);
}

static void
test_look (Fixture *self, gconstpointer data)
{
  HtapInstance *fine = add (self, "a", "normal");
  HtapInstance *unknown = add (self, "b", "odd");
  HtapInstance *broken = add (self, "c", "abnormal");
  g_autoptr (HtapRecord) healed = new_record ("c", "normal", NOW);

  assert_open (self, "");
  g_assert_true (htap_findings_look (self->findings, NOW));
  assert_open (self, "status-abnormal:c status-unknown:b");
  g_assert_cmpuint (htap_findings_get_count (self->findings, HTAP_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (htap_findings_get_count (self->findings, HTAP_SEVERITY_WARNING), ==, 1);
  g_assert_cmpuint (htap_findings_get_count (self->findings, HTAP_SEVERITY_INFORMATION), ==, 0);
  g_assert_cmpint (htap_instance_get_severity (fine), ==, HTAP_SEVERITY_NONE);
  g_assert_cmpint (htap_instance_get_severity (unknown), ==, HTAP_SEVERITY_WARNING);
  g_assert_cmpint (htap_instance_get_severity (broken), ==, HTAP_SEVERITY_ERROR);

  /* The same again is no news to a view. */
  self->n_added = self->n_removed = self->n_changed = 0;
  g_assert_false (htap_findings_look (self->findings, NOW));
  g_assert_cmpuint (self->n_added + self->n_removed + self->n_changed, ==, 0);

  /* Only what changed changes. */
  htap_instance_set_record (broken, healed);
  g_assert_true (htap_findings_look (self->findings, NOW));
  assert_open (self, "status-unknown:b");
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (self->n_added, ==, 0);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpint (htap_instance_get_severity (broken), ==, HTAP_SEVERITY_NONE);
}

/* What says something else is another finding. */
static void
test_other_words (Fixture *self, gconstpointer data)
{
  HtapInstance *instance = add (self, "a", "odd");
  g_autoptr (HtapRecord) odder = new_record ("a", "odder", NOW);

  htap_findings_look (self->findings, NOW);
  htap_instance_set_record (instance, odder);
  self->n_added = self->n_removed = 0;

  g_assert_true (htap_findings_look (self->findings, NOW));
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (self->n_added, ==, 1);
}

static void
test_muted (Fixture *self, gconstpointer data)
{
  static const char *const keys[] = { "status-unknown:b", "frozen:not-there", NULL };
  static const char *const nothing[] = { NULL };
  g_auto (GStrv) kept = NULL;
  HtapInstance *unknown = add (self, "b", "odd");
  g_autoptr (GPtrArray) of_unknown = NULL;

  add (self, "c", "odd");
  g_assert_true (htap_findings_set_muted_keys (self->findings, keys));
  g_assert_false (htap_findings_set_muted_keys (self->findings, keys));
  htap_findings_look (self->findings, NOW);

  assert_open (self, "status-unknown:c");
  assert_keys (htap_findings_get_muted (self->findings), "status-unknown:b");
  g_assert_cmpuint (htap_findings_get_count (self->findings, HTAP_SEVERITY_WARNING), ==, 1);
  g_assert_cmpint (htap_instance_get_severity (unknown), ==, HTAP_SEVERITY_NONE);
  of_unknown = htap_findings_dup_of (self->findings, unknown);
  g_assert_cmpuint (of_unknown->len, ==, 0);

  /* What is not found at present stays muted. */
  kept = htap_findings_dup_muted_keys (self->findings);
  g_assert_cmpuint (g_strv_length (kept), ==, 2);
  g_assert_cmpstr (kept[0], ==, "frozen:not-there");

  self->n_changed = 0;
  g_assert_true (htap_findings_set_muted_keys (self->findings, nothing));
  g_assert_cmpuint (self->n_changed, ==, 1);
  assert_open (self, "status-unknown:b status-unknown:c");
  assert_keys (htap_findings_get_muted (self->findings), "");
}

/* An instance is told of what is wrong with its TaurusDB instance too. */
static void
test_of_instance (Fixture *self, gconstpointer data)
{
  HtapInstance *one = add (self, "a", "odd");
  g_autoptr (GPtrArray) found = NULL;

  add (self, "b", "abnormal");
  htap_source_succeed (self->source, NOW, 10, 10, 10, NULL);
  htap_findings_look (self->findings, NOW);
  found = htap_findings_dup_of (self->findings, one);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (htap_finding_get_rule_id (found->pdata[0]), ==, "status-unknown");
  g_assert_cmpstr (htap_finding_get_rule_id (found->pdata[1]), ==, "capacity-full");
  g_assert_cmpint (htap_instance_get_severity (one), ==, HTAP_SEVERITY_WARNING);
}

/* What somebody looked at is asked about too, until that is too old, however the clock goes. */
static void
test_detail (Fixture *self, gconstpointer data)
{
  HtapInstance *instance = add (self, "a", "normal");
  g_autoptr (HtapInstanceDetail) detail = htap_instance_detail_new (instance, NULL, NULL, NULL);
  HtapDetail *read = htap_detail_new ();

  htap_findings_look (self->findings, NOW);
  assert_open (self, "");
  g_assert_false (htap_findings_note_detail (self->findings, instance, detail, NOW));

  htap_detail_set_text (read, HTAP_DETAIL_TEXT_PUBLIC_IP, "203.0.113.7");
  htap_instance_detail_take (detail, HTAP_DETAIL_PART_DETAIL, read, NULL);
  g_assert_true (htap_findings_note_detail (self->findings, instance, detail, NOW));
  g_assert_true (htap_findings_look (self->findings, NOW));
  assert_open (self, "public:a");
  g_assert_cmpint (htap_instance_get_severity (instance), ==, HTAP_SEVERITY_WARNING);

  g_assert_false (htap_findings_look (self->findings, NOW - 60));
  assert_open (self, "public:a");
  g_assert_true (htap_findings_is_due (self->findings, NOW + HTAP_SOURCE_STALE_AFTER));
  g_assert_true (htap_findings_look (self->findings, NOW + HTAP_SOURCE_STALE_AFTER));
  assert_open (self, "");
}

/* Forwards by years: what was found a moment ago is as old as that, and nothing is forgotten. */
static void
test_clock_jumps (Fixture *self, gconstpointer data)
{
  const gint64 years = G_GINT64_CONSTANT (10) * 365 * 24 * 60 * 60;

  add (self, "a", "creating");
  add (self, "b", "abnormal");
  htap_findings_look (self->findings, NOW);
  assert_open (self, "status-abnormal:b");

  g_assert_true (htap_findings_is_due (self->findings, NOW + years));
  htap_findings_look (self->findings, NOW + years);
  assert_open (self, "status-abnormal:b creating-long:a not-read:t");

  g_assert_true (htap_findings_is_due (self->findings, NOW - years));
  htap_findings_look (self->findings, NOW - years);
  assert_open (self, "status-abnormal:b");
  g_assert_true (htap_findings_is_due (self->findings, NOW + 3600));
  htap_findings_look (self->findings, NOW + 3600);
  assert_open (self, "status-abnormal:b creating-long:a");
}

/* No answer comes, and yet; and a clock that is set back makes it too early again. */
static void
test_time (Fixture *self, gconstpointer data)
{
  add (self, "a", "creating");
  htap_findings_look (self->findings, NOW);
  assert_open (self, "");
  g_assert_false (htap_findings_is_due (self->findings, NOW + 3599));
  g_assert_true (htap_findings_is_due (self->findings, NOW + 3600));

  htap_findings_look (self->findings, NOW + 3600);
  assert_open (self, "creating-long:a");
  g_assert_false (htap_findings_is_due (self->findings, NOW + 3660));
  g_assert_true (htap_findings_is_due (self->findings, NOW));

  htap_findings_look (self->findings, NOW);
  assert_open (self, "");
}

/* As settings are bound to it, and as a window mutes. */
static void
test_inventory (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", "t");
  GListModel *sources = htap_inventory_get_sources (inventory);
  GListModel *open = htap_findings_get_open (htap_inventory_get_findings (inventory));
  g_autoptr (HtapFinding) finding = NULL;
  g_auto (GStrv) keys = NULL;

  g_list_store_append (G_LIST_STORE (sources), source);
  htap_source_succeed (source, g_get_real_time () / G_USEC_PER_SEC - 25 * 60 * 60, 0, 10, 0, NULL);
  htap_inventory_tick (inventory);
  assert_keys (open, "not-read:t");

  finding = g_list_model_get_item (open, 0);
  htap_inventory_set_finding_muted (inventory, htap_finding_get_key (finding), TRUE);
  assert_keys (open, "");
  g_object_get (inventory, "muted-findings", &keys, NULL);
  g_assert_cmpstr (keys[0], ==, "not-read:t");
  g_assert_null (keys[1]);

  g_object_set (inventory, "muted-findings", NULL, NULL);
  assert_keys (open, "not-read:t");
  htap_inventory_set_finding_muted (inventory, htap_finding_get_key (finding), FALSE);
  assert_keys (open, "not-read:t");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/findings/look", test_look);
  ADD ("/findings/other-words", test_other_words);
  ADD ("/findings/muted", test_muted);
  ADD ("/findings/of-instance", test_of_instance);
  ADD ("/findings/detail", test_detail);
  ADD ("/findings/clock-jumps", test_clock_jumps);
  ADD ("/findings/time", test_time);
  g_test_add_func ("/findings/inventory", test_inventory);

  return g_test_run ();
}
