/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-memory.h"

#include "htap-error.h"
#include "htap-finding-check.h"
#include "htap-finding-detail.h"

#define NOW G_GINT64_CONSTANT (1711094400)

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* A memory that follows what happens. */
typedef struct
{
  HtapFindingMemory *memory;
  GListStore *sources;
  GListStore *instances;
  GHashTable *details;
  HtapTouched *touched;
  gint64 now;
  gint64 looked;
  guint n_made;
  gboolean follows; /* the next look may be one at what was touched */
  guint n_followed;
} Fixture;

/* What was touched is enough, but where it cannot be known. */
static void
on_instances_items_changed (Fixture *self, guint position, guint removed, guint added)
{
  guint n_known = htap_finding_memory_get_size (self->memory);

  if (!self->follows || position >= n_known)
    return;

  if (added > 0)
    self->follows = FALSE;
  else
    htap_finding_memory_note_gone (self->memory, position, removed);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->memory = htap_finding_memory_new ();
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  self->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  self->details = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                         (GDestroyNotify) htap_finding_detail_unref);
  self->touched = htap_touched_new ();
  self->now = NOW;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_finding_memory_free (self->memory);
  htap_touched_free (self->touched);
  g_hash_table_unref (self->details);
  g_assert_finalize_object (self->instances);
  g_assert_finalize_object (self->sources);
}

static HtapSource *
add_source (Fixture *self, const char *taurus_id)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", taurus_id);

  htap_source_succeed (source, self->now, -1, -1, 0, NULL);
  g_list_store_append (self->sources, source);

  return source;
}

static HtapRecord *
new_record (const char *id, const char *status)
{
  const HtapNode node = { "10.0.0.1", "node", "name" };
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, id);
  htap_record_set_text (record, HTAP_TEXT_STATUS, status);
  htap_record_add_node (record, &node);

  return record;
}

static HtapInstance *
add (Fixture *self, HtapSource *source, HtapRecord *record)
{
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);

  g_list_store_append (self->instances, instance);

  return instance;
}

static gboolean
look (Fixture *self)
{
  return htap_finding_memory_look (self->memory, G_LIST_MODEL (self->instances),
                                   G_LIST_MODEL (self->sources), self->details, self->now);
}

static gboolean
look_at_touched (Fixture *self)
{
  return htap_finding_memory_look_at (self->memory, self->touched,
                                      G_LIST_MODEL (self->instances), self->details, self->now);
}

static void
assert_found (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) all = htap_finding_memory_dup_all (self->memory);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", htap_finding_get_key (all->pdata[i]));

  g_assert_cmpstr (keys->str, ==, expected);
}

static HtapFinding *
get_first (Fixture *self)
{
  return g_array_index (htap_finding_memory_get_rows (self->memory), HtapFindingRow, 0).finding;
}

/* What is as it was is not asked about again: the same objects are there. */
static void
test_nothing_new (Fixture *self, gconstpointer data)
{
  HtapSource *source = add_source (self, "t");
  g_autoptr (HtapRecord) odd = new_record ("a", "odd");
  g_autoptr (HtapFinding) before = NULL;

  add (self, source, odd);
  g_assert_true (look (self));
  assert_found (self, "status-unknown:a");
  g_assert_cmpuint (htap_finding_memory_get_changed (self->memory)->len, ==, 1);
  before = g_object_ref (get_first (self));

  self->now += MINUTE;
  g_assert_false (look (self));
  g_assert_cmpuint (htap_finding_memory_get_changed (self->memory)->len, ==, 0);
  g_assert_true (get_first (self) == before);
}

/* Of what is old nothing is said; that is no news of the others. */
static void
test_grows_old (Fixture *self, gconstpointer data)
{
  HtapSource *one = add_source (self, "t1");
  HtapSource *other = add_source (self, "t2");
  g_autoptr (HtapRecord) odd = new_record ("a", "odd");
  g_autoptr (HtapRecord) odder = new_record ("b", "odder");
  HtapInstance *first = add (self, one, odd);
  HtapInstance *second = add (self, other, odder);
  g_autoptr (GPtrArray) of_second = NULL;

  look (self);
  htap_source_tick (one, NOW + HTAP_SOURCE_STALE_AFTER);
  g_assert_true (look (self));
  assert_found (self, "status-unknown:b");
  g_assert_cmpuint (htap_finding_memory_get_changed (self->memory)->len, ==, 1);
  g_assert_true (htap_finding_memory_get_changed (self->memory)->pdata[0] == first);
  g_assert_null (htap_finding_memory_dup_of (self->memory, first));
  of_second = htap_finding_memory_dup_of (self->memory, second);
  g_assert_cmpuint (of_second->len, ==, 1);

  htap_source_succeed (one, NOW + HTAP_SOURCE_STALE_AFTER, -1, -1, 1, NULL);
  g_assert_true (look (self));
  assert_found (self, "status-unknown:a status-unknown:b");
}

/* Whoever shares an address with what goes is told of too. */
static void
test_twin_goes (Fixture *self, gconstpointer data)
{
  HtapSource *source = add_source (self, "t");
  HtapInstance *left = NULL;
  g_autoptr (GPtrArray) of_left = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HtapRecord) record = new_record (i == 0 ? "a" : "b", "normal");

      htap_record_set_text (record, HTAP_TEXT_VPC_ID, "vpc");
      htap_record_set_text (record, HTAP_TEXT_DATA_VIP, "10.0.0.1");
      left = add (self, source, record);
    }
  look (self);
  assert_found (self, "ip-dup:a ip-dup:b");

  g_list_store_remove (self->instances, 0);
  g_assert_true (look (self));
  assert_found (self, "");
  of_left = htap_finding_memory_dup_of (self->memory, left);
  g_assert_cmpuint (of_left->len, ==, 0);
}

static const char *
choose (GRand *rand, const char *const *words, guint n_words)
{
  return words[g_rand_int_range (rand, 0, (gint32) n_words)];
}
#define CHOOSE(rand, words) choose (rand, words, G_N_ELEMENTS (words))

static HtapRecord *
new_random_record (Fixture *self, GRand *rand, const char *id)
{
  static const char *const statuses[] = { "normal", "normal", "creating", "abnormal", "odd", NULL };
  static const char *const modes[] = { "Single", "Cluster", NULL };
  static const char *const vpcs[] = { "vpc-1", "vpc-2", NULL };
  static const char *const addresses[] = { "10.0.0.1", "10.0.0.2", "10.0.0.3", NULL };
  static const char *const versions[] = { "3.1", "3.2", NULL };
  static const char *const names[] = { "one", "other", NULL };
  HtapRecord *record = new_record (id, CHOOSE (rand, statuses));
  const HtapAction action = { .action = CHOOSE (rand, names),
                              .status = "RUNNING",
                              .created_at =
                                  (self->now - g_rand_int_range (rand, 0, 2 * HOUR)) * 1000 };

  htap_record_set_text (record, HTAP_TEXT_NAME, CHOOSE (rand, names));
  htap_record_set_text (record, HTAP_TEXT_HA_MODE, CHOOSE (rand, modes));
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, CHOOSE (rand, vpcs));
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, CHOOSE (rand, addresses));
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  htap_record_set_text (record, HTAP_TEXT_ENGINE_VERSION, CHOOSE (rand, versions));
  htap_record_set_number (record, HTAP_NUMBER_NODE_NUM, g_rand_int_range (rand, 2, 8));
  htap_record_set_number (record, HTAP_NUMBER_CREATE_AT,
                          (self->now - g_rand_int_range (rand, 0, 2 * HOUR)) * 1000);
  if (g_rand_boolean (rand))
    htap_record_add_action (record, &action);

  return record;
}

static HtapSource *
choose_source (Fixture *self, GRand *rand)
{
  g_autoptr (HtapSource) source = g_list_model_get_item (
      G_LIST_MODEL (self->sources),
      (guint) g_rand_int_range (rand, 0,
                                (gint32) g_list_model_get_n_items (G_LIST_MODEL (self->sources))));

  return source;
}

/* It is in another state, perhaps: so are its instances. */
static void
touch_source (Fixture *self, HtapSource *source)
{
  htap_touched_add_source (self->touched, source);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->instances)); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (G_LIST_MODEL (self->instances), i);

      if (htap_instance_get_source (instance) == source)
        htap_touched_add_instance (self->touched, instance);
    }
}

static void
change_source (Fixture *self, GRand *rand)
{
  HtapSource *source = choose_source (self, rand);
  g_autoptr (GError) error = NULL;

  touch_source (self, source);
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      htap_error_set (&error, HTAP_ERROR_SERVER, NULL, "no");
      htap_source_fail (source, error);
      break;
    case 1:
      htap_source_tick (source, self->now);
      break;
    default:
      htap_source_succeed (source, self->now, g_rand_int_range (rand, 5, 12), 10,
                           (guint) g_rand_int_range (rand, 5, 12), NULL);
    }
}

/* Another record, or the same one read elsewhere. */
static void
change_instance (Fixture *self, GRand *rand, guint position)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (G_LIST_MODEL (self->instances), position);
  g_autoptr (HtapRecord) record = new_random_record (self, rand, htap_instance_get_id (instance));
  HtapSource *other = choose_source (self, rand);

  htap_touched_add_instance (self->touched, instance);
  if (g_rand_boolean (rand) || other == htap_instance_get_source (instance))
    {
      htap_instance_set_record (instance, record);
      return;
    }

  htap_instance_set_record_of (instance, other, htap_instance_get_record (instance));
  htap_instance_show_source (instance, other);
}

/* More is read of it, or that is forgotten. */
static void
change_detail (Fixture *self, GRand *rand, guint position)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (G_LIST_MODEL (self->instances), position);
  g_autoptr (HtapDetail) detail = htap_detail_new ();

  htap_touched_add_instance (self->touched, instance);
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      g_hash_table_remove (self->details, instance);
      return;
    }

  htap_detail_set_text (detail, HTAP_DETAIL_TEXT_PUBLIC_IP,
                        g_rand_boolean (rand) ? "203.0.113.7" : NULL);
  g_hash_table_insert (
      self->details, g_object_ref (instance),
      htap_finding_detail_new (detail, NULL, NULL, self->now + g_rand_int_range (rand, 0, HOUR)));
}

/* It goes, and stays for a while, or is back. */
static void
change_listed (Fixture *self, GRand *rand, guint position)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (G_LIST_MODEL (self->instances), position);

  htap_touched_add_instance (self->touched, instance);
  if (htap_instance_get_listed (instance))
    htap_instance_set_gone_since (instance, self->now);
  else
    htap_instance_set_listed (instance, TRUE);
}

static void
insert_instance (Fixture *self, GRand *rand, guint position)
{
  g_autofree char *id = g_strdup_printf ("i%u", self->n_made++);
  g_autoptr (HtapRecord) record = new_random_record (self, rand, id);
  g_autoptr (HtapInstance) instance = htap_instance_new (choose_source (self, rand), record);

  g_list_store_insert (self->instances, position, instance);
}

static void
change_something (Fixture *self, GRand *rand)
{
  guint n_instances = g_list_model_get_n_items (G_LIST_MODEL (self->instances));
  guint position = (guint) g_rand_int_range (rand, 0, (gint32) n_instances + 1);
  int what = g_rand_int_range (rand, 0, 12);

  if (what < 2 || position == n_instances)
    insert_instance (self, rand, g_rand_int_range (rand, 0, 4) > 0 ? n_instances : position);
  else if (what < 4)
    g_list_store_remove (self->instances, position);
  else if (what < 6)
    change_instance (self, rand, position);
  else if (what < 7)
    change_detail (self, rand, position);
  else if (what < 8)
    change_source (self, rand);
  else if (what < 10)
    change_listed (self, rand, position);
  else if (what < 11)
    self->now += g_rand_int_range (rand, 0, 2 * HOUR);
  else
    self->now -= g_rand_int_range (rand, 0, 30 * MINUTE);
}

static void
assert_same (GPtrArray *some, GPtrArray *others)
{
  g_assert_cmpuint (some != NULL, ==, others != NULL);
  if (some == NULL)
    return;

  for (guint i = 0; i < MIN (some->len, others->len); i++)
    {
      g_assert_cmpstr (htap_finding_get_key (some->pdata[i]), ==,
                       htap_finding_get_key (others->pdata[i]));
      g_assert_true (htap_finding_says_same (some->pdata[i], others->pdata[i]));
    }
  g_assert_cmpuint (some->len, ==, others->len);
}

static gboolean
has_same_objects (GPtrArray *some, GPtrArray *others)
{
  if (some == NULL || others == NULL)
    return some == others;

  for (guint i = 0; i < MIN (some->len, others->len); i++)
    if (some->pdata[i] != others->pdata[i])
      return FALSE;

  return some->len == others->len;
}

static void
ptr_array_unref_if_any (gpointer array)
{
  if (array != NULL)
    g_ptr_array_unref (array);
}

/* HtapInstance → what is found of it */
static GHashTable *
collect (Fixture *self, HtapFindingMemory *memory)
{
  GHashTable *of_each = g_hash_table_new_full (NULL, NULL, g_object_unref, ptr_array_unref_if_any);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->instances)); i++)
    {
      HtapInstance *instance = g_list_model_get_item (G_LIST_MODEL (self->instances), i);

      g_hash_table_insert (of_each, instance, htap_finding_memory_dup_of (memory, instance));
    }

  return of_each;
}

/* Who says that nothing else is found of an instance is right. */
static void
assert_told (Fixture *self, GHashTable *before, GHashTable *after)
{
  GPtrArray *changed = htap_finding_memory_get_changed (self->memory);
  GHashTableIter iter;
  gpointer instance, found;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &instance, &found))
    if (!g_ptr_array_find (changed, instance, NULL))
      g_assert_true (has_same_objects (g_hash_table_lookup (before, instance), found));
}

static void
assert_as_anew (Fixture *self, GHashTable *of_each)
{
  g_autoptr (HtapFindingMemory) anew = htap_finding_memory_new ();
  g_autoptr (GPtrArray) all = htap_finding_memory_dup_all (self->memory);
  g_autoptr (GPtrArray) expected_all = NULL;
  GHashTableIter iter;
  gpointer instance, found;

  htap_finding_memory_look (anew, G_LIST_MODEL (self->instances), G_LIST_MODEL (self->sources),
                            self->details, self->now);
  expected_all = htap_finding_memory_dup_all (anew);
  assert_same (all, expected_all);
  g_assert_cmpint (htap_finding_memory_get_due (self->memory), ==,
                   htap_finding_memory_get_due (anew));

  g_hash_table_iter_init (&iter, of_each);
  while (g_hash_table_iter_next (&iter, &instance, &found))
    {
      g_autoptr (GPtrArray) expected = htap_finding_memory_dup_of (anew, instance);

      assert_same (found, expected);
    }
}

static gboolean
has_row (GArray *rows, HtapFinding *finding)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, HtapFindingRow, i).finding == finding)
      return TRUE;

  return FALSE;
}

/* What the news tell is all that differs, in the place where it is. */
static void
assert_news (Fixture *self, GPtrArray *before, GPtrArray *after)
{
  const HtapFindingNews *news = htap_finding_memory_get_news (self->memory);
  GArray *rows = htap_finding_memory_get_rows (self->memory);

  for (guint i = 0; i < before->len; i++)
    g_assert_cmpint (has_row (news->removed, before->pdata[i]), ==,
                     !has_row (rows, before->pdata[i]) || has_row (news->added, before->pdata[i]));
  for (guint i = 0; i < rows->len; i++)
    {
      const HtapFindingRow *row = &g_array_index (rows, HtapFindingRow, i);

      if (!g_ptr_array_find (before, row->finding, NULL))
        g_assert_true (has_row (news->added, row->finding));
      if (i > 0)
        g_assert_cmpint (htap_finding_row_compare (row - 1, row), <, 0);
    }
  g_assert_cmpuint (before->len - news->removed->len + news->added->len, ==, after->len);
}

/* One way or the other, if there is a choice. @before: what the last look found. Returns whether
 * anything else is found */
static gboolean
look_somehow (Fixture *self, GRand *rand, GPtrArray *before)
{
  gboolean can_follow = self->follows && self->now >= self->looked;
  gboolean differs;

  if (can_follow && g_rand_int_range (rand, 0, 10) > 0)
    {
      g_autoptr (GPtrArray) after = NULL;

      differs = look_at_touched (self);
      after = htap_finding_memory_dup_all (self->memory);
      self->n_followed++;
      assert_news (self, before, after);
    }
  else
    differs = look (self);

  self->follows = TRUE;
  self->looked = self->now;
  htap_touched_clear (self->touched);

  return differs;
}

/* Whatever happens, and in whichever order: what is found is what a first look would find. */
static void
test_as_anew (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GHashTable) before = collect (self, self->memory);

  g_signal_connect_swapped (self->instances, "items-changed",
                            G_CALLBACK (on_instances_items_changed), self);

  /* Two profiles look at one of the TaurusDB instances. */
  add_source (self, "t1");
  add_source (self, "t2");
  add_source (self, "t2");
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GPtrArray) all_before = htap_finding_memory_dup_all (self->memory);
      g_autoptr (GPtrArray) all_after = NULL;
      g_autoptr (GHashTable) after = NULL;
      gboolean differs;

      for (int n = g_rand_int_range (rand, 0, 3); n >= 0; n--)
        change_something (self, rand);

      differs = look_somehow (self, rand, all_before);
      after = collect (self, self->memory);
      assert_as_anew (self, after);
      assert_told (self, before, after);
      all_after = htap_finding_memory_dup_all (self->memory);
      if (!differs)
        g_assert_true (has_same_objects (all_before, all_after));

      g_hash_table_unref (before);
      before = g_steal_pointer (&after);
    }
  g_assert_cmpuint (self->n_followed, >, 100);
}

/* Not timed: what it takes is said in the log. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapRecord) other = NULL;
  g_autoptr (HtapRecord) normal = NULL;
  g_autoptr (HtapInstance) instance = NULL;
  HtapSource *source = NULL;
  gint64 begun;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *taurus = g_strdup_printf ("t%u", i / 10);
      g_autoptr (HtapRecord) record = new_record (id, i % 3 == 0 ? "odd" : "normal");
      g_autofree char *address = g_strdup_printf ("10.0.%u.%u", i / 250, i % 250);

      htap_record_set_text (record, HTAP_TEXT_HA_MODE, "Single");
      htap_record_set_text (record, HTAP_TEXT_VPC_ID, "vpc");
      htap_record_set_text (record, HTAP_TEXT_DATA_VIP, address);
      if (i % 10 == 0)
        source = add_source (self, taurus);
      add (self, source, record);
    }

  begun = g_get_monotonic_time ();
  g_assert_true (look (self));
  g_test_message ("all of 10,000: %.2f ms", (g_get_monotonic_time () - begun) / 1000.0);

  begun = g_get_monotonic_time ();
  g_assert_false (look (self));
  g_test_message ("none of 10,000: %.2f ms", (g_get_monotonic_time () - begun) / 1000.0);

  instance = g_list_model_get_item (G_LIST_MODEL (self->instances), 5000);
  other = new_record (htap_instance_get_id (instance), "abnormal");
  normal = new_record (htap_instance_get_id (instance), "normal");
  htap_instance_set_record (instance, other);
  begun = g_get_monotonic_time ();
  g_assert_true (look (self));
  g_test_message ("one of 10,000: %.2f ms", (g_get_monotonic_time () - begun) / 1000.0);

  htap_instance_set_record (instance, normal);
  htap_touched_add_instance (self->touched, instance);
  begun = g_get_monotonic_time ();
  g_assert_true (look_at_touched (self));
  g_test_message ("the one that was touched: %.2f ms", (g_get_monotonic_time () - begun) / 1000.0);
  g_assert_cmpuint (htap_finding_memory_get_changed (self->memory)->len, ==, 1);
}

/* It goes, and comes back; what is compared is compared without it meanwhile. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  HtapSource *source = add_source (self, "t");
  g_autoptr (HtapRecord) odd = new_record ("a", "odd");
  HtapInstance *instance = add (self, source, odd);
  g_autoptr (GPtrArray) found = NULL;

  look (self);
  assert_found (self, "status-unknown:a");
  htap_instance_set_gone_since (instance, NOW);
  g_assert_true (look (self));
  assert_found (self, "gone:a");
  g_assert_cmpuint (htap_finding_memory_get_changed (self->memory)->len, >, 0);
  found = htap_finding_memory_dup_of (self->memory, instance);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_false (look (self));

  htap_instance_set_listed (instance, TRUE);
  g_assert_true (look (self));
  assert_found (self, "status-unknown:a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-memory/nothing-new", test_nothing_new);
  ADD ("/finding-memory/grows-old", test_grows_old);
  ADD ("/finding-memory/twin-goes", test_twin_goes);
  ADD ("/finding-memory/gone", test_gone);
  ADD ("/finding-memory/as-anew", test_as_anew);
  ADD ("/finding-memory/many", test_many);

  return g_test_run ();
}
