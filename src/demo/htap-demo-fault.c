/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-fault.h"

#include <gio/gio.h>

#include "htap-demo-json.h"

#define MAXIMUM_DELAY (10 * 60 * 1000)

struct _HtapDemoFault {
  char               *path; /* nullable: every path */
  guint               status; /* 0: that of the answer */
  GBytes             *body; /* nullable */
  SoupMessageHeaders *headers;
  gint64              delay; /* milliseconds; -1: that of the answer */
  HtapDemoCut         cut;
  gint64              count; /* how many answers are still to be spoilt; -1: all */
};

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);

  return FALSE;
}

static gboolean
read_integer (JsonNode *node, gint64 minimum, gint64 maximum, gint64 *value)
{
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  *value = json_node_get_int (node);

  return *value >= minimum && *value <= maximum;
}

/* Returns: (nullable): the text, if it can stand in a header. */
static const char *
read_header_value (JsonNode *node)
{
  const char *text =
      json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL && strpbrk (text, "\r\n") == NULL ? text : NULL;
}

static gboolean
read_path (HtapDemoFault *self, JsonNode *node, GError **error)
{
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (error, "“path” must be a part of a path, as text.");

  g_free (self->path);
  self->path = json_node_dup_string (node);

  return TRUE;
}

static gboolean
read_status (HtapDemoFault *self, JsonNode *node, GError **error)
{
  gint64 status;

  if (!read_integer (node, 200, 599, &status))
    return refuse (error, "“status” must be a number from 200 to 599.");

  self->status = (guint) status;

  return TRUE;
}

/* JSON may be given as it is, anything else as text. */
static gboolean
read_body (HtapDemoFault *self, JsonNode *node, GError **error)
{
  const gboolean is_text = json_node_get_value_type (node) == G_TYPE_STRING;
  char *text = is_text ? json_node_dup_string (node) : htap_demo_json_to_string (node);

  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_new_take (text, strlen (text));

  return TRUE;
}

static gboolean
read_header (HtapDemoFault *self, const char *name, JsonNode *node, GError **error)
{
  static const char *const framing[] = { "content-length", "transfer-encoding", "connection",
                                         NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *value = read_header_value (node);

  if (g_strv_contains (framing, lower))
    return refuse (error, "“headers” must leave the framing of the answer to the server.");
  if (*name == '\0' || strpbrk (name, "\r\n\t :") != NULL || value == NULL)
    return refuse (error, "“headers” must be an object of names and values of one line each.");

  soup_message_headers_replace (self->headers, name, value);

  return TRUE;
}

static gboolean
read_headers (HtapDemoFault *self, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "“headers” must be an object of names and values of one line each.");

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!read_header (self, name, value, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_delay (HtapDemoFault *self, JsonNode *node, GError **error)
{
  if (!read_integer (node, 0, MAXIMUM_DELAY, &self->delay))
    return refuse (error, "“delay” must be a number of milliseconds, ten minutes at most.");

  return TRUE;
}

static gboolean
read_cut (HtapDemoFault *self, JsonNode *node, GError **error)
{
  const GType type = json_node_get_value_type (node);

  if (type == G_TYPE_BOOLEAN)
    self->cut = json_node_get_boolean (node) ? HTAP_DEMO_CUT_BODY : HTAP_DEMO_CUT_NONE;
  else if (type == G_TYPE_STRING && g_str_equal (json_node_get_string (node), "after-headers"))
    self->cut = HTAP_DEMO_CUT_AFTER_HEADERS;
  else if (type == G_TYPE_STRING && g_str_equal (json_node_get_string (node), "before-answer"))
    self->cut = HTAP_DEMO_CUT_BEFORE_ANSWER;
  else
    return refuse (error, "“cut” must be true, false, “after-headers” or “before-answer”.");

  return TRUE;
}

static gboolean
read_redirect (HtapDemoFault *self, JsonNode *node, GError **error)
{
  const char *target = read_header_value (node);

  if (target == NULL || *target == '\0')
    return refuse (error, "“redirect” must be a URL.");

  soup_message_headers_replace (self->headers, "Location", target);
  if (self->status == 0)
    self->status = SOUP_STATUS_FOUND;

  return TRUE;
}

static gboolean
read_count (HtapDemoFault *self, JsonNode *node, GError **error)
{
  if (!read_integer (node, 1, G_MAXINT, &self->count))
    return refuse (error, "“count” must be a number of answers, at least 1.");

  return TRUE;
}

static gboolean
read_member (HtapDemoFault *self, const char *name, JsonNode *node, GError **error)
{
  static const struct {
    const char *name;
    gboolean (*read) (HtapDemoFault *self, JsonNode *node, GError **error);
  } members[] = {
    { "path", read_path },         { "status", read_status }, { "body", read_body },
    { "headers", read_headers },   { "delay", read_delay },   { "cut", read_cut },
    { "redirect", read_redirect }, { "count", read_count },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].name, name))
      return members[i].read (self, node, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "A fault has no member “%s”.", name);

  return FALSE;
}

/**
 * htap_demo_fault_new:
 * @description: (transfer none): members `path` (a part of the paths it concerns, all without),
 *   `status`, `body`, `headers`, `delay` (milliseconds), `cut` (true, "after-headers" or
 *   "before-answer"), `redirect` (a URL) and `count` (how many answers it spoils, all without); each may be left out
 *
 * Returns: (transfer full) (nullable): the fault, or %NULL with a sentence in @error
 */
HtapDemoFault *
htap_demo_fault_new (JsonObject *description, GError **error)
{
  g_autoptr (HtapDemoFault) self = g_new0 (HtapDemoFault, 1);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  self->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  self->delay = -1;
  self->count = -1;

  json_object_iter_init_ordered (&iter, description);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_member (self, name, node, error))
      return NULL;

  return g_steal_pointer (&self);
}

void
htap_demo_fault_free (HtapDemoFault *self)
{
  g_free (self->path);
  g_clear_pointer (&self->body, g_bytes_unref);
  soup_message_headers_unref (self->headers);
  g_free (self);
}

gboolean
htap_demo_fault_matches (HtapDemoFault *self, const char *path)
{
  return self->path == NULL || strstr (path, self->path) != NULL;
}

/**
 * htap_demo_fault_apply:
 * @answer: what the cloud would say; spoilt in place
 *
 * A status or a body takes the place of the cloud's answer; everything else is done to it.
 *
 * Returns: whether it concerns further answers
 */
gboolean
htap_demo_fault_apply (HtapDemoFault *self, HtapDemoAnswer *answer)
{
  SoupMessageHeadersIter iter;
  const char *name, *value;

  if (self->status != 0 || self->body != NULL)
    {
      g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

      answer->status = self->status != 0 ? self->status : SOUP_STATUS_OK;
      htap_demo_answer_set_body (answer, self->body != NULL ? self->body : empty);
    }

  soup_message_headers_iter_init (&iter, self->headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    soup_message_headers_replace (answer->headers, name, value);

  if (self->delay >= 0)
    answer->delay = (guint) self->delay;
  if (self->cut != HTAP_DEMO_CUT_NONE)
    answer->cut = self->cut;

  if (self->count > 0)
    self->count--;

  return self->count != 0;
}
