/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-memory.h"

#include "htap-finding-detail.h"
#include "htap-finding-rule.h"
#include "htap-replication.h"
#include "htap-test-samples.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapDetail *detail;
  GPtrArray *nodes;
  GPtrArray *tasks;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->detail = htap_detail_new ();
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_node_unref);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_replication_unref);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->detail, htap_detail_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
}

static HtapDetailNode *
new_node (const char *id, const char *name, const char *status)
{
  HtapDetailNode *node = htap_detail_node_new ();

  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_ID, id);
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_NAME, name);
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_STATUS, status);

  return node;
}

static void
add_task (Fixture *self, const char *database, const char *status, const char *stage)
{
  HtapReplication *task = htap_replication_new ();

  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_SOURCE_DATABASE, database);
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_TASK_NAME,
                             database == NULL ? NULL : "task");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_STATUS, status);
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_STAGE, stage);
  g_ptr_array_add (self->tasks, task);
}

/* Returns: what the rules of the detail say, each with its id, a line each */
static char *
ask (Fixture *self, HtapDetail *detail, GPtrArray *nodes, GPtrArray *tasks)
{
  g_autoptr (HtapFindingDetail) read = htap_finding_detail_new (detail, nodes, tasks, NOW + 1);
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_STATUS, "normal");
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < HTAP_N_RULES; i++)
    {
      const HtapFindingRule *rule = htap_finding_rule_get (i);
      HtapFindingFacts facts = { 0 };
      g_autoptr (HtapFinding) finding = NULL;
      g_autofree char *sentence = NULL;

      if (rule->hits_detail == NULL || !rule->hits_detail (read, &facts))
        continue;

      finding =
          htap_finding_new (&rule->kind, instance, htap_instance_get_source (instance), &facts);
      sentence = htap_finding_dup_sentence (finding, NOW);
      g_string_append_printf (said, "%s: %s\n", htap_finding_get_rule_id (finding), sentence);
    }

  return g_string_free (said, FALSE);
}

static void
assert_said (Fixture *self, const char *expected)
{
  g_autofree char *said = ask (self, self->detail, self->nodes, self->tasks);

  g_assert_cmpstr (said, ==, expected);
}

/* What nobody could read says nothing. */
static void
test_nothing_read (Fixture *self, gconstpointer data)
{
  g_autofree char *said = ask (self, NULL, NULL, NULL);

  g_assert_cmpstr (said, ==, "");
  assert_said (self, "");
}

static void
test_sync_stopped (Fixture *self, gconstpointer data)
{
  add_task (self, "bi", "Yes", "incremental");
  add_task (self, "odd", "who-knows", "who-knows");
  assert_said (self, "");

  add_task (self, "crm", "No", "incremental");
  assert_said (self, "sync-stopped: Synchronization of “crm” has stopped\n");

  add_task (self, "erp", "Yes", "paused");
  assert_said (self, "sync-stopped: Synchronization of 2 databases has stopped, first “crm”\n");
}

/* Nobody says what it copies. */
static void
test_sync_of_nameless (Fixture *self, gconstpointer data)
{
  add_task (self, NULL, "No", NULL);
  assert_said (self, "sync-stopped: Data synchronization has stopped\n");
}

static void
test_node_abnormal (Fixture *self, gconstpointer data)
{
  guint group = htap_detail_add_group (self->detail, "group-fe", "fe");

  htap_detail_add_node (self->detail, group, new_node ("1", "fe-1", "normal"));
  htap_detail_add_node (self->detail, group, new_node ("2", "fe-2", "creating"));
  htap_detail_add_node (self->detail, group, new_node ("3", "fe-3", "who-knows"));
  htap_detail_add_node (self->detail, group, new_node ("4", "fe-4", NULL));
  assert_said (self, "");

  /* The list of nodes says what the detail does not; where both do, the detail is what is shown. */
  g_ptr_array_add (self->nodes, new_node ("4", NULL, "abnormal"));
  g_ptr_array_add (self->nodes, new_node ("1", "fe-1", "abnormal"));
  assert_said (self, "node-abnormal: Node fe-4 is abnormal\n");

  group = htap_detail_add_group (self->detail, "group-be", "be");
  htap_detail_add_node (self->detail, group, new_node ("5", NULL, "createfail"));
  assert_said (self, "node-abnormal: 2 nodes are abnormal, first fe-4\n");
}

/* Where what it is made of could not be read, the list of nodes is asked alone. */
static void
test_nodes_alone (Fixture *self, gconstpointer data)
{
  g_autofree char *said = NULL;

  g_ptr_array_add (self->nodes, new_node ("1", NULL, "abnormal"));
  said = ask (self, NULL, self->nodes, NULL);
  g_assert_cmpstr (said, ==, "node-abnormal: Node 1 is abnormal\n");
}

static void
test_public (Fixture *self, gconstpointer data)
{
  htap_detail_set_text (self->detail, HTAP_DETAIL_TEXT_PUBLIC_IP, "203.0.113.7");
  assert_said (self, "public: Reachable from the internet at 203.0.113.7\n");
}

/* Only as long as it is recent, and as the instance is fresh; who looks is told when that ends. */
static void
test_recent (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFindingMemory) memory = htap_finding_memory_new ();
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_STATUS, "abnormal");
  HtapSource *source = htap_instance_get_source (instance);
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (GListStore) sources = g_list_store_new (HTAP_TYPE_SOURCE);
  g_autoptr (GHashTable) details = g_hash_table_new (NULL, NULL);
  g_autoptr (HtapFindingDetail) read = NULL;
  const struct
  {
    gint64 now;
    guint n_found;
    gint64 due;
  } looks[] = { { NOW, 2, NOW + 60 },
                { NOW + 59, 2, NOW + 60 },
                { NOW + 60, 1, G_MAXINT64 },
                { NOW + 30, 2, NOW + 60 } };

  htap_detail_set_text (self->detail, HTAP_DETAIL_TEXT_PUBLIC_IP, "203.0.113.7");
  read = htap_finding_detail_new (self->detail, NULL, NULL, NOW + 60);
  g_list_store_append (instances, instance);
  g_hash_table_insert (details, instance, read);
  htap_source_succeed (source, NOW, -1, -1, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      htap_finding_memory_look (memory, G_LIST_MODEL (instances), G_LIST_MODEL (sources), details,
                                looks[i].now);
      found = htap_finding_memory_dup_of (memory, instance);
      g_assert_cmpuint (found->len, ==, looks[i].n_found);
      g_assert_cmpint (htap_finding_memory_get_due (memory), ==, looks[i].due);
    }

  htap_source_tick (source, NOW + HTAP_SOURCE_STALE_AFTER);
  htap_finding_memory_look (memory, G_LIST_MODEL (instances), G_LIST_MODEL (sources), details,
                            NOW + 30);
  g_assert_cmpuint (htap_finding_memory_get_rows (memory)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-of-detail/nothing-read", test_nothing_read);
  ADD ("/finding-of-detail/sync-stopped", test_sync_stopped);
  ADD ("/finding-of-detail/sync-of-nameless", test_sync_of_nameless);
  ADD ("/finding-of-detail/node-abnormal", test_node_abnormal);
  ADD ("/finding-of-detail/nodes-alone", test_nodes_alone);
  ADD ("/finding-of-detail/public", test_public);
  ADD ("/finding-of-detail/recent", test_recent);

  return g_test_run ();
}
