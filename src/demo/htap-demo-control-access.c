/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-control-access.h"

/* In seconds: more than anybody's clock is off. */
#define MAXIMUM_OFFSET   (10 * 365 * 24 * 60 * 60)
#define MAXIMUM_LIFETIME (365 * 24 * 60 * 60)

/* Returns: whether the only member of @body is @name and a number of that range; @number stays what
 * it is otherwise. */
static gboolean
read_number (JsonObject *body, const char *name, gint64 minimum, gint64 maximum, gint64 *number)
{
  JsonNode *node = json_object_get_member (body, name);
  gint64 value;

  if (json_object_get_size (body) != 1 || node == NULL ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  value = json_node_get_int (node);
  if (value < minimum || value > maximum)
    return FALSE;

  *number = value;

  return TRUE;
}

/**
 * htap_demo_control_access_accounts:
 *
 * Returns: (transfer full): who can sign in with what, see htap_demo_users_to_json()
 */
HtapDemoAnswer *
htap_demo_control_access_accounts (void)
{
  g_autoptr (JsonObject) accounts = htap_demo_users_to_json ();

  return htap_demo_answer_new_json (SOUP_STATUS_OK, accounts);
}

/**
 * htap_demo_control_access_tokens:
 *
 * Returns: (transfer full): `{"lifetime": seconds, "issued": how many tokens so far}`
 */
HtapDemoAnswer *
htap_demo_control_access_tokens (HtapDemoAccess *access)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "lifetime", htap_demo_tokens_get_lifetime (access->tokens));
  json_object_set_int_member (object, "issued", htap_demo_tokens_count (access->tokens));

  return htap_demo_answer_new_json (SOUP_STATUS_OK, object);
}

/**
 * htap_demo_control_access_set_tokens:
 * @body: `{"lifetime": seconds}`, for the tokens that are issued from now on
 */
HtapDemoAnswer *
htap_demo_control_access_set_tokens (HtapDemoAccess *access, JsonObject *body)
{
  gint64 lifetime;

  if (!read_number (body, "lifetime", 0, MAXIMUM_LIFETIME, &lifetime))
    return htap_demo_answer_new_sentence (SOUP_STATUS_BAD_REQUEST,
                                          "“lifetime” must be a number of seconds, a year at most, "
                                          "and nothing else.");

  htap_demo_tokens_set_lifetime (access->tokens, (guint) lifetime);

  return htap_demo_control_access_tokens (access);
}

/**
 * htap_demo_control_access_expire:
 *
 * Ends every token that was issued for a password; the operator's stays.
 */
HtapDemoAnswer *
htap_demo_control_access_expire (HtapDemoAccess *access)
{
  htap_demo_tokens_expire (access->tokens, htap_demo_clock_now (&access->clock));

  return htap_demo_answer_new (SOUP_STATUS_NO_CONTENT);
}

/**
 * htap_demo_control_access_clock:
 *
 * Returns: (transfer full): `{"offset": seconds ahead of this computer's clock, "now": "…Z"}`
 */
HtapDemoAnswer *
htap_demo_control_access_clock (HtapDemoAccess *access)
{
  g_autofree char *now = htap_demo_clock_format (htap_demo_clock_now (&access->clock));
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "offset", access->clock.offset);
  json_object_set_string_member (object, "now", now);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, object);
}

/**
 * htap_demo_control_access_set_clock:
 * @body: `{"offset": seconds}`, negative for a clock that is slow
 */
HtapDemoAnswer *
htap_demo_control_access_set_clock (HtapDemoAccess *access, JsonObject *body)
{
  if (!read_number (body, "offset", -MAXIMUM_OFFSET, MAXIMUM_OFFSET, &access->clock.offset))
    return htap_demo_answer_new_sentence (SOUP_STATUS_BAD_REQUEST,
                                          "“offset” must be a number of seconds, ten years at "
                                          "most, and nothing else.");

  return htap_demo_control_access_clock (access);
}
