/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-cursor.h"

#include <string.h>

/* A service that changed its format deviates in every instance: more of it tells nothing new. */
#define MAX_DEVIATIONS 50

static void
append_path (const HtapJsonCursor *self, GString *path)
{
  if (self->parent != NULL)
    append_path (self->parent, path);

  if (self->name == NULL)
    return;

  if (self->index >= 0)
    {
      g_string_append_printf (path, "[%d]", self->index);
      return;
    }

  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, self->name);
}

/**
 * htap_json_cursor_note:
 * @what: in what the value deviates; English, no sentence of its own
 *
 * Notes `path: what`, if there is room.
 */
void
htap_json_cursor_note (const HtapJsonCursor *self, const char *what)
{
  GPtrArray *deviations = self->notes->deviations;
  g_autoptr (GString) sentence = NULL;

  if (deviations == NULL || deviations->len > MAX_DEVIATIONS)
    return;

  if (deviations->len == MAX_DEVIATIONS)
    {
      g_ptr_array_add (deviations, g_strdup ("further deviations are not listed"));
      return;
    }

  sentence = g_string_new (NULL);
  append_path (self, sentence);
  g_string_append_printf (sentence, ": %s", what);
  if (!g_ptr_array_find_with_equal_func (deviations, sentence->str, g_str_equal, NULL))
    g_ptr_array_add (deviations, g_strdup (sentence->str));
}

static void
note_unknown_members (const HtapJsonCursor *self, const HtapJsonMember *members, guint n_members)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, json_node_get_object (self->node));
  while (json_object_iter_next (&iter, &name, &node))
    {
      HtapJsonCursor value = { self, name, -1, node, self->notes };
      gboolean known = FALSE;

      for (guint i = 0; i < n_members && !known; i++)
        known = strcmp (members[i].name, name) == 0;

      if (!known)
        htap_json_cursor_note (&value, "undocumented member");
    }
}

/**
 * htap_json_cursor_read_document:
 * @root: an object, parsed by htap_json_parse()
 * @members: (array length=n_members): as for htap_json_cursor_read_members()
 * @target: given to each of them; what it is given as text lives no longer than this call
 * @deviations: (nullable) (element-type utf8): where to note them; %NULL if nobody wants to know
 *
 * Reads a whole document.
 */
void
htap_json_cursor_read_document (JsonNode *root,
                                const HtapJsonMember *members,
                                guint n_members,
                                gpointer target,
                                GPtrArray *deviations)
{
  HtapJsonNotes notes = { deviations, g_string_chunk_new (256) };
  HtapJsonCursor cursor = { NULL, NULL, -1, root, &notes };

  htap_json_cursor_read_members (&cursor, members, n_members, target);
  g_string_chunk_free (notes.texts);
}

/**
 * htap_json_cursor_read_members:
 * @members: (array length=n_members): the members it may have, in the order in which they are read
 * @target: given to each of them
 *
 * Reads the members that are there and not null. Others are noted as undocumented; a value that is
 * no object is noted and not read.
 */
void
htap_json_cursor_read_members (const HtapJsonCursor *self,
                               const HtapJsonMember *members,
                               guint n_members,
                               gpointer target)
{
  JsonObject *object;
  guint n_found = 0;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    {
      htap_json_cursor_note (self, "no object, left out");
      return;
    }

  object = json_node_get_object (self->node);
  for (guint i = 0; i < n_members; i++)
    {
      JsonNode *node = json_object_get_member (object, members[i].name);
      HtapJsonCursor value = { self, members[i].name, -1, node, self->notes };

      if (node == NULL)
        continue;

      n_found++;
      if (members[i].undocumented)
        htap_json_cursor_note (&value, "undocumented member");
      if (!JSON_NODE_HOLDS_NULL (node))
        members[i].read (&value, target, members[i].member);
    }

  if (self->notes->deviations != NULL && n_found < json_object_get_size (object))
    note_unknown_members (self, members, n_members);
}

/**
 * htap_json_cursor_read_element:
 * @self: an array
 * @index: which element of it
 * @node: that element
 * @read: reads it
 * @target: given to it
 * @member: given to it
 *
 * Reads it, or notes that it is null.
 */
void
htap_json_cursor_read_element (const HtapJsonCursor *self,
                               guint index,
                               JsonNode *node,
                               HtapJsonReadFunc read,
                               gpointer target,
                               guint member)
{
  HtapJsonCursor element = { self, self->name, (int) index, node, self->notes };

  if (JSON_NODE_HOLDS_NULL (node))
    htap_json_cursor_note (&element, "null in a list, left out");
  else
    read (&element, target, member);
}

/**
 * htap_json_cursor_read_elements:
 * @read: reads one element
 * @target: given to it
 * @member: given to it
 *
 * Reads the elements of an array that are not null. Something else counts as an array of one, and
 * is noted.
 */
void
htap_json_cursor_read_elements (const HtapJsonCursor *self,
                                HtapJsonReadFunc read,
                                gpointer target,
                                guint member)
{
  JsonArray *array;
  guint length;

  if (!JSON_NODE_HOLDS_ARRAY (self->node))
    {
      htap_json_cursor_note (self, "not written as a list");
      read (self, target, member);
      return;
    }

  array = json_node_get_array (self->node);
  length = json_array_get_length (array);
  for (guint i = 0; i < length; i++)
    htap_json_cursor_read_element (self, i, json_array_get_element (array, i), read, target,
                                   member);
}

/**
 * htap_json_cursor_read_text:
 *
 * Reads a text; or a number or a flag as the text it would be, which is noted.
 *
 * Returns: (transfer none) (nullable): as long as the document and its notes; %NULL, and noted, if
 *   it is something else
 */
const char *
htap_json_cursor_read_text (const HtapJsonCursor *self)
{
  GType type =
      JSON_NODE_HOLDS_VALUE (self->node) ? json_node_get_value_type (self->node) : G_TYPE_INVALID;
  char number[24];

  if (type == G_TYPE_STRING)
    return json_node_get_string (self->node);

  if (type != G_TYPE_INT64 && type != G_TYPE_BOOLEAN)
    {
      htap_json_cursor_note (self, "no text, left out");
      return NULL;
    }

  htap_json_cursor_note (self, "not written as text");
  if (type == G_TYPE_BOOLEAN)
    return json_node_get_boolean (self->node) ? "true" : "false";

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, json_node_get_int (self->node));

  return g_string_chunk_insert_const (self->notes->texts, number);
}

static gboolean
parse_number (const char *text, gint64 *number)
{
  double value;
  char *end;

  if (g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, number, NULL))
    return TRUE;

  if (*text == '\0' || strspn (text, "0123456789+-.eE") != strlen (text))
    return FALSE;

  /* 2^63 is a double, the greatest integer of 64 bits is none. */
  value = g_ascii_strtod (text, &end);
  if (*end != '\0' || !(value >= -9223372036854775808.0 && value < 9223372036854775808.0))
    return FALSE;

  *number = (gint64) value;

  return (double) *number == value;
}

/**
 * htap_json_cursor_read_number:
 * @number: (out): a whole number
 *
 * Reads a number, or a text that says one, which is noted.
 *
 * Returns: %FALSE, and noted, if it is something else or does not fit
 */
gboolean
htap_json_cursor_read_number (const HtapJsonCursor *self, gint64 *number)
{
  GType type =
      JSON_NODE_HOLDS_VALUE (self->node) ? json_node_get_value_type (self->node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    {
      *number = json_node_get_int (self->node);
      return TRUE;
    }

  if (type == G_TYPE_STRING && parse_number (json_node_get_string (self->node), number))
    {
      htap_json_cursor_note (self, "not written as a whole number");
      return TRUE;
    }

  htap_json_cursor_note (self, "no whole number, left out");

  return FALSE;
}

/**
 * htap_json_cursor_read_count:
 * @count: (out): a whole number that is not negative; else it stays as it was
 *
 * Reads a number of things, as htap_json_cursor_read_number().
 *
 * Returns: %FALSE, and noted, if it is something else
 */
gboolean
htap_json_cursor_read_count (const HtapJsonCursor *self, gint64 *count)
{
  gint64 number;

  if (!htap_json_cursor_read_number (self, &number))
    return FALSE;

  if (number < 0)
    {
      htap_json_cursor_note (self, "negative, left out");
      return FALSE;
    }

  *count = number;

  return TRUE;
}

/**
 * htap_json_cursor_read_flag:
 * @flag: (out): whether it is set
 *
 * Reads a boolean; or 0, 1, or the text of any of them, which is noted.
 *
 * Returns: %FALSE, and noted, if it is something else
 */
gboolean
htap_json_cursor_read_flag (const HtapJsonCursor *self, gboolean *flag)
{
  GType type =
      JSON_NODE_HOLDS_VALUE (self->node) ? json_node_get_value_type (self->node) : G_TYPE_INVALID;
  const char *text = type == G_TYPE_STRING ? json_node_get_string (self->node) : "";
  gint64 number = type == G_TYPE_INT64 ? json_node_get_int (self->node) : -1;

  if (type == G_TYPE_BOOLEAN)
    {
      *flag = json_node_get_boolean (self->node);
      return TRUE;
    }

  *flag = number == 1 || g_ascii_strcasecmp (text, "true") == 0 || strcmp (text, "1") == 0;
  if (*flag || number == 0 || g_ascii_strcasecmp (text, "false") == 0 || strcmp (text, "0") == 0)
    {
      htap_json_cursor_note (self, "not written as a flag");
      return TRUE;
    }

  htap_json_cursor_note (self, "no flag, left out");

  return FALSE;
}
