/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-decoder.h"
#include "htap-inventory-private.h"

/* What went in an earlier run of the program is shown until somebody has seen that. */

/* Returns: (transfer none) (nullable): a source that reads what @facts tell of, if it is known */
static HtapSource *
find_source (HtapInventory *self, const HtapChangeFacts *facts)
{
  GListModel *sources = G_LIST_MODEL (self->sources);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (g_strcmp0 (htap_source_get_taurus_id (source), facts->taurus_id) == 0 &&
          g_strcmp0 (htap_source_get_region (source), facts->region) == 0 &&
          g_strcmp0 (htap_profile_get_uuid (htap_source_get_profile (source)), facts->profile) == 0)
        return source;
    }

  return NULL;
}

/* The way of an answer, for what was an element of one. */
static HtapRecord *
decode (GBytes *json)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HtapAnswer) answer = NULL;
  static const char before[] = "{\"instances\":[";
  static const char after[] = "]}";
  gsize size;
  const guint8 *data = g_bytes_get_data (json, &size);

  g_byte_array_append (text, (const guint8 *) before, sizeof before - 1);
  g_byte_array_append (text, data, (guint) size);
  g_byte_array_append (text, (const guint8 *) after, sizeof after - 1);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&text));
  answer = htap_decoder_decode (bytes, NULL);

  return answer != NULL && answer->records->len == 1 ? htap_record_ref (answer->records->pdata[0])
                                                     : NULL;
}

/* Returns: whether it is there now */
static gboolean
restore_gone (HtapInventory *self, const HtapChangeFacts *facts)
{
  HtapSource *source = find_source (self, facts);
  g_autoptr (HtapRecord) record = source != NULL ? decode (facts->json) : NULL;

  return record != NULL &&
         g_strcmp0 (htap_record_get_text (record, HTAP_TEXT_ID), facts->id) == 0 &&
         htap_instance_list_restore_gone (self->instances, source, record, facts->at);
}

/* Those that went in an earlier run, and that nobody has seen to be gone. The newest counts: what
 * came back is listed. */
void
htap_inventory_restore_gone (HtapInventory *self)
{
  g_autoptr (GHashTable) told =
      g_hash_table_new (htap_change_hash_subject, htap_change_is_same_subject);
  GListModel *changes = G_LIST_MODEL (self->changes);
  gboolean restored = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (HtapChange) change = g_list_model_get_item (changes, i);
      const HtapChangeFacts *facts = htap_change_get_facts (change);

      if (facts->kind == HTAP_CHANGE_CHANGED || !g_hash_table_add (told, change))
        continue;
      if (facts->kind == HTAP_CHANGE_GONE && facts->json != NULL && facts->region != NULL &&
          facts->taurus_id != NULL && !htap_change_get_seen (change))
        restored = restore_gone (self, facts) || restored;
    }

  if (restored)
    htap_inventory_tell_merged (self, 0);
}
