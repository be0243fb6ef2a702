/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-owners.h"

#include "htap-json-member.h"

static void
add_owner (JsonBuilder *builder, const HtapAddressOwner *owner)
{
  HtapInstance *instance = owner->instance;
  HtapSource *source = owner->source;

  json_builder_begin_object (builder);
  htap_json_member_add_text (builder, "address", owner->address);
  htap_json_member_add_text (builder, "role", htap_address_role_get_id (owner->role));
  htap_json_member_add_text (builder, "id",
                             instance != NULL ? htap_instance_get_id (instance) : NULL);
  htap_json_member_add_text (builder, "name",
                             instance != NULL ? htap_instance_get_name (instance) : NULL);
  htap_json_member_add_text (builder, "node_id", owner->node_id);
  htap_json_member_add_text (builder, "node_name", owner->node_name);
  htap_json_member_add_text (builder, "taurus_id", htap_source_get_taurus_id (source));
  htap_json_member_add_text (builder, "taurus_name", htap_source_get_taurus_name (source));
  htap_json_member_add_text (builder, "profile",
                             htap_profile_get_name (htap_source_get_profile (source)));
  htap_json_member_add_text (builder, "region", htap_source_get_region (source));
  htap_json_member_add_text (builder, "project_id", htap_source_get_found_project_id (source));
  json_builder_end_object (builder);
}

/**
 * htap_json_owners_add:
 * @owners: (element-type HtapAddressOwner)
 *
 * Adds the member `matches`: `id`, `name` and the node are null where an address is the TaurusDB
 * instance's own.
 */
void
htap_json_owners_add (JsonBuilder *builder, GPtrArray *owners)
{
  json_builder_set_member_name (builder, "matches");
  json_builder_begin_array (builder);
  for (guint i = 0; i < owners->len; i++)
    add_owner (builder, owners->pdata[i]);
  json_builder_end_array (builder);
}
