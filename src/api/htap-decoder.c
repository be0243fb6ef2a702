/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-decoder.h"

#include "htap-decode-task.h"
#include "htap-json-list.h"
#include "htap-record-decoder.h"

typedef struct
{
  HtapAnswer *answer;
  HtapJsonList *list;
  GHashTable *ids; /* of the answer's records */
} Decoding;

static void
read_count (const HtapJsonCursor *value, gpointer target, guint member)
{
  Decoding *decoding = target;

  htap_json_cursor_read_count (value, &G_STRUCT_MEMBER (gint64, decoding->answer, member));
}

static void
read_total (const HtapJsonCursor *value, gpointer target, guint member)
{
  Decoding *decoding = target;

  read_count (value, target, member);
  if (decoding->answer->total >= 0 &&
      decoding->answer->total != htap_json_list_get_length (decoding->list))
    htap_json_cursor_note (value, "not the number of listed instances");
}

static void
read_instance (const HtapJsonCursor *value, gpointer target, guint member)
{
  Decoding *decoding = target;
  g_autoptr (HtapRecord) record = htap_record_decode (value);
  const char *id;

  if (record == NULL)
    return;

  id = htap_record_get_text (record, HTAP_TEXT_ID);
  if (g_hash_table_contains (decoding->ids, id))
    {
      htap_json_cursor_note (value, "an id that came before, left out");
      return;
    }

  htap_record_take_json (record, htap_json_list_slice (decoding->list, value));
  record = htap_record_pack (g_steal_pointer (&record));
  g_hash_table_add (decoding->ids, (gpointer) htap_record_get_text (record, HTAP_TEXT_ID));
  g_ptr_array_add (decoding->answer->records, g_steal_pointer (&record));
}

static void
read_instances (const HtapJsonCursor *value, gpointer target, guint member)
{
  Decoding *decoding = target;

  htap_json_list_read (decoding->list, value, read_instance, decoding);
}

/**
 * htap_decoder_decode:
 * @bytes: an answer of "Querying HTAP Instances", decompressed
 * @error: %HTAP_ERROR_PROTOCOL with the reason %HTAP_ERROR_REASON_NOT_JSON or
 *   %HTAP_ERROR_REASON_NOT_DOCUMENTED, or %HTAP_ERROR_TOO_LARGE
 *
 * A pure function, for any thread. What can be read is read: a wrong type, a null, a missing or an
 * unknown member costs that member, a bad element or one whose id came before costs that element,
 * and each is noted as a deviation. Only an answer without a list of instances is an error.
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error
 */
HtapAnswer *
htap_decoder_decode (GBytes *bytes, GError **error)
{
  static const HtapJsonMember members[] = {
    { "instances", read_instances },
    { "total", read_total, G_STRUCT_OFFSET (HtapAnswer, total) },
    { "max_htap_instance_num_of_taurus", read_count, G_STRUCT_OFFSET (HtapAnswer, maximum) },
  };
  g_autoptr (HtapJsonList) list = htap_json_list_new (bytes, error);
  g_autoptr (HtapAnswer) answer = NULL;
  g_autoptr (GHashTable) ids = NULL;

  if (list == NULL)
    return NULL;

  answer = htap_answer_new (bytes);
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  htap_json_cursor_read_document (htap_json_list_get_root (list), members, G_N_ELEMENTS (members),
                                  &(Decoding){ answer, list, ids }, answer->deviations);

  return g_steal_pointer (&answer);
}

/**
 * htap_decoder_decode_async:
 * @bytes: an answer, as for htap_decoder_decode()
 * @cancellable: (nullable): answers at once, whatever the thread does
 *
 * Decodes a large answer in a thread, a usual one in the next turn of the main loop.
 */
void
htap_decoder_decode_async (GBytes *bytes,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  htap_decode_async ((HtapDecode) htap_decoder_decode, (GDestroyNotify) htap_answer_free, bytes,
                     cancellable, callback, user_data);
}

/**
 * htap_decoder_decode_finish:
 * @error: as htap_decoder_decode(), or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error
 */
HtapAnswer *
htap_decoder_decode_finish (GAsyncResult *result, GError **error)
{
  return htap_decode_finish (result, error);
}
