/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-conditions.h"

#include "htap-replication.h"
#include "htap-status.h"

/* When a rule hits an HTAP instance, by what was read of it beyond the list. */

/* What a task copies, as its sentence names it. */
static const char *
get_name (const HtapReplication *task)
{
  const char *database = htap_replication_get_text (task, HTAP_REPLICATION_TEXT_SOURCE_DATABASE);

  return database != NULL ? database
                          : htap_replication_get_text (task, HTAP_REPLICATION_TEXT_TASK_NAME);
}

HTAP_FINDING_OF_DETAIL (sync_stopped)
{
  for (guint i = 0; detail->replications != NULL && i < detail->replications->len; i++)
    {
      const HtapReplication *task = detail->replications->pdata[i];

      if (!htap_replication_is_stopped (task))
        continue;
      if (facts->number++ == 0)
        facts->text = get_name (task);
    }

  return facts->number > 0;
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

/* A node that is being made, or whose word nobody knows, is nothing to wake somebody for. */
static gboolean
is_abnormal (const HtapDetailNode *node, GPtrArray *listed)
{
  const char *status = htap_detail_node_get_text (node, HTAP_DETAIL_NODE_STATUS);
  const HtapDetailNode *other = status == NULL ? find_listed (listed, node) : NULL;
  HtapShownStatus shown;

  if (other != NULL)
    status = htap_detail_node_get_text (other, HTAP_DETAIL_NODE_STATUS);
  if (status == NULL)
    return FALSE;

  shown = htap_shown_status_from_text (status);

  return shown == HTAP_SHOWN_STATUS_ABNORMAL || shown == HTAP_SHOWN_STATUS_CREATION_FAILED;
}

static void
count_abnormal (GPtrArray *nodes, GPtrArray *listed, HtapFindingFacts *facts)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const HtapDetailNode *node = nodes->pdata[i];
      const char *name = htap_detail_node_get_text (node, HTAP_DETAIL_NODE_NAME);

      if (!is_abnormal (node, listed))
        continue;
      if (facts->number++ == 0)
        facts->text = name != NULL ? name : htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ID);
    }
}

/* As the details show them: what an instance is made of says it, else the list of nodes. */
HTAP_FINDING_OF_DETAIL (node_abnormal)
{
  guint n_groups = detail->detail != NULL ? htap_detail_get_n_groups (detail->detail) : 0;

  for (guint i = 0; i < n_groups; i++)
    count_abnormal (htap_detail_get_group_nodes (detail->detail, i), detail->nodes, facts);
  if (n_groups == 0 && detail->nodes != NULL)
    count_abnormal (detail->nodes, NULL, facts);

  return facts->number > 0;
}

HTAP_FINDING_OF_DETAIL (public)
{
  if (detail->detail == NULL)
    return FALSE;

  facts->text = htap_detail_get_text (detail->detail, HTAP_DETAIL_TEXT_PUBLIC_IP);

  return facts->text != NULL;
}
