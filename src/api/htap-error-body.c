/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-body.h"

#include "htap-json-parse.h"

/* The spellings of the services, in the order in which the cloud's own clients look for them. */
static const struct {
  const char *code;
  const char *message;
} spellings[] = {
  { "error_code", "error_msg" },
  { "errorCode", "errorMsg" },
  { "code", "message" },
};

static char *
dup_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  /* Keystone writes the status as a number. */
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return NULL;
}

static gboolean
read_members (HtapErrorBody *self, JsonObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      self->code = dup_text (object, spellings[i].code);
      self->message = dup_text (object, spellings[i].message);
      if (self->code != NULL || self->message != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The guard scan bounds how deep this goes. */
static gboolean
read_object (HtapErrorBody *self, JsonObject *object)
{
  JsonObjectIter iter;
  JsonNode *member;

  if (read_members (self, object))
    return TRUE;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &member))
    if (JSON_NODE_HOLDS_OBJECT (member) && read_object (self, json_node_get_object (member)))
      return TRUE;

  return FALSE;
}

static gboolean
looks_like_html (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return text[i] == '<';

  return FALSE;
}

/* "{}" says nothing to anybody. */
static gboolean
has_words (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (text[i]) || (guchar) text[i] >= 0x80)
      return TRUE;

  return FALSE;
}

/**
 * htap_error_body_read:
 * @self: (out): to be cleared by the caller
 * @bytes: the body of an answer with an error status, of any kind
 *
 * Reads every shape that the services, the gateway and IAM use. Of what is no JSON, plain text is
 * the message; a web page is none.
 */
void
htap_error_body_read (HtapErrorBody *self, GBytes *bytes)
{
  g_autoptr (JsonNode) root = htap_json_parse (bytes, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  *self = (HtapErrorBody){ NULL };

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *object = json_node_get_object (root);

      self->request_id = dup_text (object, "request_id");
      if (read_object (self, object))
        return;
    }

  if (has_words (text, length) && !looks_like_html (text, length))
    self->message = g_strndup (text, length);
}

void
htap_error_body_clear (HtapErrorBody *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->request_id, g_free);
}
