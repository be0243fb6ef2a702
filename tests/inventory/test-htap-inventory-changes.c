/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-error.h"
#include "htap-findings.h"
#include "htap-saved-fixture.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a cloud changes, as the window is told of it: over real HTTP, and from one run of the
 * program to the next. */

/* The published example's instances, and one more. */
#define FJLD "bfc970d8e9b34a399b4c422aabe11409in17"

typedef HtapFleetFixture Fixture;

static const char *const uuid = HTAP_SAVED_UUID;

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "htap-inventory", "changes.jsonl", NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  htap_fleet_fixture_set_up (fixture, data);
  htap_inventory_set_keep_snapshots (fixture->inventory, TRUE);
}

/* A first sweep of a saved profile. */
static void
read_once (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile = htap_fleet_fixture_new_profile (fixture, uuid);

  htap_saved_fixture_save_profile (fixture, profile);
  htap_fleet_fixture_refresh (fixture);
}

static HtapChanges *
get_changes (Fixture *fixture)
{
  return htap_inventory_get_changes (fixture->inventory);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_changes (fixture)));
}

static guint
count_unseen (Fixture *fixture)
{
  return htap_changes_get_n_unseen (get_changes (fixture));
}

/* Returns: (transfer none): the change at @position */
static HtapChange *
get (Fixture *fixture, guint position)
{
  g_autoptr (HtapChange) change =
      g_list_model_get_item (G_LIST_MODEL (get_changes (fixture)), position);

  g_assert_nonnull (change);

  return change;
}

/* Returns: (transfer none) (nullable): the row of @id */
static HtapInstance *
find (Fixture *fixture, const char *id)
{
  GListModel *instances = htap_inventory_get_instances (fixture->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (g_str_equal (htap_instance_get_id (instance), id))
        return instance;
    }

  return NULL;
}

static void
control (Fixture *fixture, const char *method, const char *path, const char *body)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (fixture->probe, method, path, body);

  g_assert_cmpuint (htap_demo_reply_status (reply) / 100, ==, 2);
}

/* The status that the cloud reports of the instance. */
static void
set_status (Fixture *fixture, const char *status)
{
  g_autofree char *body =
      g_strdup_printf ("{\"instance_state\":{\"instance_status\":\"%s\"}}", status);

  control (fixture, "PUT", "/demo/instances/" FJLD, body);
}

static void
remove_instance (Fixture *fixture)
{
  control (fixture, "DELETE", "/demo/instances/" FJLD, NULL);
}

static void
add_instance (Fixture *fixture, const char *name)
{
  g_autofree char *body = g_strdup_printf ("{\"id\":\"%s\",\"name\":\"%s\"}", FJLD, name);

  control (fixture, "POST", "/demo/taurus/" ORDERS_TAURUS "/instances", body);
}

static guint
count_gone (Fixture *fixture)
{
  GListModel *open = htap_findings_get_open (htap_inventory_get_findings (fixture->inventory));
  guint n_gone = 0;

  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (HtapFinding) finding = g_list_model_get_item (open, i);

      n_gone += g_str_equal (htap_finding_get_rule_id (finding), "gone");
    }

  return n_gone;
}

/* Nobody has seen what was before. */
static void
test_first_answers (Fixture *fixture, gconstpointer data)
{
  read_once (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), >, 4);
  g_assert_cmpuint (count (fixture), ==, 0);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  const HtapFieldSet shown = HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS);
  const HtapFieldSet status = HTAP_FIELD_BIT (HTAP_FIELD_STATUS);
  gint64 begin = g_get_real_time () / G_USEC_PER_SEC;
  HtapInstance *instance;
  const HtapChangeFacts *facts;
  HtapChange *change;

  read_once (fixture);
  set_status (fixture, "abnormal");
  htap_fleet_fixture_refresh (fixture);

  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpuint (count_unseen (fixture), ==, 1);
  change = get (fixture, 0);
  facts = htap_change_get_facts (change);
  g_assert_cmpint (facts->kind, ==, HTAP_CHANGE_CHANGED);
  g_assert_cmpint (facts->field, ==, HTAP_FIELD_SHOWN_STATUS);
  g_assert_cmpstr (facts->id, ==, FJLD);
  g_assert_cmpstr (facts->profile, ==, uuid);
  g_assert_cmpstr (facts->taurus_id, ==, ORDERS_TAURUS);
  g_assert_cmpstr (facts->new_value, ==, "abnormal");
  g_assert_cmpint (facts->until, >=, begin);
  g_assert_cmpint (facts->at, >=, facts->until);
  g_assert_false (facts->transient);

  instance = find (fixture, FJLD);
  g_assert_true (htap_inventory_find_changed (fixture->inventory, change) == instance);
  g_assert_true (htap_change_concerns (change, instance));
  /* The API's status has changed as well, and is not told of twice. */
  g_assert_cmphex (htap_changes_get_unseen_fields (get_changes (fixture), instance), ==,
                   shown | status);
  g_assert_true (htap_changes_find_unseen (get_changes (fixture), instance, status) == change);
  g_assert_null (
      htap_changes_find_unseen (get_changes (fixture), instance, HTAP_FIELD_BIT (HTAP_FIELD_NAME)));
}

/* An answer that does not come changes nothing. */
static void
test_failed_answer (Fixture *fixture, gconstpointer data)
{
  read_once (fixture);
  set_status (fixture, "abnormal");
  htap_demo_probe_fault (fixture->probe, "{\"status\":403}");
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (htap_instance_get_listed (find (fixture, FJLD)));

  control (fixture, "DELETE", "/demo/faults", NULL);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_gone_and_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) instance = NULL;
  guint n_rows, n_listed;

  read_once (fixture);
  n_rows = htap_fleet_fixture_get_n_rows (fixture);
  instance = g_object_ref (find (fixture, FJLD));
  remove_instance (fixture);
  htap_fleet_fixture_refresh (fixture);

  g_assert_true (find (fixture, FJLD) == instance);
  g_assert_false (htap_instance_get_listed (instance));
  g_assert_cmpint (htap_instance_get_gone_since (instance), >, 0);
  n_listed = htap_inventory_get_n_listed (fixture->inventory);
  g_assert_cmpuint (n_listed, ==, n_rows - 1);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, n_rows);
  g_assert_cmpuint (count_gone (fixture), ==, 1);
  g_assert_nonnull (
      htap_changes_find_unseen_kind (get_changes (fixture), instance, HTAP_CHANGE_GONE));

  /* It is said once. */
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);

  htap_inventory_mark_instance_seen (fixture->inventory, instance);
  g_assert_null (find (fixture, FJLD));
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, n_listed);
  g_assert_cmpuint (htap_inventory_get_n_listed (fixture->inventory), ==, n_listed);
  g_assert_cmpuint (count_gone (fixture), ==, 0);
  g_assert_cmpuint (count_unseen (fixture), ==, 0);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  HtapInstance *instance;
  guint n_rows;

  read_once (fixture);
  n_rows = htap_fleet_fixture_get_n_rows (fixture);
  instance = find (fixture, FJLD);
  remove_instance (fixture);
  htap_fleet_fixture_refresh (fixture);
  add_instance (fixture, "reborn");
  htap_fleet_fixture_refresh (fixture);

  g_assert_true (find (fixture, FJLD) == instance);
  g_assert_true (htap_instance_get_listed (instance));
  g_assert_cmpint (htap_instance_get_gone_since (instance), ==, 0);
  g_assert_cmpstr (htap_instance_get_name (instance), ==, "reborn");
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, n_rows);
  g_assert_cmpuint (htap_inventory_get_n_listed (fixture->inventory), ==, n_rows);
  g_assert_cmpuint (count_gone (fixture), ==, 0);
  g_assert_nonnull (
      htap_changes_find_unseen_kind (get_changes (fixture), instance, HTAP_CHANGE_ADDED));

  /* That somebody has seen it does not make it go. */
  htap_inventory_mark_changes_seen (fixture->inventory, NULL);
  g_assert_true (find (fixture, FJLD) == instance);
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  remove_instance (fixture);
  read_once (fixture);
  add_instance (fixture, "new");
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpint (htap_change_get_kind (get (fixture, 0)), ==, HTAP_CHANGE_ADDED);
  g_assert_cmpstr (htap_change_get_name (get (fixture, 0)), ==, "new");
}

/* What happens while the program does not run is seen at its next start. */
static void
test_between_runs (Fixture *fixture, gconstpointer data)
{
  read_once (fixture);
  htap_saved_fixture_start_again (fixture);
  set_status (fixture, "abnormal");
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* So many that they are read in a thread, beside the rows; what is gone needs both. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();
  g_autofree char *text = NULL;
  g_autoptr (GString) more = NULL;
  const char *line;

  read_once (fixture);
  set_status (fixture, "abnormal");
  htap_fleet_fixture_refresh (fixture);
  remove_instance (fixture);
  htap_fleet_fixture_refresh (fixture);
  htap_saved_fixture_start_again (fixture);

  /* The first line after the header, again and again. */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  line = strchr (text, '\n') + 1;
  more = g_string_new_len (text, line - text);
  for (guint i = 0; i < 300; i++)
    g_string_append_len (more, line, strchr (line, '\n') + 1 - line);
  g_string_append (more, line);
  g_assert_cmpuint (more->len, >, 64 * 1024);
  htap_test_write_file (path, more->str);

  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 302);
  g_assert_cmpint (htap_change_get_kind (get (fixture, 0)), ==, HTAP_CHANGE_GONE);
  g_assert_nonnull (find (fixture, FJLD));
  g_assert_false (htap_instance_get_listed (find (fixture, FJLD)));
  htap_inventory_mark_changes_seen (fixture->inventory, NULL);
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count_unseen (fixture), ==, 0);
  g_assert_cmpuint (count (fixture), ==, 302);
}

/* Answers that come before what was kept is shown wait for it. */
static void
test_while_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  read_once (fixture);
  htap_saved_fixture_start_again (fixture);
  set_status (fixture, "abnormal");
  htap_inventory_show_snapshots_async (fixture->inventory, NULL, htap_test_on_result, &result);
  htap_fleet_fixture_refresh (fixture);
  htap_inventory_show_snapshots_finish (fixture->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  HtapInstance *instance;
  GStatBuf status;
  g_autofree char *path = dup_path ();
  guint n_rows;

  read_once (fixture);
  n_rows = htap_fleet_fixture_get_n_rows (fixture);
  set_status (fixture, "abnormal");
  htap_fleet_fixture_refresh (fixture);
  remove_instance (fixture);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);

  htap_saved_fixture_start_again (fixture);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpuint (count_unseen (fixture), ==, 2);
  g_assert_cmpint (htap_change_get_kind (get (fixture, 0)), ==, HTAP_CHANGE_GONE);
  g_assert_cmpint (htap_change_get_kind (get (fixture, 1)), ==, HTAP_CHANGE_CHANGED);

  /* Its row is there again, with what it was. */
  instance = find (fixture, FJLD);
  g_assert_nonnull (instance);
  g_assert_false (htap_instance_get_listed (instance));
  g_assert_cmpstr (htap_instance_get_private_ip (instance), !=, NULL);
  g_assert_cmpint (htap_instance_get_shown_status (instance), ==, HTAP_SHOWN_STATUS_ABNORMAL);
  g_assert_cmpuint (htap_inventory_get_n_listed (fixture->inventory), ==, n_rows - 1);
  g_assert_cmpuint (count_gone (fixture), ==, 1);

  /* Nothing is told twice. */
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_true (find (fixture, FJLD) == instance);

  htap_inventory_mark_changes_seen (fixture->inventory, get (fixture, 1));
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpuint (count_unseen (fixture), ==, 0);
  g_assert_null (find (fixture, FJLD));
}

/* Neither the demo's nor the environment's changes leave a trace. */
static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();

  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, uuid));
  htap_fleet_fixture_refresh (fixture);
  set_status (fixture, "abnormal");
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_true (htap_change_get_facts (get (fixture, 0))->transient);
  htap_inventory_mark_changes_seen (fixture->inventory, get (fixture, 0));
  htap_saved_fixture_start_again (fixture);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();

  htap_inventory_set_keep_snapshots (fixture->inventory, FALSE);
  read_once (fixture);
  set_status (fixture, "abnormal");
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  htap_saved_fixture_start_again (fixture);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();

  read_once (fixture);
  remove_instance (fixture);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  htap_saved_fixture_clear (fixture);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_null (find (fixture, FJLD));

  /* What is forgotten does not come back with the next one. */
  add_instance (fixture, "again");
  htap_fleet_fixture_refresh (fixture);
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_profile_removed (Fixture *fixture, gconstpointer data)
{
  read_once (fixture);
  remove_instance (fixture);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  htap_saved_fixture_remove_profile (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();
  g_autofree char *text = NULL;
  g_autofree char *broken = NULL;
  const GError *error;

  read_once (fixture);
  set_status (fixture, "abnormal");
  htap_fleet_fixture_refresh (fixture);
  htap_saved_fixture_start_again (fixture);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  broken = g_strconcat (text, "{no JSON\n", NULL);
  htap_test_write_file (path, broken);

  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  error = htap_inventory_get_snapshots_error (fixture->inventory);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_CHANGES_SET_ASIDE);
  g_assert_true (g_str_has_prefix (htap_error_get_details (error)->subject, path));

  /* What was understood is in the file again. */
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_null (htap_inventory_get_snapshots_error (fixture->inventory));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/inventory-changes/" path, Fixture, NULL, set_up, function,                         \
              htap_saved_fixture_tear_down)
  ADD ("first-answers", test_first_answers);
  ADD ("changed", test_changed);
  ADD ("failed-answer", test_failed_answer);
  ADD ("gone-and-seen", test_gone_and_seen);
  ADD ("comes-back", test_comes_back);
  ADD ("added", test_added);
  ADD ("between-runs", test_between_runs);
  ADD ("many", test_many);
  ADD ("while-shown", test_while_shown);
  ADD ("restart", test_restart);
  ADD ("not-saved", test_not_saved);
  ADD ("off", test_off);
  ADD ("clear", test_clear);
  ADD ("profile-removed", test_profile_removed);
  ADD ("broken", test_broken);
#undef ADD

  return g_test_run ();
}
