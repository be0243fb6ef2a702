/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-fixture.h"

#include "htap-instance-detail-private.h"

/* What a cloud might tell of an instance, without one. */

HtapInstanceDetail *
htap_detail_fixture_new (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("test");
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", "ain07");
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (HtapInstance) instance = NULL;

  htap_record_set_text (record, HTAP_TEXT_ID, "ain17");
  instance = htap_instance_new (source, record);

  return htap_instance_detail_new (instance, NULL, NULL, NULL);
}

HtapDetailNode *
htap_detail_fixture_new_node (const char *id,
                              const char *name,
                              const char *role,
                              const char *status)
{
  HtapDetailNode *node = htap_detail_node_new ();

  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_ID, id);
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_NAME, name);
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_ROLE, role);
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_STATUS, status);

  return node;
}

/* @data: (transfer full) */
void
htap_detail_fixture_tell (HtapInstanceDetail *detail, HtapDetailPart part, gpointer data)
{
  htap_instance_detail_take (detail, part, data, NULL);
}

/* A frontend of which everything is known, and a backend of which nothing is. */
void
htap_detail_fixture_tell_detail (HtapInstanceDetail *detail)
{
  HtapDetail *known = htap_detail_new ();
  guint fe = htap_detail_add_group (known, "group-fe", "fe");
  guint be = htap_detail_add_group (known, "group-be", "be");
  HtapDetailNode *node = htap_detail_fixture_new_node ("fe-1", "htap-fe-1", "fe-leader", "normal");
  const struct
  {
    HtapDetailNodeText member;
    const char *text;
  } texts[] = {
    { HTAP_DETAIL_NODE_ZONE_CODE, "cn-north-4a" },
    { HTAP_DETAIL_NODE_ZONE_DESCRIPTION, "az1" },
    { HTAP_DETAIL_NODE_FLAVOR, "gaussdb.sr-fe.xlarge.x86.4" },
    { HTAP_DETAIL_NODE_CPU, "4" },
    { HTAP_DETAIL_NODE_MEMORY, "16" },
    { HTAP_DETAIL_NODE_VOLUME_TYPE, "ESSD" },
    { HTAP_DETAIL_NODE_VOLUME_SIZE, "100" },
    { HTAP_DETAIL_NODE_VOLUME_USED, "12" },
    { HTAP_DETAIL_NODE_ADDRESS, "192.168.0.183" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    htap_detail_node_set_text (node, texts[i].member, texts[i].text);
  htap_detail_node_set_needs_restart (node, TRUE);
  htap_detail_set_text (known, HTAP_DETAIL_TEXT_PUBLIC_IP, "203.0.113.7");
  htap_detail_set_text (known, HTAP_DETAIL_TEXT_MAINTENANCE_START, "18:00");
  htap_detail_set_text (known, HTAP_DETAIL_TEXT_MAINTENANCE_END, "22:00");
  htap_detail_set_text (known, HTAP_DETAIL_TEXT_FE_VOLUME_TYPE, "SSD");
  htap_detail_set_text (known, HTAP_DETAIL_TEXT_FE_VOLUME_SIZE, "50");
  htap_detail_set_flag (known, HTAP_DETAIL_FLAG_SSL, TRUE);
  htap_detail_set_flag (known, HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE, FALSE);
  htap_detail_add_node (known, fe, node);
  htap_detail_add_node (known, be, htap_detail_node_new ());
  htap_instance_detail_take (detail, HTAP_DETAIL_PART_DETAIL, known, NULL);
}

/* The same frontend, abnormal here, and a backend. */
void
htap_detail_fixture_tell_nodes (HtapInstanceDetail *detail)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_node_unref);

  g_ptr_array_add (nodes,
                   htap_detail_fixture_new_node ("fe-1", "htap-fe-1", "fe-leader", "abnormal"));
  g_ptr_array_add (nodes, htap_detail_fixture_new_node ("be-1", "htap-be-1", "be", "normal"));
  htap_instance_detail_take (detail, HTAP_DETAIL_PART_NODES, nodes, NULL);
}

void
htap_detail_fixture_tell_error (HtapInstanceDetail *detail, HtapDetailPart part, HtapError kind)
{
  const HtapErrorDetails details = { .http_status = 500 };
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, kind, &details, "no");
  htap_instance_detail_take (detail, part, NULL, error);
}

void
htap_detail_fixture_tell_replication (HtapInstanceDetail *detail,
                                      const char *status,
                                      const char *stage,
                                      gboolean needs_repair)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_replication_unref);
  HtapReplication *task = htap_replication_new ();

  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_TASK_NAME, "task-1");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_SOURCE_DATABASE, "crm");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_TARGET_DATABASE, "crm_ap");
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_STATUS, status);
  htap_replication_set_text (task, HTAP_REPLICATION_TEXT_STAGE, stage);
  htap_replication_set_flag (task, HTAP_REPLICATION_FLAG_NEEDS_REPAIR, needs_repair);
  g_ptr_array_add (tasks, task);
  htap_instance_detail_take (detail, HTAP_DETAIL_PART_REPLICATIONS, tasks, NULL);
}

/* Returns: (transfer full): "label: value [status] note / more (retry)" for each, a line each */
char *
htap_detail_fixture_dup_facts (GPtrArray *facts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const HtapDetailFact *fact = facts->pdata[i];

      if (fact->label != NULL)
        g_string_append_printf (all, "%s: ", fact->label);
      g_string_append (all, fact->value != NULL ? fact->value : "—");
      if (fact->status != NULL)
        g_string_append_printf (all, " [%s %s]", htap_shown_status_get_id (fact->shown_status),
                                fact->status);
      if (fact->note != NULL)
        g_string_append_printf (all, " %s", fact->note);
      if (fact->more != NULL)
        g_string_append_printf (all, " / %s", fact->more);
      if (fact->offers_retry)
        g_string_append (all, " (retry)");
      g_string_append_c (all, '\n');
    }

  return g_string_free (all, FALSE);
}
