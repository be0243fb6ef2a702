/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-parse.h"

#include "htap-error.h"

/* U+FFFD, as long as what it stands for. */
#define REPLACEMENT "\\ufffd"

/* Numbers that json-glib would wrap or round become strings of the same digits, which every reader
 * of a member takes as well; escapes that would cut a string short, or cost the whole answer,
 * become the replacement character. */
static void
append_repair (GString *repaired, const char *text, const HtapRepair *repair)
{
  if (!repair->is_number)
    {
      g_string_append (repaired, REPLACEMENT);
      return;
    }

  g_string_append_c (repaired, '"');
  g_string_append_len (repaired, text + repair->range.start,
                       (gssize) (repair->range.end - repair->range.start));
  g_string_append_c (repaired, '"');
}

static void
append_repaired (GString *repaired,
                 const char *text,
                 HtapByteRange range,
                 const GArray *repairs,
                 guint *next)
{
  for (; *next < repairs->len; (*next)++)
    {
      const HtapRepair *repair = &g_array_index (repairs, HtapRepair, *next);

      if (repair->range.start >= range.end)
        break;
      if (repair->range.start < range.start)
        continue;
      g_string_append_len (repaired, text + range.start,
                           (gssize) (repair->range.start - range.start));
      append_repair (repaired, text, repair);
      range.start = repair->range.end;
    }

  g_string_append_len (repaired, text + range.start, (gssize) (range.end - range.start));
}

static gboolean
needs_repair (const HtapByteRange *range, const GArray *repairs, guint next)
{
  return next < repairs->len && g_array_index (repairs, HtapRepair, next).range.start < range->end;
}

static JsonNode *
load (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}

/**
 * htap_json_parse_scanned:
 * @bytes: an answer
 * @scan: what the guard scan found in it
 * @range: what of it is parsed: a value
 * @hole: (nullable): what of @range is left out
 * @next_repair: (inout): which repair of @scan comes next; what is parsed comes in the order of
 *   @bytes
 *
 * The one caller of json-glib's parser: nothing reaches it without the guard scan.
 *
 * Returns: (transfer full) (nullable): the root, %NULL if json-glib cannot read it
 */
JsonNode *
htap_json_parse_scanned (GBytes *bytes,
                         const HtapGuardScan *scan,
                         const HtapByteRange *range,
                         const HtapByteRange *hole,
                         guint *next_repair)
{
  const char *text = g_bytes_get_data (bytes, NULL);
  g_autoptr (GString) repaired = NULL;

  if (hole == NULL && !needs_repair (range, scan->repairs, *next_repair))
    return load (text + range->start, range->end - range->start);

  repaired = g_string_sized_new (256);
  if (hole != NULL)
    {
      append_repaired (repaired, text, (HtapByteRange){ range->start, hole->start }, scan->repairs,
                       next_repair);
      append_repaired (repaired, text, (HtapByteRange){ hole->end, range->end }, scan->repairs,
                       next_repair);
    }
  else
    append_repaired (repaired, text, *range, scan->repairs, next_repair);

  return load (repaired->str, repaired->len);
}

/**
 * htap_json_parse:
 * @bytes: an answer
 * @error: as htap_guard_scan_new()
 *
 * Returns: (transfer full) (nullable): the root, %NULL with @error
 */
JsonNode *
htap_json_parse (GBytes *bytes, GError **error)
{
  g_autoptr (HtapGuardScan) scan = htap_guard_scan_new (bytes, error);
  const HtapByteRange whole = { 0, g_bytes_get_size (bytes) };
  guint next_repair = 0;
  JsonNode *root;

  if (scan == NULL)
    return NULL;

  root = htap_json_parse_scanned (bytes, scan, &whole, NULL, &next_repair);
  if (root == NULL)
    htap_json_set_unreadable (error);

  return root;
}

/**
 * htap_json_set_unreadable:
 * @error: becomes %HTAP_ERROR_PROTOCOL with %HTAP_ERROR_REASON_NOT_JSON
 */
void
htap_json_set_unreadable (GError **error)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NOT_JSON };

  htap_error_set (error, HTAP_ERROR_PROTOCOL, &details, "The answer is no JSON");
}

/**
 * htap_json_set_undocumented:
 * @error: becomes %HTAP_ERROR_PROTOCOL with %HTAP_ERROR_REASON_NOT_DOCUMENTED
 * @member: what makes an answer the documented one, and is not there
 */
void
htap_json_set_undocumented (GError **error, const char *member)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NOT_DOCUMENTED };

  htap_error_set (error, HTAP_ERROR_PROTOCOL, &details,
                  "The answer is not the documented object with \"%s\"", member);
}

/**
 * htap_json_check_list:
 * @root: an answer
 * @list: the member that makes it what is documented: a list
 * @error: %HTAP_ERROR_PROTOCOL with %HTAP_ERROR_REASON_NOT_DOCUMENTED
 *
 * Returns: whether @root is an object with an array @list
 */
gboolean
htap_json_check_list (JsonNode *root, const char *list, GError **error)
{
  JsonNode *node = NULL;

  if (JSON_NODE_HOLDS_OBJECT (root))
    node = json_object_get_member (json_node_get_object (root), list);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;

  htap_json_set_undocumented (error, list);

  return FALSE;
}

/**
 * htap_json_parse_list:
 * @bytes: an answer
 * @list: as for htap_json_check_list()
 * @error: as htap_json_parse(), or as htap_json_check_list()
 *
 * Returns: (transfer full) (nullable): the root, an object with an array @list; %NULL with @error
 */
JsonNode *
htap_json_parse_list (GBytes *bytes, const char *list, GError **error)
{
  g_autoptr (JsonNode) root = htap_json_parse (bytes, error);

  if (root == NULL || !htap_json_check_list (root, list, error))
    return NULL;

  return g_steal_pointer (&root);
}
