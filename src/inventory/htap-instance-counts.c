/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-counts.h"

#include "htap-instance-list-private.h"
#include "htap-inventory-private.h"

/* All of them are counted as they come and go. */
static void
count_all (HtapInventory *self, HtapInstanceCounts *counts)
{
  guint n_instances = g_list_model_get_n_items (G_LIST_MODEL (self->instances));

  counts->n_listed = htap_instance_list_get_n_listed (self->instances);
  counts->n_gone = n_instances - counts->n_listed;
  counts->n_in_trouble = htap_findings_get_n_in_trouble (self->findings);
}

static void
count_listed (HtapInstanceCounts *counts, GHashTable *by_id, GHashTable *seen)
{
  GHashTableIter iter;
  gpointer instance;

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, &instance))
    {
      if (seen != NULL && !g_hash_table_add (seen, instance))
        continue;

      counts->n_listed++;
      counts->n_in_trouble += htap_instance_get_severity (instance) >= HTAP_SEVERITY_WARNING;
    }
}

static void
count_gone (HtapInstanceCounts *counts, GHashTable *gone, GHashTable *sources)
{
  GHashTableIter iter;
  gpointer instance;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &instance, NULL))
    counts->n_gone += htap_instance_is_listed_by_any (instance, sources);
}

/**
 * htap_inventory_count_instances:
 * @sources: (nullable) (element-type HtapSource): those whose instances count, each instance once,
 *   however many list it; %NULL for all
 * @counts: (out):
 */
void
htap_inventory_count_instances (HtapInventory *self, GPtrArray *sources, HtapInstanceCounts *counts)
{
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (GHashTable) seen = NULL;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  *counts = (HtapInstanceCounts){ 0 };
  if (sources == NULL)
    {
      count_all (self, counts);
      return;
    }

  set = g_hash_table_new (NULL, NULL);
  seen = sources->len > 1 ? g_hash_table_new (NULL, NULL) : NULL;
  for (guint i = 0; i < sources->len; i++)
    {
      GHashTable *by_id = g_hash_table_lookup (self->instances->by_source, sources->pdata[i]);

      g_hash_table_add (set, sources->pdata[i]);
      if (by_id != NULL)
        count_listed (counts, by_id, seen);
    }
  count_gone (counts, self->instances->gone, set);
}
