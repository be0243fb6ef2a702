/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-pairs.h"

/* The rules that compare instances with one another, each by one pass and a table. */

/* Something within something: an address in a VPC, an engine under a TaurusDB instance. */
typedef struct
{
  const char *place;
  const char *thing;
  HtapInstance *first;
  gboolean said; /* that there are several */
} Entry;

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->place) * 33 + g_str_hash (entry->thing);
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return g_str_equal (one->place, other->place) && g_str_equal (one->thing, other->thing);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (hash_entry, equal_entries, g_free, NULL);
}

/* Returns: (transfer none) (nullable): what was there before; %NULL if @instance is the first */
static Entry *
enter (GHashTable *table, const char *place, const char *thing, HtapInstance *instance)
{
  const Entry wanted = { place, thing, instance, FALSE };
  Entry *entry = g_hash_table_lookup (table, &wanted);

  if (entry == NULL)
    g_hash_table_add (table, g_memdup2 (&wanted, sizeof wanted));

  return entry;
}

static void
tell_address (const char *address,
              HtapInstance *instance,
              HtapInstance *other,
              HtapFindingFound found,
              gpointer user_data)
{
  const HtapFindingFacts facts = { .text = address, .other = htap_instance_get_name (other) };

  found (HTAP_RULE_IP_DUP, instance, htap_instance_get_source (instance), &facts, user_data);
}

/**
 * htap_finding_pairs_find_addresses:
 * @instances: (element-type HtapInstance): fresh ones, each once
 *
 * Finds the instances that report one private address in one VPC; each of them is told of.
 */
void
htap_finding_pairs_find_addresses (GPtrArray *instances, HtapFindingFound found, gpointer user_data)
{
  g_autoptr (GHashTable) table = new_table ();

  for (guint i = 0; i < instances->len; i++)
    {
      HtapInstance *instance = instances->pdata[i];
      const HtapRecord *record = htap_instance_get_record (instance);
      const char *vpc = htap_record_get_text (record, HTAP_TEXT_VPC_ID);
      const char *address = htap_record_get_text (record, HTAP_TEXT_DATA_VIP);
      Entry *entry = vpc != NULL && address != NULL ? enter (table, vpc, address, instance) : NULL;

      if (entry == NULL)
        continue;

      if (!entry->said)
        tell_address (address, entry->first, instance, found, user_data);
      entry->said = TRUE;
      tell_address (address, instance, entry->first, found, user_data);
    }
}

/**
 * htap_finding_pairs_find_versions:
 * @instances: (element-type HtapInstance): fresh ones, each once
 *
 * Finds the TaurusDB instances under which one engine has several versions; each is told of once.
 */
void
htap_finding_pairs_find_versions (GPtrArray *instances, HtapFindingFound found, gpointer user_data)
{
  g_autoptr (GHashTable) table = new_table ();
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < instances->len; i++)
    {
      HtapInstance *instance = instances->pdata[i];
      const HtapRecord *record = htap_instance_get_record (instance);
      const char *taurus_id = htap_source_get_taurus_id (htap_instance_get_source (instance));
      const char *engine = htap_record_get_text (record, HTAP_TEXT_ENGINE_NAME);
      const char *version = htap_record_get_text (record, HTAP_TEXT_ENGINE_VERSION);
      Entry *entry =
          engine != NULL && version != NULL ? enter (table, taurus_id, engine, instance) : NULL;
      HtapFindingFacts facts = { .other = version };

      if (entry == NULL)
        continue;

      facts.text =
          htap_record_get_text (htap_instance_get_record (entry->first), HTAP_TEXT_ENGINE_VERSION);
      if (g_str_equal (facts.text, version) || !g_hash_table_add (told, (gpointer) taurus_id))
        continue;

      found (HTAP_RULE_VERSION_SKEW, NULL, htap_instance_get_source (entry->first), &facts,
             user_data);
    }
}
