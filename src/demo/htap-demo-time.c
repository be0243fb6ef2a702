/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-time.h"

#include "htap-demo-json.h"

/* "-12m", "-3h", "-40d": so long before @now. Anything else stays as it is. */
static void
resolve_member (JsonObject *object, const char *member, gint64 now)
{
  static const struct {
    char   suffix;
    gint64 seconds;
  } units[] = { { 'm', 60 }, { 'h', 60 * 60 }, { 'd', 24 * 60 * 60 } };
  const char *text = htap_demo_json_text (object, member);
  char *end;
  gint64 amount;

  if (text == NULL || *text != '-')
    return;

  amount = g_ascii_strtoll (text, &end, 10);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (*end == units[i].suffix && amount > -G_MAXINT)
      {
        json_object_set_int_member (object, member, now + amount * units[i].seconds * 1000);
        return;
      }
}

/**
 * htap_demo_time_resolve:
 * @instance: an HTAP instance, changed in place
 * @now: milliseconds since 1970 UTC
 *
 * Makes times of what `demo-data.json` gives as an age, as in `"create_at": "-12m"`.
 */
void
htap_demo_time_resolve (JsonObject *instance, gint64 now)
{
  JsonNode *actions = json_object_get_member (instance, "current_actions");

  resolve_member (instance, "create_at", now);
  if (actions == NULL || !JSON_NODE_HOLDS_ARRAY (actions))
    return;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (actions)); i++)
    {
      JsonNode *action = json_array_get_element (json_node_get_array (actions), i);

      if (!JSON_NODE_HOLDS_OBJECT (action))
        continue;

      resolve_member (json_node_get_object (action), "created_at", now);
      resolve_member (json_node_get_object (action), "updated_at", now);
    }
}
