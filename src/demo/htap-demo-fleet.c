/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-fleet.h"

/* 2026-01-05, in milliseconds since 1970 UTC. */
#define FIRST_CREATION G_GINT64_CONSTANT (1767571200000)
#define HOUR           (60 * 60 * 1000)

/* Most of a fleet is well: of every ten instances, one each is in one of these conditions. */
enum
{
  REBOOT_NEEDED = 6,
  ABNORMAL,
  CREATING,
  FROZEN,
};

static char *
make_id (const char *kind, guint number, const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, number);
  g_autofree char *digits = g_compute_checksum_for_string (G_CHECKSUM_MD5, name, -1);

  return g_strconcat (digits, suffix, NULL);
}

static char *
make_address (guint number)
{
  return g_strdup_printf ("10.%u.%u.%u", 64 + number / 62500 % 190, number / 250 % 250,
                          1 + number % 250);
}

static void
set_node (JsonObject *instance, guint number, const char *name, const char *address)
{
  g_autofree char *node_id = make_id ("node", number, "no17");
  g_autofree char *node_name = g_strconcat (name, "_fe_node01", NULL);
  JsonObject *node = json_object_new ();
  JsonArray *nodes = json_array_new ();

  json_object_set_string_member (node, "data_ip", address);
  json_object_set_string_member (node, "node_id", node_id);
  json_object_set_string_member (node, "node_name", node_name);
  json_array_add_object_element (nodes, node);
  json_object_set_array_member (instance, "readable_node_infos", nodes);
}

static void
set_condition (JsonObject *instance, guint condition)
{
  JsonObject *state = json_object_new ();
  const char *status = "normal";

  if (condition == ABNORMAL)
    status = "abnormal";
  else if (condition == CREATING)
    status = "creating";

  json_object_set_string_member (state, "instance_status", status);
  json_object_set_boolean_member (state, "wait_restart_for_params", condition == REBOOT_NEEDED);
  json_object_set_object_member (instance, "instance_state", state);
  json_object_set_boolean_member (instance, "is_frozen", condition == FROZEN);
}

static void
add_instance (HtapDemoData *data, HtapDemoEntry *entry, guint number)
{
  const gboolean is_click_house = number % 4 == 3;
  g_autoptr (JsonObject) instance = json_object_new ();
  g_autofree char *id = make_id ("htap", number, is_click_house ? "in16" : "in17");
  g_autofree char *name = g_strdup_printf ("htap-%05u", number + 1);
  g_autofree char *address = make_address (number);

  json_object_set_string_member (instance, "id", id);
  json_object_set_string_member (instance, "name", name);
  if (is_click_house)
    {
      json_object_set_string_member (instance, "engine_name", "click-house");
      json_object_set_string_member (instance, "engine_version", "22.8.15");
    }
  else if (number % 2 == 0)
    json_object_set_string_member (instance, "ha_mode", "Cluster");
  set_condition (instance, number % 10);
  json_object_set_int_member (instance, "create_at", FIRST_CREATION + (gint64) number * HOUR);
  json_object_set_string_member (instance, "data_vip", address);
  set_node (instance, number, name, address);

  htap_demo_data_add_instance (data, entry, NULL, instance);
}

static JsonArray *
make_texts (const char *text)
{
  JsonArray *texts = json_array_new ();

  json_array_add_string_element (texts, text);

  return texts;
}

static void
add_tag (JsonArray *tags, const char *key, const char *value)
{
  JsonObject *tag = json_object_new ();

  json_object_set_string_member (tag, "key", key);
  json_object_set_string_member (tag, "value", value);
  json_array_add_object_element (tags, tag);
}

/* Returns: (transfer full): what the list of TaurusDB instances tells of one. */
static JsonObject *
make_detail (HtapDemoData *data, guint number)
{
  static const char *const environments[] = { "prod", "prod", "stage", "test" };
  JsonArray *projects = htap_demo_data_get_enterprise_projects (data);
  JsonObject *project =
      json_array_get_object_element (projects, number % json_array_get_length (projects));
  JsonObject *detail = json_object_new ();
  JsonArray *tags = json_array_new ();
  g_autofree char *id = make_id ("taurus", number, "in07");
  g_autofree char *name = g_strdup_printf ("taurus-%04u", number + 1);
  g_autofree char *team = g_strdup_printf ("team-%u", number % 7 + 1);
  g_autofree char *address = g_strdup_printf ("172.%u.%u.%u", 16 + number / 62500 % 16,
                                              number / 250 % 250, 1 + number % 250);

  json_object_set_string_member (detail, "id", id);
  json_object_set_string_member (detail, "name", name);
  if (number % 20 == 9)
    json_object_set_string_member (detail, "status", "abnormal");
  json_object_set_array_member (detail, "private_ips", make_texts (address));
  json_object_set_string_member (detail, "enterprise_project_id",
                                 json_object_get_string_member (project, "id"));
  add_tag (tags, "env", environments[number % G_N_ELEMENTS (environments)]);
  add_tag (tags, "team", team);
  json_object_set_array_member (detail, "tags", tags);

  return detail;
}

/**
 * htap_demo_fleet_fill:
 * @n_taurus: how many TaurusDB instances
 * @n_htap: how many HTAP instances, all together
 *
 * Puts a fleet of this size in the place of what @data holds, spread evenly over the projects and
 * the TaurusDB instances. The same numbers give the same fleet.
 */
void
htap_demo_fleet_fill (HtapDemoData *data, guint n_taurus, guint n_htap)
{
  guint next = 0;

  htap_demo_data_clear (data);

  for (guint i = 0; i < n_taurus; i++)
    {
      const guint share = n_htap / n_taurus + (i < n_htap % n_taurus ? 1 : 0);
      g_autoptr (JsonObject) detail = make_detail (data, i);
      HtapDemoEntry *entry =
          htap_demo_data_add_taurus (data, i % htap_demo_data_n_projects (data), detail);

      if (i % 20 == 14)
        entry->old_status = g_strdup ("BACKING UP");
      entry->maximum = MAX (entry->maximum, share);

      for (guint j = 0; j < share; j++)
        add_instance (data, entry, next++);
    }
}
