/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-list.h"

#include "htap-json-parse.h"

#define MEMBER "instances" /* as the guard scan has it */

struct _HtapJsonList
{
  GBytes *bytes;
  HtapGuardScan *scan;
  JsonNode *root; /* the answer, with an empty list */
};

/* All but the elements and what stands between them. */
static JsonNode *
parse_frame (HtapJsonList *self)
{
  const GArray *elements = self->scan->elements;
  const HtapByteRange whole = { 0, g_bytes_get_size (self->bytes) };
  guint next_repair = 0;

  if (elements->len == 0)
    return htap_json_parse_scanned (self->bytes, self->scan, &whole, NULL, &next_repair);

  return htap_json_parse_scanned (
      self->bytes, self->scan, &whole,
      &(HtapByteRange){ g_array_index (elements, HtapByteRange, 0).start,
                        g_array_index (elements, HtapByteRange, elements->len - 1).end },
      &next_repair);
}

/**
 * htap_json_list_new:
 * @bytes: an answer
 * @error: as htap_json_parse_list()
 *
 * Returns: (transfer full) (nullable): an answer with a list of `instances`, %NULL with @error
 */
HtapJsonList *
htap_json_list_new (GBytes *bytes, GError **error)
{
  g_autoptr (HtapJsonList) self = g_new0 (HtapJsonList, 1);

  self->bytes = g_bytes_ref (bytes);
  self->scan = htap_guard_scan_new (bytes, error);
  if (self->scan == NULL)
    return NULL;

  self->root = parse_frame (self);
  if (self->root == NULL)
    {
      htap_json_set_unreadable (error);
      return NULL;
    }

  return htap_json_check_list (self->root, MEMBER, error) ? g_steal_pointer (&self) : NULL;
}

void
htap_json_list_free (HtapJsonList *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->scan, htap_guard_scan_free);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * htap_json_list_get_root:
 *
 * Returns: (transfer none): the answer with all its members, of which the list is empty
 */
JsonNode *
htap_json_list_get_root (HtapJsonList *self)
{
  return self->root;
}

guint
htap_json_list_get_length (HtapJsonList *self)
{
  return self->scan->elements->len;
}

/**
 * htap_json_list_read:
 * @list: the list of the answer's root, which is empty
 * @read: reads one element; whatever text it is given, it has to copy
 * @target: given to it
 *
 * Reads the elements that are not null, one after the other.
 */
void
htap_json_list_read (HtapJsonList *self,
                     const HtapJsonCursor *list,
                     HtapJsonReadFunc read,
                     gpointer target)
{
  const GArray *elements = self->scan->elements;
  guint next_repair = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      g_autoptr (JsonNode) node = htap_json_parse_scanned (
          self->bytes, self->scan, &g_array_index (elements, HtapByteRange, i), NULL, &next_repair);

      if (node != NULL)
        htap_json_cursor_read_element (list, i, node, read, target, 0);
      else
        htap_json_cursor_note (&(HtapJsonCursor){ list, list->name, (int) i, NULL, list->notes },
                               "unreadable, left out");
    }
}

/**
 * htap_json_list_slice:
 * @element: what @read of htap_json_list_read() was given
 *
 * Returns: (transfer full): the element as it came, a part of the answer's bytes
 */
GBytes *
htap_json_list_slice (HtapJsonList *self, const HtapJsonCursor *element)
{
  const HtapByteRange *range =
      &g_array_index (self->scan->elements, HtapByteRange, (guint) element->index);

  return g_bytes_new_from_bytes (self->bytes, range->start, range->end - range->start);
}
