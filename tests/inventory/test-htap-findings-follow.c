/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-findings.h"
#include "htap-finding-check.h"
#include "htap-finding-memory.h"
#include "htap-inventory-private.h"

/* What an inventory finds of what each merge touched is what a look at everything would find. */

#define N_IDS 6

typedef struct
{
  HtapInventory *inventory;
  HtapFindings *findings;
  GPtrArray *mirror; /* HtapFinding: the open ones, as a view knows them by its signals */
} Fixture;

static void
on_open_items_changed (Fixture *self, guint position, guint removed, guint added, GListModel *open)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->mirror, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (self->mirror, (int) i, g_list_model_get_item (open, i));
}

/* @hides: whether it does not look at the one that both may look at */
static void
set_profile (Fixture *self, const char *uuid, const char *taurus_id, gboolean enabled, gboolean hides)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (uuid);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();
  g_autoptr (GPtrArray) hidden = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_new ("north", "p"));
  g_ptr_array_add (ids, htap_regional_id_new ("north", taurus_id));
  g_ptr_array_add (ids, htap_regional_id_new ("north", "shared"));
  if (hides)
    g_ptr_array_add (hidden, htap_regional_id_new ("north", "shared"));
  htap_profile_set_name (profile, uuid);
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_enabled (profile, enabled);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, ids);
  htap_profile_set_hidden_taurus_ids (profile, hidden);
  htap_inventory_add_transient_profile (self->inventory, profile, NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GListModel *open;

  self->inventory = htap_inventory_new ("en-us");
  self->findings = htap_inventory_get_findings (self->inventory);
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  open = htap_findings_get_open (self->findings);
  g_signal_connect_swapped (open, "items-changed", G_CALLBACK (on_open_items_changed), self);
  set_profile (self, "one", "t1", TRUE, FALSE);
  set_profile (self, "two", "t2", TRUE, FALSE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->mirror);
  g_assert_finalize_object (self->inventory);
}

static HtapSource *
get_source (Fixture *self, guint position)
{
  g_autoptr (HtapSource) source =
      g_list_model_get_item (htap_inventory_get_sources (self->inventory), position);

  return source;
}

static guint
get_n_sources (Fixture *self)
{
  return g_list_model_get_n_items (htap_inventory_get_sources (self->inventory));
}

static HtapRecord *
new_record (const char *id, const char *status, const char *version, const char *address)
{
  const HtapNode node = { "10.0.0.1", "node", "name" };
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, id);
  htap_record_set_text (record, HTAP_TEXT_STATUS, status);
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  htap_record_set_text (record, HTAP_TEXT_ENGINE_VERSION, version);
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "vpc");
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, address);
  htap_record_add_node (record, &node);

  return record;
}

static const char *
choose (GRand *rand, const char *const *words, guint n_words)
{
  return words[g_rand_int_range (rand, 0, (gint32) n_words)];
}

static HtapRecord *
new_random_record (GRand *rand, const char *id)
{
  static const char *const statuses[] = { "normal", "normal", "normal", "abnormal", "odd" };
  static const char *const versions[] = { "3.1", "3.1", "3.2" };
  static const char *const addresses[] = { "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", NULL };
  HtapRecord *record = new_record (id, choose (rand, statuses, G_N_ELEMENTS (statuses)),
                                   choose (rand, versions, G_N_ELEMENTS (versions)),
                                   choose (rand, addresses, G_N_ELEMENTS (addresses)));

  if (g_rand_boolean (rand))
    htap_record_set_text (record, HTAP_TEXT_HA_MODE, "Single");

  return record;
}

static HtapAnswer *
new_answer (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  HtapAnswer *answer = htap_answer_new (bytes);

  answer->total = answer->maximum = -1;

  return answer;
}

static void
push_answer (Fixture *self, HtapSource *source, GRand *rand)
{
  HtapAnswer *answer = new_answer ();

  for (guint i = 0; i < N_IDS; i++)
    if (g_rand_int_range (rand, 0, 4) > 0)
      {
        g_autofree char *id = g_strdup_printf ("%s-%u", htap_source_get_taurus_id (source), i);

        g_ptr_array_add (answer->records, new_random_record (rand, id));
      }
  answer->total = answer->records->len + (guint) g_rand_int_range (rand, 0, 2);
  answer->maximum = g_rand_int_range (rand, N_IDS - 1, 10);
  htap_merge_queue_push (self->inventory->queue, source, answer);
}

static void
push_error (Fixture *self, HtapSource *source)
{
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_SERVER, NULL, "no");
  htap_merge_queue_push_error (self->inventory->queue, source, error);
}

static void
mute_something (Fixture *self, GRand *rand)
{
  gboolean open = g_rand_boolean (rand);
  GListModel *list = open ? htap_findings_get_open (self->findings)
                          : htap_findings_get_muted (self->findings);
  guint n_findings = g_list_model_get_n_items (list);
  g_autoptr (HtapFinding) finding = NULL;

  if (n_findings == 0)
    return;

  finding = g_list_model_get_item (list, (guint) g_rand_int_range (rand, 0, (gint32) n_findings));
  htap_inventory_set_finding_muted (self->inventory, htap_finding_get_key (finding), open);
}

static void
do_something (Fixture *self, GRand *rand)
{
  HtapSource *source =
      get_n_sources (self) > 0
          ? get_source (self, (guint) g_rand_int_range (rand, 0, (gint32) get_n_sources (self)))
          : NULL;
  int what = g_rand_int_range (rand, 0, 24);

  if (what == 0)
    set_profile (self, "one", "t1", g_rand_int_range (rand, 0, 3) > 0, g_rand_boolean (rand));
  else if (what == 1)
    set_profile (self, "two", "t2", g_rand_int_range (rand, 0, 3) > 0, g_rand_boolean (rand));
  else if (what == 2)
    htap_inventory_mark_changes_seen (self->inventory, NULL);
  else if (what == 3)
    htap_inventory_tick (self->inventory);
  else if (what < 7)
    mute_something (self, rand);
  else if (source != NULL && what < 10)
    push_error (self, source);
  else if (source != NULL && what < 11)
    htap_source_begin (source);
  else if (source != NULL)
    push_answer (self, source, rand);
}

/* Takes from @rows what is muted. Returns: (transfer full): the rest */
static GPtrArray *
part_open (Fixture *self, GArray *rows, GPtrArray *muted)
{
  g_auto (GStrv) keys = htap_findings_dup_muted_keys (self->findings);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      HtapFinding *finding = g_array_index (rows, HtapFindingRow, i).finding;
      gboolean is_muted =
          g_strv_contains ((const char *const *) keys, htap_finding_get_key (finding));

      g_ptr_array_add (is_muted ? muted : open, finding);
    }

  return open;
}

static void
assert_same (GPtrArray *expected, GListModel *present)
{
  for (guint i = 0; i < MIN (expected->len, g_list_model_get_n_items (present)); i++)
    {
      g_autoptr (HtapFinding) finding = g_list_model_get_item (present, i);

      g_assert_cmpstr (htap_finding_get_key (finding), ==,
                       htap_finding_get_key (expected->pdata[i]));
      g_assert_true (htap_finding_says_same (finding, expected->pdata[i]));
    }
  g_assert_cmpuint (expected->len, ==, g_list_model_get_n_items (present));
}

static void
assert_counts (Fixture *self, GPtrArray *open)
{
  guint counts[HTAP_N_SEVERITIES] = { 0 };

  for (guint i = 0; i < open->len; i++)
    counts[htap_finding_get_severity (open->pdata[i])]++;
  for (guint i = 0; i < HTAP_N_SEVERITIES; i++)
    g_assert_cmpuint (htap_findings_get_count (self->findings, i), ==, counts[i]);
}

/* What the rows carry, and how many of them are in trouble. */
static void
assert_instances (Fixture *self, HtapFindingMemory *anew)
{
  GListModel *instances = htap_inventory_get_instances (self->inventory);
  g_auto (GStrv) muted = htap_findings_dup_muted_keys (self->findings);
  guint n_in_trouble = 0;

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      g_autoptr (GPtrArray) expected = htap_finding_memory_dup_of (anew, instance);
      GPtrArray *carried = htap_instance_get_findings (instance);

      for (guint j = expected != NULL ? expected->len : 0; j-- > 0;)
        if (g_strv_contains ((const char *const *) muted,
                             htap_finding_get_key (expected->pdata[j])))
          g_ptr_array_remove_index (expected, j);

      g_assert_cmpint (expected != NULL, ==, carried != NULL);
      for (guint j = 0; expected != NULL && j < MIN (expected->len, carried->len); j++)
        g_assert_true (htap_finding_says_same (expected->pdata[j], carried->pdata[j]));
      if (expected != NULL)
        g_assert_cmpuint (expected->len, ==, carried->len);
      n_in_trouble += htap_instance_get_listed (instance) &&
                      htap_instance_get_severity (instance) >= HTAP_SEVERITY_WARNING;
    }

  g_assert_cmpuint (htap_findings_get_n_in_trouble (self->findings), ==, n_in_trouble);
}

static void
assert_as_anew (Fixture *self)
{
  g_autoptr (HtapFindingMemory) anew = htap_finding_memory_new ();
  g_autoptr (GPtrArray) muted = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = NULL;

  htap_finding_memory_look (anew, htap_inventory_get_instances (self->inventory),
                            htap_inventory_get_sources (self->inventory), NULL,
                            g_get_real_time () / G_USEC_PER_SEC);
  open = part_open (self, htap_finding_memory_get_rows (anew), muted);
  assert_same (open, htap_findings_get_open (self->findings));
  assert_same (muted, htap_findings_get_muted (self->findings));
  assert_counts (self, open);
  assert_instances (self, anew);

  for (guint i = 0; i < open->len; i++)
    g_assert_true (htap_finding_says_same (self->mirror->pdata[i], open->pdata[i]));
  g_assert_cmpuint (self->mirror->len, ==, open->len);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 1500; i++)
    {
      for (int n = g_rand_int_range (rand, 0, 4); n >= 0; n--)
        do_something (self, rand);
      htap_merge_queue_flush (self->inventory->queue);
      assert_as_anew (self);
    }
}

/* An answer of @source that lists one instance. */
static void
answer (Fixture *self, HtapSource *source, const char *id, const char *status)
{
  HtapAnswer *answer = new_answer ();

  if (id != NULL)
    g_ptr_array_add (answer->records, new_record (id, status, "3.1", NULL));
  htap_merge_queue_push (self->inventory->queue, source, answer);
  htap_merge_queue_flush (self->inventory->queue);
  assert_as_anew (self);
}

static void
fail (Fixture *self, HtapSource *source)
{
  push_error (self, source);
  htap_merge_queue_flush (self->inventory->queue);
  assert_as_anew (self);
}

static void
assert_open (Fixture *self, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < self->mirror->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            htap_finding_get_key (self->mirror->pdata[i]));
  g_assert_cmpstr (keys->str, ==, expected);
}

/* Each order: t1, shared (one), t2, shared (two). */
static void
test_shared (Fixture *self, gconstpointer data)
{
  HtapSource *of_one = get_source (self, 1);
  HtapSource *of_two = get_source (self, 3);

  answer (self, of_one, "a", "odd");
  answer (self, of_two, "a", "odd");
  assert_open (self, "status-unknown:a");
  fail (self, of_one);
  assert_open (self, "status-unknown:a not-read:shared");
  fail (self, of_two);
  assert_open (self, "not-read:shared not-read:shared");

  answer (self, of_one, "a", "odd");
  assert_open (self, "status-unknown:a not-read:shared");
  set_profile (self, "one", "t1", TRUE, TRUE);
  assert_as_anew (self);
  assert_open (self, "not-read:shared");
  g_assert_cmpuint (htap_findings_get_n_in_trouble (self->findings), ==, 0);
}

/* Gone, seen to be gone, and back in between. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  HtapSource *source = get_source (self, 0);

  answer (self, source, "a", "odd");
  g_assert_cmpuint (htap_findings_get_n_in_trouble (self->findings), ==, 1);
  answer (self, source, NULL, NULL);
  assert_open (self, "gone:a");
  g_assert_cmpuint (htap_findings_get_n_in_trouble (self->findings), ==, 0);
  fail (self, source);
  assert_open (self, "not-read:t1 gone:a");

  answer (self, source, "a", "odd");
  assert_open (self, "status-unknown:a");
  g_assert_cmpuint (htap_findings_get_n_in_trouble (self->findings), ==, 1);

  answer (self, source, NULL, NULL);
  htap_inventory_mark_changes_seen (self->inventory, NULL);
  assert_as_anew (self);
  assert_open (self, "");
}

/* All goes with the profile. */
static void
test_removed_profile (Fixture *self, gconstpointer data)
{
  answer (self, get_source (self, 0), "a", "odd");
  answer (self, get_source (self, 2), "b", "abnormal");
  fail (self, get_source (self, 1));
  assert_open (self, "status-abnormal:b status-unknown:a not-read:shared");

  set_profile (self, "one", "t1", FALSE, FALSE);
  assert_as_anew (self);
  assert_open (self, "status-abnormal:b");
}

/* What was muted stays so when it goes and comes back. */
static void
test_muted (Fixture *self, gconstpointer data)
{
  HtapSource *source = get_source (self, 0);

  answer (self, source, "a", "odd");
  htap_inventory_set_finding_muted (self->inventory, "status-unknown:a", TRUE);
  assert_as_anew (self);
  answer (self, source, "a", "normal");
  answer (self, source, "a", "odd");
  assert_open (self, "");
  g_assert_cmpuint (htap_findings_get_n_in_trouble (self->findings), ==, 0);
  htap_inventory_set_finding_muted (self->inventory, "status-unknown:a", FALSE);
  assert_as_anew (self);
  assert_open (self, "status-unknown:a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/findings-follow/shared", test_shared);
  ADD ("/findings-follow/gone", test_gone);
  ADD ("/findings-follow/removed-profile", test_removed_profile);
  ADD ("/findings-follow/muted", test_muted);
  ADD ("/findings-follow/random", test_random);

  return g_test_run ();
}
