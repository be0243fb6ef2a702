/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-elements.h"

#include "htap-detail-node.h"
#include "htap-field.h"
#include "htap-format.h"

#include <glib/gi18n-lib.h>

/* Elements are the same by their place: where a list has as many as before, its rows stay. */
static char *
dup_key (HtapFieldIndex field, guint element, const char *member)
{
  const char *id = htap_field_get_id (htap_field_get (field));

  return g_strdup_printf (member != NULL ? "%s/%u/%s" : "%s/%u", id, element, member);
}

static void
add_nothing (GPtrArray *facts, HtapFieldIndex field, const char *sentence)
{
  const char *id = htap_field_get_id (htap_field_get (field));

  g_ptr_array_add (facts, htap_detail_fact_new (id, NULL, sentence, HTAP_DETAIL_FACT_NOTHING));
}

/**
 * htap_detail_elements_new_time:
 * @milliseconds: since 1970 UTC, 0: not set
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full): a time, absolute and relative, with UTC in the tooltip; the number
 *   alone if it is no time
 */
HtapDetailFact *
htap_detail_elements_new_time (const char *key, const char *label, gint64 milliseconds, gint64 now)
{
  g_autofree char *iso8601 = htap_format_iso8601 (milliseconds);
  g_autofree char *absolute = htap_format_date_time (milliseconds);
  g_autofree char *relative = htap_format_age (milliseconds / 1000, now);
  g_autofree char *utc = htap_format_date_time_utc (milliseconds);
  g_autofree char *shown = NULL;
  HtapDetailFact *fact;

  if (milliseconds == 0)
    return htap_detail_fact_new (key, label, NULL, HTAP_DETAIL_FACT_TEXT);
  if (iso8601 == NULL)
    return htap_detail_fact_new (key, label, absolute, HTAP_DETAIL_FACT_TEXT);

  /* Translators: a date with the time of day, and how long ago that was. */
  shown = g_strdup_printf (_ ("%s (%s)"), absolute, relative);
  fact = htap_detail_fact_new (key, label, shown, HTAP_DETAIL_FACT_TEXT);
  htap_detail_fact_set_tooltip (fact, utc);
  htap_detail_fact_add_copy (fact, NULL, iso8601);

  return fact;
}

/**
 * htap_detail_elements_add_proxies:
 *
 * One fact for each proxy address, or one that says there is none.
 */
void
htap_detail_elements_add_proxies (GPtrArray *facts, const HtapRecord *record)
{
  const char *id = htap_field_get_id (htap_field_get (HTAP_FIELD_PROXY_IPS));
  guint n_addresses;
  const char *const *addresses = htap_record_get_proxy_ips (record, &n_addresses);

  for (guint i = 0; i < n_addresses; i++)
    {
      g_autofree char *key = dup_key (HTAP_FIELD_PROXY_IPS, i, NULL);
      HtapDetailFact *fact =
          htap_detail_fact_new (key, _ ("Proxy address"), addresses[i], HTAP_DETAIL_FACT_TEXT);

      htap_detail_fact_add_copy (fact, NULL, addresses[i]);
      g_ptr_array_add (facts, fact);
    }

  if (n_addresses == 0)
    g_ptr_array_add (facts,
                     htap_detail_fact_new (id, _ ("Proxy address"), NULL, HTAP_DETAIL_FACT_TEXT));
}

/* Returns: (nullable): @node in the list of nodes */
static const HtapDetailNode *
find_listed (GPtrArray *listed, const HtapNode *node)
{
  for (guint i = 0; listed != NULL && node->node_id != NULL && i < listed->len; i++)
    if (g_strcmp0 (htap_detail_node_get_text (listed->pdata[i], HTAP_DETAIL_NODE_ID),
                   node->node_id) == 0)
      return listed->pdata[i];

  return NULL;
}

static HtapDetailFact *
new_node (const HtapNode *node, const HtapDetailNode *listed, guint place)
{
  const char *role =
      listed != NULL ? htap_detail_node_get_text (listed, HTAP_DETAIL_NODE_ROLE) : NULL;
  const char *status =
      listed != NULL ? htap_detail_node_get_text (listed, HTAP_DETAIL_NODE_STATUS) : NULL;
  g_autofree char *key = dup_key (HTAP_FIELD_READABLE_NODE_INFOS, place, NULL);
  /* Translators: a readable node that has no name, by its place in the list. */
  g_autofree char *nameless = g_strdup_printf (_ ("Node %u"), place + 1);
  const char *name = node->node_name != NULL ? node->node_name : nameless;
  /* Translators: the name of a node, and its role, such as fe-leader. */
  g_autofree char *label =
      role != NULL ? g_strdup_printf (_ ("%s (%s)"), name, role) : g_strdup (name);
  g_autofree char *status_text = htap_format_status (status);
  HtapDetailFact *fact = htap_detail_fact_new (key, label, node->data_ip, HTAP_DETAIL_FACT_TEXT);

  htap_detail_fact_set_status (fact, htap_shown_status_from_text (status), status_text);
  htap_detail_fact_set_note (fact, node->node_id);
  htap_detail_fact_add_copy (fact, _ ("Copy Node IP"), node->data_ip);
  htap_detail_fact_add_copy (fact, _ ("Copy Node ID"), node->node_id);
  htap_detail_fact_add_copy (fact, _ ("Copy Node Name"), node->node_name);

  return fact;
}

/**
 * htap_detail_elements_add_nodes:
 * @listed: (nullable) (element-type HtapDetailNode): the list of all nodes, if it was read
 *
 * One fact for each readable node: its name, its address and its id, and from @listed its role and
 * its status.
 */
void
htap_detail_elements_add_nodes (GPtrArray *facts, const HtapRecord *record, GPtrArray *listed)
{
  guint n_nodes;
  const HtapNode *nodes = htap_record_get_nodes (record, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (facts, new_node (&nodes[i], find_listed (listed, &nodes[i]), i));

  if (n_nodes == 0)
    add_nothing (facts, HTAP_FIELD_READABLE_NODE_INFOS, _ ("No readable node is reported"));
}

static char *
dup_zone_note (const HtapZone *zone)
{
  if (zone->description != NULL && zone->az_type != NULL)
    /* Translators: an availability zone's description and type, both as the cloud writes them. */
    return g_strdup_printf (_ ("%s, %s"), zone->description, zone->az_type);

  return g_strdup (zone->description != NULL ? zone->description : zone->az_type);
}

/**
 * htap_detail_elements_add_zones:
 *
 * One fact for each availability zone: its code, its description and its type.
 */
void
htap_detail_elements_add_zones (GPtrArray *facts, const HtapRecord *record)
{
  const char *id = htap_field_get_id (htap_field_get (HTAP_FIELD_AVAILABLE_ZONES));
  guint n_zones;
  const HtapZone *zones = htap_record_get_zones (record, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      g_autofree char *key = dup_key (HTAP_FIELD_AVAILABLE_ZONES, i, NULL);
      g_autofree char *note = dup_zone_note (&zones[i]);
      HtapDetailFact *fact =
          htap_detail_fact_new (key, _ ("Availability zone"), zones[i].code, HTAP_DETAIL_FACT_TEXT);

      htap_detail_fact_set_note (fact, note);
      htap_detail_fact_add_copy (fact, _ ("Copy Zone Code"), zones[i].code);
      htap_detail_fact_add_copy (fact, _ ("Copy Zone Description"), zones[i].description);
      htap_detail_fact_add_copy (fact, _ ("Copy Zone Type"), zones[i].az_type);
      g_ptr_array_add (facts, fact);
    }

  if (n_zones == 0)
    g_ptr_array_add (
        facts, htap_detail_fact_new (id, _ ("Availability zone"), NULL, HTAP_DETAIL_FACT_TEXT));
}

static void
add_action (GPtrArray *facts, const HtapAction *action, guint place, gint64 now)
{
  const struct {
    const char         *member;
    const char         *label;
    const char         *text;
    gint64              milliseconds;
    gboolean            is_time;
    HtapDetailFactStyle style;
  } members[] = {
    { "action", _ ("Action"), action->action, 0, FALSE, HTAP_DETAIL_FACT_TEXT },
    { "status", _ ("Action status"), action->status, 0, FALSE, HTAP_DETAIL_FACT_TEXT },
    { "created_at", _ ("Started"), NULL, action->created_at, TRUE, HTAP_DETAIL_FACT_TEXT },
    { "updated_at", _ ("Updated"), NULL, action->updated_at, TRUE, HTAP_DETAIL_FACT_TEXT },
    { "type", _ ("Action type"), action->type, 0, FALSE, HTAP_DETAIL_FACT_TEXT },
    { "object_id", _ ("Object ID"), action->object_id, 0, FALSE, HTAP_DETAIL_FACT_IDENTIFIER },
    { "job_id", _ ("Task ID"), action->job_id, 0, FALSE, HTAP_DETAIL_FACT_IDENTIFIER },
    { "id", _ ("Action ID"), action->id, 0, FALSE, HTAP_DETAIL_FACT_IDENTIFIER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *key = dup_key (HTAP_FIELD_CURRENT_ACTIONS, place, members[i].member);
      HtapDetailFact *fact;

      if (members[i].is_time)
        fact = htap_detail_elements_new_time (key, members[i].label, members[i].milliseconds, now);
      else
        {
          fact = htap_detail_fact_new (key, members[i].label, members[i].text, members[i].style);
          htap_detail_fact_add_copy (fact, NULL, members[i].text);
        }
      g_ptr_array_add (facts, fact);
    }
}

/**
 * htap_detail_elements_add_actions:
 * @now: the present, seconds since 1970 UTC
 *
 * The members of each current action, one after the other.
 */
void
htap_detail_elements_add_actions (GPtrArray *facts, const HtapRecord *record, gint64 now)
{
  guint n_actions;
  const HtapAction *actions = htap_record_get_actions (record, &n_actions);

  for (guint i = 0; i < n_actions; i++)
    add_action (facts, &actions[i], i, now);

  if (n_actions == 0)
    add_nothing (facts, HTAP_FIELD_CURRENT_ACTIONS, _ ("No current actions"));
}
