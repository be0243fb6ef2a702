/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-instance.h"

#include "htap-finding.h"
#include "htap-json-member.h"

static void
add_nodes (JsonBuilder *builder, const HtapRecord *record)
{
  guint n_nodes;
  const HtapNode *nodes = htap_record_get_nodes (record, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      json_builder_begin_object (builder);
      htap_json_member_add_text (builder, "data_ip", nodes[i].data_ip);
      htap_json_member_add_text (builder, "node_id", nodes[i].node_id);
      htap_json_member_add_text (builder, "node_name", nodes[i].node_name);
      json_builder_end_object (builder);
    }
}

static void
add_zones (JsonBuilder *builder, const HtapRecord *record)
{
  guint n_zones;
  const HtapZone *zones = htap_record_get_zones (record, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      json_builder_begin_object (builder);
      htap_json_member_add_text (builder, "code", zones[i].code);
      htap_json_member_add_text (builder, "description", zones[i].description);
      htap_json_member_add_text (builder, "az_type", zones[i].az_type);
      json_builder_end_object (builder);
    }
}

static void
add_actions (JsonBuilder *builder, const HtapRecord *record)
{
  guint n_actions;
  const HtapAction *actions = htap_record_get_actions (record, &n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      const HtapAction *action = &actions[i];

      json_builder_begin_object (builder);
      htap_json_member_add_text (builder, "id", action->id);
      htap_json_member_add_text (builder, "action", action->action);
      htap_json_member_add_text (builder, "object_id", action->object_id);
      htap_json_member_add_text (builder, "type", action->type);
      htap_json_member_add_text (builder, "job_id", action->job_id);
      htap_json_member_add_text (builder, "status", action->status);
      htap_json_member_add_time (builder, "created_at", action->created_at);
      htap_json_member_add_time (builder, "updated_at", action->updated_at);
      json_builder_end_object (builder);
    }
}

static void
add_proxy_ips (JsonBuilder *builder, const HtapRecord *record)
{
  guint n_addresses;
  const char *const *addresses = htap_record_get_proxy_ips (record, &n_addresses);

  for (guint i = 0; i < n_addresses; i++)
    json_builder_add_string_value (builder, addresses[i]);
}

static void
add_list (JsonBuilder *builder, const char *name, const HtapRecord *record, HtapRecordList list)
{
  static void (*const add_elements[HTAP_N_LISTS]) (JsonBuilder *, const HtapRecord *) = {
    [HTAP_LIST_PROXY_IPS] = add_proxy_ips,
    [HTAP_LIST_NODES] = add_nodes,
    [HTAP_LIST_ZONES] = add_zones,
    [HTAP_LIST_ACTIONS] = add_actions,
  };

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  add_elements[list](builder, record);
  json_builder_end_array (builder);
}

static void
add_tags (JsonBuilder *builder, const char *name, HtapTaurus *taurus)
{
  guint n_tags = 0;
  const HtapTag *tags = taurus != NULL ? htap_taurus_get_tags (taurus, &n_tags) : NULL;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_tags; i++)
    {
      json_builder_begin_object (builder);
      htap_json_member_add_text (builder, "key", tags[i].key);
      htap_json_member_add_text (builder, "value", tags[i].value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What nobody could look for is something else than nothing. */
static void
add_findings (JsonBuilder *builder, const char *name, GPtrArray *findings)
{
  json_builder_set_member_name (builder, name);
  if (findings == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    json_builder_add_string_value (builder, htap_finding_get_rule_id (findings->pdata[i]));
  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder *builder, const HtapField *field, HtapInstance *instance)
{
  const HtapRecord *record = htap_instance_get_record (instance);
  HtapFieldKind kind = htap_field_get_kind (field);
  const char *id = htap_field_get_id (field);
  HtapRecordList list;
  gint64 number;
  g_autofree char *value = NULL;

  if (htap_field_get_index (field) == HTAP_FIELD_TAGS)
    {
      add_tags (builder, id, htap_source_get_taurus (htap_instance_get_source (instance)));
      return;
    }

  if (htap_field_is_of_instance (field))
    {
      add_findings (builder, id, htap_instance_get_findings (instance));
      return;
    }

  if (htap_field_get_list (field, &list))
    {
      add_list (builder, id, record, list);
      return;
    }

  if (kind == HTAP_FIELD_KIND_NUMBER)
    {
      gboolean is_there = htap_field_get_number (field, record, &number);

      htap_json_member_add_number (builder, id, is_there, number);
      return;
    }

  if (kind == HTAP_FIELD_KIND_FLAG && htap_field_get_number (field, record, &number))
    {
      json_builder_set_member_name (builder, id);
      json_builder_add_boolean_value (builder, number != 0);
      return;
    }

  value = htap_field_dup_value (field, record, htap_instance_get_source (instance));
  htap_json_member_add_text (builder, id, value);
}

/**
 * htap_json_instance_add:
 *
 * Adds an object with every field, named by its id, in the order of the field table.
 */
void
htap_json_instance_add (JsonBuilder *builder, HtapInstance *instance)
{
  json_builder_begin_object (builder);
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    add_field (builder, htap_field_get (i), instance);
  json_builder_end_object (builder);
}

/**
 * htap_json_instance_add_columns:
 * @columns: (array length=n_columns): fields; one that comes twice is one member
 *
 * Adds an object with these fields alone, in their order.
 */
void
htap_json_instance_add_columns (JsonBuilder *builder,
                                HtapInstance *instance,
                                const HtapFieldIndex *columns,
                                guint n_columns)
{
  json_builder_begin_object (builder);
  for (guint i = 0; i < n_columns; i++)
    add_field (builder, htap_field_get (columns[i]), instance);
  json_builder_end_object (builder);
}
