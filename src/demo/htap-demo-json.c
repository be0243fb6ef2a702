/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-json.h"

#include <gio/gio.h>

/* json-glib 1.6 recurses without a limit, so a body of brackets would end the process. */
#define MAXIMUM_DEPTH 64

static JsonNode *copy_node (JsonNode *node);

static gboolean
refuse (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               "The body must be one JSON object, nested at most %d levels deep.", MAXIMUM_DEPTH);

  return FALSE;
}

/* Returns the position after the string that opens at @position, or @length if it never ends. */
static gsize
skip_string (const char *text, gsize length, gsize position)
{
  for (position++; position < length; position++)
    {
      if (text[position] == '\\')
        position++;
      else if (text[position] == '"')
        return position + 1;
    }

  return length;
}

/* Refuses what json-glib would crash on or silently accept: deep nesting, something after the
 * object, and the quotes and comments of JavaScript, which would hide brackets from this scan. */
static gboolean
is_one_object (const char *text, gsize length)
{
  int depth = 0;
  gboolean closed = FALSE;

  for (gsize i = 0; i < length;)
    {
      const char character = text[i];

      if (closed && !g_ascii_isspace (character))
        return FALSE;
      if (character == '\'' || character == '/')
        return FALSE;
      if (character == '{' || character == '[')
        depth++;
      else if (character == '}' || character == ']')
        closed = --depth == 0;
      else if (depth == 0 && !g_ascii_isspace (character))
        return FALSE;
      if (depth < 0 || depth > MAXIMUM_DEPTH)
        return FALSE;

      i = character == '"' ? skip_string (text, length, i) : i + 1;
    }

  return closed;
}

static JsonNode *
copy_array (JsonArray *array)
{
  const guint n_elements = json_array_get_length (array);
  JsonArray *copy = json_array_sized_new (n_elements);
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < n_elements; i++)
    json_array_add_element (copy, copy_node (json_array_get_element (array, i)));

  json_node_init_array (node, copy);
  json_array_unref (copy);

  return node;
}

/* json_node_copy() shares objects and arrays, so that a change of one instance would change its
 * siblings. */
static JsonNode *
copy_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return copy_array (json_node_get_array (node));

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (JsonObject) copy = htap_demo_json_copy (json_node_get_object (node));

      return json_node_init_object (json_node_alloc (), copy);
    }

  return json_node_copy (node);
}

static void
merge_object (JsonObject *target, const char *member, JsonObject *change, HtapDemoNulls nulls)
{
  JsonNode *present = json_object_get_member (target, member);

  if (present == NULL || !JSON_NODE_HOLDS_OBJECT (present))
    {
      json_object_set_object_member (target, member, json_object_new ());
      present = json_object_get_member (target, member);
    }

  htap_demo_json_merge (json_node_get_object (present), change, nulls);
}

/**
 * htap_demo_json_parse:
 * @bytes: a body that anybody may have sent
 *
 * Returns: (transfer full) (nullable): the one object in it, or %NULL with a sentence in @error
 */
JsonObject *
htap_demo_json_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *root;

  if (text == NULL || !g_utf8_validate_len (text, length, NULL) || !is_one_object (text, length))
    {
      refuse (error);
      return NULL;
    }

  if (!json_parser_load_from_data (parser, text, (gssize) length, &reason))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The body is not JSON (%s).",
                   reason->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error);
      return NULL;
    }

  return json_object_ref (json_node_get_object (root));
}

/**
 * htap_demo_json_copy:
 *
 * Returns: (transfer full): a copy that shares nothing with @object
 */
JsonObject *
htap_demo_json_copy (JsonObject *object)
{
  JsonObject *copy = json_object_new ();

  htap_demo_json_merge (copy, object, HTAP_DEMO_NULLS_STAY);

  return copy;
}

/**
 * htap_demo_json_merge:
 * @target: what is changed, in place; members keep their order
 * @change: (transfer none): the members to set; objects are merged, everything else is replaced by
 *   a copy
 */
void
htap_demo_json_merge (JsonObject *target, JsonObject *change, HtapDemoNulls nulls)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, change);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (nulls == HTAP_DEMO_NULLS_REMOVE && JSON_NODE_HOLDS_NULL (node))
        json_object_remove_member (target, member);
      else if (JSON_NODE_HOLDS_OBJECT (node))
        merge_object (target, member, json_node_get_object (node), nulls);
      else
        json_object_set_member (target, member, copy_node (node));
    }
}

/**
 * htap_demo_json_text:
 *
 * Returns: (transfer none) (nullable): the text of @member; %NULL if there is none or it is no text
 */
const char *
htap_demo_json_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/**
 * htap_demo_json_set_text:
 * @text: (nullable): anything, a client's choice included: it is made valid first; %NULL for null
 */
void
htap_demo_json_set_text (JsonObject *object, const char *member, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid != NULL)
    json_object_set_string_member (object, member, valid);
  else
    json_object_set_null_member (object, member);
}

/**
 * htap_demo_json_to_string:
 *
 * Returns: (transfer full): @node without white space. json-glib 1.6 escapes every control character
 *   but U+001F.
 */
char *
htap_demo_json_to_string (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);
  g_auto (GStrv) parts = g_strsplit (text, "\x1f", -1);

  return g_strjoinv ("\\u001f", parts);
}

/**
 * htap_demo_json_object:
 * @object: (nullable): so that calls can be nested
 *
 * Returns: (transfer none) (nullable): the object of @member; %NULL if there is none or it is no
 *   object
 */
JsonObject *
htap_demo_json_object (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * htap_demo_json_to_bytes:
 *
 * Returns: (transfer full): @object as the cloud writes it, without white space
 */
GBytes *
htap_demo_json_to_bytes (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  char *text = htap_demo_json_to_string (root);

  return g_bytes_new_take (text, strlen (text));
}
