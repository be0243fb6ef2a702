/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-parse.h"

#include "htap-error.h"
#include "htap-guard-scan.h"

/* U+FFFD, as long as what it stands for. */
#define REPLACEMENT "\\ufffd"

/* Numbers that json-glib would wrap or round become strings of the same digits, which every reader
 * of a member takes as well; escapes that would cut a string short, or cost the whole answer,
 * become the replacement character. */
static GString *
repair (const char *text, gsize length, const GArray *repairs)
{
  GString *repaired = g_string_sized_new (length + 2 * repairs->len + 1);
  gsize position = 0;

  for (guint i = 0; i < repairs->len; i++)
    {
      const HtapRepair *next = &g_array_index (repairs, HtapRepair, i);
      gsize token_length = next->range.end - next->range.start;

      g_string_append_len (repaired, text + position, next->range.start - position);
      if (next->is_number)
        {
          g_string_append_c (repaired, '"');
          g_string_append_len (repaired, text + next->range.start, token_length);
          g_string_append_c (repaired, '"');
        }
      else
        g_string_append (repaired, REPLACEMENT);
      position = next->range.end;
    }

  return g_string_append_len (repaired, text + position, length - position);
}

/**
 * htap_json_parse:
 * @bytes: an answer
 * @elements: (out) (optional) (transfer full) (element-type HtapByteRange): where in @bytes the
 *   elements of the top-level member `instances` stand
 * @error: as htap_guard_scan_new()
 *
 * The one caller of json-glib's parser: nothing reaches it without the guard scan.
 *
 * Returns: (transfer full) (nullable): the root, %NULL with @error
 */
JsonNode *
htap_json_parse (GBytes *bytes, GArray **elements, GError **error)
{
  g_autoptr (HtapGuardScan) scan = htap_guard_scan_new (bytes, error);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GString) repaired = NULL;
  const char *text;
  gsize length;

  if (scan == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  if (scan->repairs->len > 0)
    {
      repaired = repair (text, length, scan->repairs);
      text = repaired->str;
      length = repaired->len;
    }

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL) ||
      json_parser_get_root (parser) == NULL)
    {
      HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NOT_JSON };

      htap_error_set (error, HTAP_ERROR_PROTOCOL, &details, "The answer is no JSON");
      return NULL;
    }

  if (elements != NULL)
    *elements = g_array_ref (scan->elements);

  return json_parser_steal_root (parser);
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
 * htap_json_parse_list:
 * @bytes: an answer
 * @list: the member that makes it what is documented: a list
 * @elements: (out) (optional) (transfer full) (element-type HtapByteRange): as htap_json_parse()
 * @error: as htap_json_parse(), or %HTAP_ERROR_PROTOCOL with %HTAP_ERROR_REASON_NOT_DOCUMENTED
 *
 * Returns: (transfer full) (nullable): the root, an object with an array @list; %NULL with @error
 */
JsonNode *
htap_json_parse_list (GBytes *bytes, const char *list, GArray **elements, GError **error)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (JsonNode) root = htap_json_parse (bytes, &found, error);
  JsonNode *node = NULL;

  if (root == NULL)
    return NULL;

  if (JSON_NODE_HOLDS_OBJECT (root))
    node = json_object_get_member (json_node_get_object (root), list);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      htap_json_set_undocumented (error, list);
      return NULL;
    }

  if (elements != NULL)
    *elements = g_steal_pointer (&found);

  return g_steal_pointer (&root);
}
