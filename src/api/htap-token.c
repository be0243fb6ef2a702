/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token.h"

#include "htap-credentials.h"
#include "htap-error.h"
#include "htap-json-parse.h"

static HtapToken *
fail (GError **error, const char *message)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NOT_DOCUMENTED };

  htap_error_set (error, HTAP_ERROR_PROTOCOL, &details, "%s", message);

  return NULL;
}

/* A member that may be absent, null or of another type. */
static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* By the cloud's clock alone, so that ours may be wrong. */
static gboolean
read_lifetime (HtapToken *self, JsonObject *token, GDateTime *issued)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *expires_at = get_text (token, "expires_at");
  const char *issued_at = get_text (token, "issued_at");
  g_autoptr (GDateTime) end =
      expires_at != NULL ? g_date_time_new_from_iso8601 (expires_at, utc) : NULL;
  g_autoptr (GDateTime) begin =
      issued_at != NULL ? g_date_time_new_from_iso8601 (issued_at, utc) : NULL;

  if (issued == NULL)
    issued = begin;
  if (end == NULL || issued == NULL)
    return FALSE;

  self->lifetime = g_date_time_difference (end, issued) / G_TIME_SPAN_SECOND;

  return self->lifetime > 0;
}

/**
 * htap_token_new_from_answer:
 * @secret: the value of `X-Subject-Token`
 * @body: the answer's body
 * @issued: (nullable): the answer's `Date`
 * @error: %HTAP_ERROR_PROTOCOL
 *
 * Reads the answer of "Obtaining a User Token Through Password Authentication".
 *
 * Returns: (transfer full) (nullable): the token, %NULL with @error
 */
HtapToken *
htap_token_new_from_answer (const char *secret, GBytes *body, GDateTime *issued, GError **error)
{
  g_autoptr (HtapToken) self = g_new0 (HtapToken, 1);
  g_autoptr (JsonNode) root = htap_json_parse (body, error);
  JsonObject *token;

  if (root == NULL)
    return NULL;

  token = JSON_NODE_HOLDS_OBJECT (root) ? get_object (json_node_get_object (root), "token") : NULL;
  self->secret = htap_secret_clean (secret);
  if (self->secret == NULL)
    return fail (error, "The answer has no token");
  if (token == NULL || !read_lifetime (self, token, issued))
    return fail (error, "The answer does not say how long the token is good");

  self->project_id = g_strdup (get_text (get_object (token, "project"), "id"));

  return g_steal_pointer (&self);
}

void
htap_token_free (HtapToken *self)
{
  htap_secret_free (self->secret);
  g_free (self->project_id);
  g_free (self);
}
