/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-line.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The file of changes: a line of JSON each. The first says what the file is, the others are in the
 * order in which things were seen. */

/* An object with a list in it, and room for more. */
#define DEPTH_LIMIT 8

#define FORMAT  "htap-inventory-changes"
#define VERSION 1

static const char *const kinds[HTAP_N_CHANGE_KINDS] = {
  [HTAP_CHANGE_ADDED] = "added",
  [HTAP_CHANGE_GONE] = "gone",
  [HTAP_CHANGE_CHANGED] = "changed",
};

static const char *const seen_kind = "seen";

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_time (JsonBuilder *builder, const char *name, gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  add_text (builder, name, text);
}

/* Whose change it is. */
static void
add_subject (JsonBuilder *builder, const HtapChangeFacts *facts)
{
  add_text (builder, "region", facts->region);
  add_text (builder, "taurus_id", facts->taurus_id);
  add_text (builder, "id", facts->id);
}

static void
add_fields (JsonBuilder *builder, HtapFieldSet fields)
{
  json_builder_set_member_name (builder, "also");
  json_builder_begin_array (builder);
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (fields & HTAP_FIELD_BIT (i))
      json_builder_add_string_value (builder, htap_field_get_id (htap_field_get (i)));
  json_builder_end_array (builder);
}

static void
add_values (JsonBuilder *builder, const HtapChangeFacts *facts)
{
  HtapFieldSet also = facts->fields & ~HTAP_FIELD_BIT (facts->field);

  add_text (builder, "field", htap_field_get_id (htap_field_get (facts->field)));
  if (also != 0)
    add_fields (builder, also);
  add_text (builder, "old", facts->old_value);
  add_text (builder, "new", facts->new_value);
}

/* As a text: it is untrusted, and this file is whole whatever is in it. */
static void
add_json (JsonBuilder *builder, GBytes *json)
{
  gsize size;
  const char *text = g_bytes_get_data (json, &size);
  g_autofree char *copy = NULL;

  if (size == 0 || size > HTAP_CHANGE_JSON_LIMIT || !g_utf8_validate_len (text, size, NULL))
    return;

  copy = g_strndup (text, size);
  add_text (builder, "json", copy);
}

static void
end_line (GString *lines, JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  /* One that nobody would read again is as good as none. */
  if (strlen (text) > HTAP_CHANGE_LINE_LIMIT)
    return;

  g_string_append (lines, text);
  g_string_append_c (lines, '\n');
}

/**
 * htap_change_line_dup_header:
 *
 * Returns: (transfer full): the first line of a file, with its newline
 */
char *
htap_change_line_dup_header (void)
{
  return g_strdup_printf ("{\"format\":\"%s\",\"version\":%d}\n", FORMAT, VERSION);
}

/**
 * htap_change_line_write:
 * @lines: gets one more
 * @seen: whether somebody has seen @change
 *
 * May be called in any thread.
 */
void
htap_change_line_write (GString *lines, HtapChange *change, gboolean seen)
{
  const HtapChangeFacts *facts = htap_change_get_facts (change);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "kind", kinds[facts->kind]);
  add_time (builder, "at", facts->at);
  add_time (builder, "until", facts->until);
  add_text (builder, "profile", facts->profile);
  add_subject (builder, facts);
  add_text (builder, "taurus_name", facts->taurus_name);
  add_text (builder, "name", facts->name);
  if (facts->kind == HTAP_CHANGE_CHANGED)
    add_values (builder, facts);
  if (facts->json != NULL)
    add_json (builder, facts->json);
  if (seen)
    {
      json_builder_set_member_name (builder, "seen");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
  end_line (lines, builder);
}

/**
 * htap_change_line_write_seen:
 * @lines: gets one more
 * @of: (nullable): one of the instance of which every change was seen that is above; %NULL for all
 *   instances
 *
 * May be called in any thread.
 */
void
htap_change_line_write_seen (GString *lines, HtapChange *of)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "kind", seen_kind);
  if (of != NULL)
    add_subject (builder, htap_change_get_facts (of));
  json_builder_end_object (builder);
  end_line (lines, builder);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* Returns: 0 if there is none */
static gint64
get_time (JsonObject *object, const char *name)
{
  const char *text = get_text (object, name);
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* json-glib parses what is nested by calling itself, and somebody else's line may be nested until
 * the stack is full. */
static gboolean
is_shallow (const char *line, gsize length)
{
  gboolean is_in_text = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    if (is_in_text && line[i] == '\\')
      i++;
    else if (line[i] == '"')
      is_in_text = !is_in_text;
    else if (!is_in_text && (line[i] == '{' || line[i] == '['))
      depth++;
    else if (!is_in_text && (line[i] == '}' || line[i] == ']') && depth > 0)
      depth--;
    else if (depth > DEPTH_LIMIT)
      return FALSE;

  return depth <= DEPTH_LIMIT;
}

/* Returns: (transfer full) (nullable): the object that the line is */
static JsonNode *
parse_object (const char *line, gsize length)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (length > HTAP_CHANGE_LINE_LIMIT || memchr (line, '\0', length) != NULL ||
      !g_utf8_validate_len (line, length, NULL) || !is_shallow (line, length))
    return NULL;

  text = g_strndup (line, length);
  root = json_from_string (text, NULL);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&root) : NULL;
}

/**
 * htap_change_line_is_header:
 * @line: the first of a file
 * @length: of it, without its newline
 *
 * Returns: whether the file is one of ours, as this program writes it
 */
gboolean
htap_change_line_is_header (const char *line, gsize length)
{
  g_autoptr (JsonNode) root = parse_object (line, length);
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;

  return version != NULL && json_node_get_value_type (version) == G_TYPE_INT64 &&
         json_node_get_int (version) == VERSION &&
         g_strcmp0 (get_text (object, "format"), FORMAT) == 0;
}

static HtapFieldSet
read_also (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "also");
  JsonArray *also =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_fields = also != NULL ? json_array_get_length (also) : 0;
  HtapFieldSet fields = 0;

  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *element = json_array_get_element (also, i);
      const HtapField *field = json_node_get_value_type (element) == G_TYPE_STRING
                                   ? htap_field_find (json_node_get_string (element))
                                   : NULL;

      if (field != NULL)
        fields |= HTAP_FIELD_BIT (htap_field_get_index (field));
    }

  return fields;
}

/* Returns: %FALSE if there is no such field, which another version of the program had */
static gboolean
read_values (JsonObject *object, HtapChangeFacts *facts)
{
  const HtapField *field = htap_field_find (get_text (object, "field"));

  if (field == NULL || htap_field_is_of_source (field))
    return FALSE;

  facts->field = htap_field_get_index (field);
  facts->fields = HTAP_FIELD_BIT (facts->field) | read_also (object);
  facts->old_value = get_text (object, "old");
  facts->new_value = get_text (object, "new");

  return TRUE;
}

static gboolean
is_seen (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "seen");

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

static HtapChangeLineKind
read_change (JsonObject *object, HtapChangeFacts *facts, HtapChange **change)
{
  const char *json = get_text (object, "json");
  g_autoptr (GBytes) bytes = json != NULL ? g_bytes_new (json, strlen (json)) : NULL;

  facts->profile = get_text (object, "profile");
  facts->taurus_name = get_text (object, "taurus_name");
  facts->name = get_text (object, "name");
  facts->at = get_time (object, "at");
  facts->until = get_time (object, "until");
  facts->json = bytes;
  if (facts->profile == NULL || facts->id == NULL || facts->at == 0)
    return HTAP_CHANGE_LINE_BROKEN;
  if (facts->kind == HTAP_CHANGE_CHANGED && !read_values (object, facts))
    return HTAP_CHANGE_LINE_UNKNOWN;

  *change = htap_change_new (facts);
  htap_change_set_seen (*change, is_seen (object));

  return HTAP_CHANGE_LINE_CHANGE;
}

/**
 * htap_change_line_parse:
 * @line: any but the first of a file
 * @length: of it, without its newline
 * @change: (out) (transfer full) (nullable): the change; of what was seen, one that stands for the
 *   instance, or %NULL for all instances
 *
 * May be called in any thread.
 *
 * Returns: what the line is
 */
HtapChangeLineKind
htap_change_line_parse (const char *line, gsize length, HtapChange **change)
{
  g_autoptr (JsonNode) root = parse_object (line, length);
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  const char *kind = object != NULL ? get_text (object, "kind") : NULL;
  HtapChangeFacts facts = { 0 };

  *change = NULL;
  if (kind == NULL)
    return HTAP_CHANGE_LINE_BROKEN;

  facts.region = get_text (object, "region");
  facts.taurus_id = get_text (object, "taurus_id");
  facts.id = get_text (object, "id");
  if (g_str_equal (kind, seen_kind))
    {
      *change = facts.id != NULL ? htap_change_new (&facts) : NULL;
      return HTAP_CHANGE_LINE_SEEN;
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      {
        facts.kind = (HtapChangeKind) i;
        return read_change (object, &facts, change);
      }

  return HTAP_CHANGE_LINE_UNKNOWN;
}
