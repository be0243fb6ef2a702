/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-groups.h"

#include "htap-detail-facts.h"
#include "htap-detail-nodes.h"
#include "htap-detail-tasks.h"

#include <glib/gi18n-lib.h>

/* What the groups of the pane show. */
typedef enum
{
  CONTENT_FIELDS, /* a group of the field table */
  CONTENT_NODES,  /* all nodes */
  CONTENT_TASKS,  /* synchronization */
} Content;

/* The groups in the order of the pane. */
static const struct
{
  Content content;
  HtapFieldGroup fields;
} group_order[] = {
  { CONTENT_FIELDS, HTAP_FIELD_GROUP_CONNECTION },
  { CONTENT_FIELDS, HTAP_FIELD_GROUP_NODES },
  { CONTENT_FIELDS, HTAP_FIELD_GROUP_ACTIONS },
  { CONTENT_FIELDS, HTAP_FIELD_GROUP_SUMMARY },
  { CONTENT_NODES, 0 },
  { CONTENT_FIELDS, HTAP_FIELD_GROUP_PLACEMENT },
  { CONTENT_TASKS, 0 },
  { CONTENT_FIELDS, HTAP_FIELD_GROUP_BILLING },
};

G_STATIC_ASSERT (G_N_ELEMENTS (group_order) == HTAP_DETAIL_N_GROUPS);

/**
 * htap_detail_groups_append:
 * @groups: (out caller-allocates): made, and borrowed from @content
 */
void
htap_detail_groups_append (HtapDetailGroup *groups[HTAP_DETAIL_N_GROUPS], GtkBox *content)
{
  for (guint i = 0; i < HTAP_DETAIL_N_GROUPS; i++)
    {
      groups[i] = HTAP_DETAIL_GROUP (htap_detail_group_new ());
      gtk_box_append (content, GTK_WIDGET (groups[i]));
    }
}

static void
show_group (HtapDetailGroup *group,
            guint place,
            HtapInstance *instance,
            HtapInstanceDetail *detail,
            gint64 now)
{
  HtapSource *source = htap_instance_get_source (instance);
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  switch (group_order[place].content)
    {
    case CONTENT_NODES:
      title = htap_detail_nodes_dup_title (detail);
      facts = htap_detail_nodes_new (detail, source);
      break;
    case CONTENT_TASKS:
      title = g_strdup (_ ("Data Synchronization"));
      facts = htap_detail_tasks_new (detail, source);
      break;
    case CONTENT_FIELDS:
    default:
      title = htap_detail_facts_dup_title (group_order[place].fields, instance);
      facts = htap_detail_facts_new (group_order[place].fields, instance, detail, now);
    }

  htap_detail_group_set_title (group, title);
  htap_detail_group_set_facts (group, facts, htap_instance_get_name (instance));
}

/**
 * htap_detail_groups_show:
 * @detail: (nullable): what is known of @instance beyond the list
 * @now: seconds since 1970 UTC
 */
void
htap_detail_groups_show (HtapDetailGroup *groups[HTAP_DETAIL_N_GROUPS],
                         HtapInstance *instance,
                         HtapInstanceDetail *detail,
                         gint64 now)
{
  for (guint i = 0; i < HTAP_DETAIL_N_GROUPS; i++)
    show_group (groups[i], i, instance, detail, now);
}
