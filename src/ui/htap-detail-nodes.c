/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-nodes.h"

#include "htap-detail-part.h"
#include "htap-format.h"

#include <glib/gi18n-lib.h>

/* Reads one node: what the detail says of it, else what the list of nodes does. */
typedef struct
{
  const HtapDetailNode *node;
  const HtapDetailNode *listed; /* (nullable): the same one in the list of nodes */
} Node;

static const char *
get_text (const Node *node, HtapDetailNodeText member)
{
  const char *text = htap_detail_node_get_text (node->node, member);

  if (text == NULL && node->listed != NULL)
    text = htap_detail_node_get_text (node->listed, member);

  return text != NULL && *text != '\0' ? text : NULL;
}

static const HtapDetailNode *
find_listed (GPtrArray *nodes, const HtapDetailNode *node)
{
  const char *id = htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ID);

  for (guint i = 0; nodes != NULL && id != NULL && i < nodes->len; i++)
    if (g_strcmp0 (htap_detail_node_get_text (nodes->pdata[i], HTAP_DETAIL_NODE_ID), id) == 0)
      return nodes->pdata[i];

  return NULL;
}

/* Adds one more to what is said in a line, whatever of it is there. */
static void
append (GString *line, const char *text)
{
  if (text == NULL)
    return;
  if (line->len > 0)
    /* Translators: stands between short facts in one line: “4 vCPUs · 16 GB”. */
    g_string_append (line, _ (" · "));
  g_string_append (line, text);
}

/* @text: (nullable): what @format is about; without it there is nothing to add */
static void G_GNUC_PRINTF (3, 4)
    append_printf (GString *line, const char *text, const char *format, ...)
{
  g_autofree char *formatted = NULL;
  va_list args;

  if (text == NULL)
    return;

  va_start (args, format);
  formatted = g_strdup_vprintf (format, args);
  va_end (args);
  append (line, formatted);
}

static char *
dup_label (const Node *node, const char *group_type, guint place)
{
  const char *name = get_text (node, HTAP_DETAIL_NODE_NAME);
  /* Translators: a node that has no name, by its place in the list. */
  g_autofree char *nameless = g_strdup_printf (_ ("Node %u"), place + 1);
  const char *shown = name != NULL ? name : nameless;

  if (g_strcmp0 (group_type, "fe") == 0)
    /* Translators: a frontend node of StarRocks; %s is its name. */
    return g_strdup_printf (_ ("FE node %s"), shown);
  if (g_strcmp0 (group_type, "be") == 0)
    /* Translators: a backend node of StarRocks; %s is its name. */
    return g_strdup_printf (_ ("BE node %s"), shown);

  return g_strdup (shown);
}

/* Roles are shown as they come: people know fe-leader from the console and the manual. */
static char *
dup_note (const Node *node)
{
  const char *zone = get_text (node, HTAP_DETAIL_NODE_ZONE_DESCRIPTION);
  g_autoptr (GString) line = g_string_new (NULL);

  append (line, get_text (node, HTAP_DETAIL_NODE_ROLE));
  append (line, zone != NULL ? zone : get_text (node, HTAP_DETAIL_NODE_ZONE_CODE));
  if (htap_detail_node_needs_restart (node->node))
    append (line, C_ ("status", "Reboot needed"));

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static char *
dup_more (const Node *node)
{
  const char *cpu = get_text (node, HTAP_DETAIL_NODE_CPU);
  const char *memory = get_text (node, HTAP_DETAIL_NODE_MEMORY);
  const char *size = get_text (node, HTAP_DETAIL_NODE_VOLUME_SIZE);
  const char *used = get_text (node, HTAP_DETAIL_NODE_VOLUME_USED);
  g_autofree char *type = htap_format_volume_type (get_text (node, HTAP_DETAIL_NODE_VOLUME_TYPE));
  gulong n_cpus = cpu != NULL ? g_ascii_strtoull (cpu, NULL, 10) : 0;
  g_autoptr (GString) line = g_string_new (NULL);

  append_printf (line, cpu, ngettext ("%s vCPU", "%s vCPUs", n_cpus), cpu);
  /* Translators: main memory of a node. */
  append_printf (line, memory, _ ("%s GB memory"), memory);
  /* Translators: size of a node's volume. */
  append_printf (line, size, _ ("%s GB storage"), size);
  append (line, type);
  /* Translators: how much of a node's volume is in use. */
  append_printf (line, used, _ ("%s GB used"), used);
  append (line, get_text (node, HTAP_DETAIL_NODE_FLAVOR));

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static HtapDetailFact *
new_node (const Node *node, const char *group_type, guint place)
{
  g_autofree char *key = g_strdup_printf ("nodes/%u", place);
  g_autofree char *label = dup_label (node, group_type, place);
  g_autofree char *note = dup_note (node);
  g_autofree char *more = dup_more (node);
  const char *address = get_text (node, HTAP_DETAIL_NODE_ADDRESS);
  const char *address_v6 = get_text (node, HTAP_DETAIL_NODE_ADDRESS_V6);
  const char *status = get_text (node, HTAP_DETAIL_NODE_STATUS);
  g_autofree char *status_text = htap_format_status (status);
  HtapDetailFact *fact = htap_detail_fact_new (key, label, address != NULL ? address : address_v6,
                                               HTAP_DETAIL_FACT_TEXT);

  htap_detail_fact_set_status (fact, htap_shown_status_from_text (status), status_text);
  htap_detail_fact_set_note (fact, note);
  htap_detail_fact_set_more (fact, more);
  htap_detail_fact_add_copy (fact, _ ("Copy Node IP"), address);
  htap_detail_fact_add_copy (fact, _ ("Copy Node IPv6 Address"), address_v6);
  htap_detail_fact_add_copy (fact, _ ("Copy Node ID"), get_text (node, HTAP_DETAIL_NODE_ID));
  htap_detail_fact_add_copy (fact, _ ("Copy Node Name"), get_text (node, HTAP_DETAIL_NODE_NAME));

  return fact;
}

static void
add_nodes (GPtrArray *facts, GPtrArray *nodes, const char *group_type, GPtrArray *listed)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node node = { nodes->pdata[i], find_listed (listed, nodes->pdata[i]) };

      g_ptr_array_add (facts, new_node (&node, group_type, facts->len));
    }
}

/* Without the detail the list of nodes still says which are there and how they are. */
static void
add_listed (GPtrArray *facts, GPtrArray *listed)
{
  for (guint i = 0; i < listed->len; i++)
    {
      const Node node = { listed->pdata[i], NULL };
      const char *role = get_text (&node, HTAP_DETAIL_NODE_ROLE);
      const char *type = NULL;

      if (role != NULL && g_str_has_prefix (role, "fe"))
        type = "fe";
      else if (g_strcmp0 (role, "be") == 0)
        type = "be";
      g_ptr_array_add (facts, new_node (&node, type, facts->len));
    }
}

/**
 * htap_detail_nodes_new:
 * @detail: (nullable): what an instance is made of; %NULL while nobody has asked
 * @source: where it was read
 *
 * One fact for each node, frontends before backends as the answer has them; or one that says why
 * there are none.
 *
 * Returns: (transfer full) (element-type HtapDetailFact): never empty
 */
GPtrArray *
htap_detail_nodes_new (HtapInstanceDetail *detail, HtapSource *source)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);
  HtapDetail *known = detail != NULL ? htap_instance_detail_get_detail (detail) : NULL;
  GPtrArray *listed = detail != NULL ? htap_instance_detail_get_nodes (detail) : NULL;

  for (guint i = 0; known != NULL && i < htap_detail_get_n_groups (known); i++)
    add_nodes (facts, htap_detail_get_group_nodes (known, i), htap_detail_get_group_type (known, i),
               listed);
  if (known == NULL && listed != NULL)
    add_listed (facts, listed);

  htap_detail_part_add (facts, detail, HTAP_DETAIL_PART_DETAIL, facts->len > 0, source);
  if (facts->len == 0)
    g_ptr_array_add (facts, htap_detail_fact_new ("nodes", NULL, _ ("No node is reported"),
                                                  HTAP_DETAIL_FACT_NOTHING));

  return facts;
}

/**
 * htap_detail_nodes_dup_title:
 * @detail: (nullable): what an instance is made of
 *
 * Returns: (transfer full): the group's heading, with the number of nodes once it is known
 */
char *
htap_detail_nodes_dup_title (HtapInstanceDetail *detail)
{
  HtapDetail *known = detail != NULL ? htap_instance_detail_get_detail (detail) : NULL;
  guint n_nodes = 0;

  for (guint i = 0; known != NULL && i < htap_detail_get_n_groups (known); i++)
    n_nodes += htap_detail_get_group_nodes (known, i)->len;

  /* Translators: a heading, of all nodes of an instance; the number is how many there are. */
  return known != NULL ? g_strdup_printf (_ ("Nodes (%u)"), n_nodes) : g_strdup (_ ("Nodes"));
}
