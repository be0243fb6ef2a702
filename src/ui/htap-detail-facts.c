/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-facts.h"

#include "htap-detail-connection.h"
#include "htap-detail-elements.h"
#include "htap-detail-part.h"
#include "htap-detail-settings.h"

#include <glib/gi18n-lib.h>

/* What comes first in its group. Every other field of the table follows in the table's order, so
 * that a new one has its row without a word here. */
static const HtapFieldIndex leading_fields[] = {
  HTAP_FIELD_DATA_VIP,
  HTAP_FIELD_DATA_VIP_V6,
  HTAP_FIELD_PORT,
  HTAP_FIELD_PROXY_IPS,

  HTAP_FIELD_READABLE_NODE_INFOS,
  HTAP_FIELD_NODE_NUM,

  HTAP_FIELD_STATUS,
  HTAP_FIELD_CREATE_FAIL_ERROR_CODE,
  HTAP_FIELD_FAIL_MESSAGE,

  HTAP_FIELD_AVAILABLE_ZONES,
  HTAP_FIELD_VPC_ID,
  HTAP_FIELD_SUB_NET_ID,
  HTAP_FIELD_SECURITY_GROUP_ID,
  HTAP_FIELD_REGION,

  HTAP_FIELD_PAY_MODEL,
  HTAP_FIELD_ORDER_ID,
  HTAP_FIELD_ALTER_ORDER_ID,
  HTAP_FIELD_ENTERPRISE_PROJECT_ID,
  HTAP_FIELD_DEDICATED_RESOURCE_ID,
  HTAP_FIELD_ID,
  HTAP_FIELD_PROJECT_ID,
  HTAP_FIELD_TAURUS_NAME,
  HTAP_FIELD_TAURUS_ID,
};

static gboolean
is_leading (HtapFieldIndex index)
{
  for (guint i = 0; i < G_N_ELEMENTS (leading_fields); i++)
    if (leading_fields[i] == index)
      return TRUE;

  return FALSE;
}

/* What is at the top of the pane shows these. */
static gboolean
is_in_head (HtapFieldIndex index)
{
  return index == HTAP_FIELD_NAME || index == HTAP_FIELD_SHOWN_STATUS ||
         index == HTAP_FIELD_FINDINGS;
}

/* What the field table shows, except where the label next to it already says a part of it. */
static char *
dup_shown (const HtapField *field, HtapInstance *instance)
{
  if (htap_field_get_index (field) == HTAP_FIELD_ENGINE_VERSION)
    return htap_field_dup_value (field, htap_instance_get_record (instance),
                                 htap_instance_get_source (instance));

  return htap_field_dup_shown (field, instance);
}

static HtapDetailFact *
new_time (const HtapField *field, HtapInstance *instance, gint64 now)
{
  gint64 milliseconds = 0;

  htap_field_get_number (field, htap_instance_get_record (instance), &milliseconds);

  return htap_detail_elements_new_time (htap_field_get_id (field), htap_field_get_label (field),
                                        milliseconds, now);
}

/* A field that is one value. Where a code has a name, the name is shown and copied, and the tooltip
 * has the code. */
static HtapDetailFact *
new_value (const HtapField *field, HtapInstance *instance)
{
  HtapFieldKind kind = htap_field_get_kind (field);
  g_autofree char *shown = dup_shown (field, instance);
  g_autofree char *value = htap_field_dup_value (field, htap_instance_get_record (instance),
                                                 htap_instance_get_source (instance));
  HtapDetailFact *fact = htap_detail_fact_new (
      htap_field_get_id (field), htap_field_get_label (field), shown,
      kind == HTAP_FIELD_KIND_ID ? HTAP_DETAIL_FACT_IDENTIFIER : HTAP_DETAIL_FACT_TEXT);

  if (g_strcmp0 (shown, value) != 0 && kind != HTAP_FIELD_KIND_FLAG)
    htap_detail_fact_set_tooltip (fact, value);
  htap_detail_fact_add_copy (fact, NULL, shown);

  return fact;
}

/* People paste a region's id into a script and its name into a message. */
static HtapDetailFact *
new_region (const HtapField *field, HtapInstance *instance)
{
  const char *id = htap_source_get_region (htap_instance_get_source (instance));
  g_autofree char *name = htap_field_dup_shown (field, instance);
  HtapDetailFact *fact = htap_detail_fact_new (
      htap_field_get_id (field), htap_field_get_label (field), name, HTAP_DETAIL_FACT_TEXT);
  gboolean has_name = g_strcmp0 (name, id) != 0;

  htap_detail_fact_set_note (fact, has_name ? id : NULL);
  htap_detail_fact_add_copy (fact, has_name ? _ ("Copy Region Name") : NULL, name);
  if (has_name)
    htap_detail_fact_add_copy (fact, _ ("Copy Region ID"), id);

  return fact;
}

/* The list of all nodes tells more of the readable ones, if it may be read. */
static void
add_nodes (GPtrArray *facts, HtapInstance *instance, HtapInstanceDetail *detail)
{
  htap_detail_elements_add_nodes (facts, htap_instance_get_record (instance),
                                  detail != NULL ? htap_instance_detail_get_nodes (detail) : NULL);
  htap_detail_part_add (facts, detail, HTAP_DETAIL_PART_NODES, TRUE,
                        htap_instance_get_source (instance));
}

static void
add_field (GPtrArray *facts,
           HtapFieldIndex index,
           HtapInstance *instance,
           HtapInstanceDetail *detail,
           gint64 now)
{
  const HtapField *field = htap_field_get (index);
  const HtapRecord *record = htap_instance_get_record (instance);

  if (index == HTAP_FIELD_PROXY_IPS)
    htap_detail_elements_add_proxies (facts, record);
  else if (index == HTAP_FIELD_READABLE_NODE_INFOS)
    add_nodes (facts, instance, detail);
  else if (index == HTAP_FIELD_AVAILABLE_ZONES)
    htap_detail_elements_add_zones (facts, record);
  else if (index == HTAP_FIELD_CURRENT_ACTIONS)
    htap_detail_elements_add_actions (facts, record, now);
  else if (index == HTAP_FIELD_REGION)
    g_ptr_array_add (facts, new_region (field, instance));
  else if (htap_field_get_kind (field) == HTAP_FIELD_KIND_TIME)
    g_ptr_array_add (facts, new_time (field, instance, now));
  else
    g_ptr_array_add (facts, new_value (field, instance));

  /* Made of the addresses before it. */
  if (index == HTAP_FIELD_PROXY_IPS)
    htap_detail_connection_add (facts, record);
}

/**
 * htap_detail_facts_new:
 * @group: a group of the field table
 * @detail: (nullable): what the instance is made of, as far as it is known
 * @now: the present, seconds since 1970 UTC
 *
 * Everything that the group says of one instance, in order; the same facts for every instance but
 * for the elements of lists. The fields of the pane's head are left out.
 *
 * Returns: (transfer full) (element-type HtapDetailFact): never empty
 */
GPtrArray *
htap_detail_facts_new (HtapFieldGroup group,
                       HtapInstance *instance,
                       HtapInstanceDetail *detail,
                       gint64 now)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);

  for (guint i = 0; i < G_N_ELEMENTS (leading_fields); i++)
    if (htap_field_get_group (htap_field_get (leading_fields[i])) == group)
      add_field (facts, leading_fields[i], instance, detail, now);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (htap_field_get_group (htap_field_get (i)) == group && !is_leading (i) && !is_in_head (i))
      add_field (facts, i, instance, detail, now);

  htap_detail_settings_add (facts, group, detail);

  return facts;
}

/* What all of @instances show for the field, or NULL. */
static char *
dup_shared (const HtapField *field, GListModel *instances)
{
  guint n_instances = g_list_model_get_n_items (instances);
  g_autofree char *shared = NULL;

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      g_autofree char *shown = htap_field_dup_shown (field, instance);

      if (shown == NULL || (i > 0 && g_strcmp0 (shown, shared) != 0))
        return NULL;
      if (i == 0)
        shared = g_steal_pointer (&shown);
    }

  return g_steal_pointer (&shared);
}

/**
 * htap_detail_facts_new_shared:
 * @instances: (element-type HtapInstance): several
 *
 * The values that all of them have in common, in the order of the field table.
 *
 * Returns: (transfer full) (element-type HtapDetailFact): one that says so if there are none
 */
GPtrArray *
htap_detail_facts_new_shared (GListModel *instances)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      g_autofree char *shared = dup_shared (field, instances);
      HtapDetailFact *fact;

      if (shared == NULL)
        continue;

      fact = htap_detail_fact_new (htap_field_get_id (field), htap_field_get_label (field), shared,
                                   htap_field_get_kind (field) == HTAP_FIELD_KIND_ID
                                       ? HTAP_DETAIL_FACT_IDENTIFIER
                                       : HTAP_DETAIL_FACT_TEXT);
      htap_detail_fact_add_copy (fact, NULL, shared);
      g_ptr_array_add (facts, fact);
    }

  if (facts->len == 0)
    g_ptr_array_add (facts, htap_detail_fact_new ("nothing-shared", NULL,
                                                  _ ("They have no value in common"),
                                                  HTAP_DETAIL_FACT_NOTHING));

  return facts;
}

/**
 * htap_detail_facts_dup_title:
 *
 * Returns: (transfer full): the group's heading
 */
char *
htap_detail_facts_dup_title (HtapFieldGroup group, HtapInstance *instance)
{
  guint n_nodes;

  switch (group)
    {
    case HTAP_FIELD_GROUP_CONNECTION:
      return g_strdup (_ ("Connection"));
    case HTAP_FIELD_GROUP_NODES:
      htap_record_get_nodes (htap_instance_get_record (instance), &n_nodes);
      /* Translators: a heading; the number is how many nodes are reported. */
      return g_strdup_printf (_ ("Readable Nodes (%u)"), n_nodes);
    case HTAP_FIELD_GROUP_ACTIONS:
      return g_strdup (_ ("Current Actions"));
    case HTAP_FIELD_GROUP_PLACEMENT:
      return g_strdup (_ ("Placement"));
    case HTAP_FIELD_GROUP_BILLING:
      return g_strdup (_ ("Billing and Identity"));
    case HTAP_FIELD_GROUP_SUMMARY:
    default:
      return g_strdup (_ ("Status"));
    }
}
