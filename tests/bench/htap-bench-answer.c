/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-bench-answer.h"

/* 2024-01-01, in milliseconds since 1970 UTC. */
#define FIRST_CREATION G_GINT64_CONSTANT (1704067200000)
#define MINUTE         (60 * 1000)

/* Addresses in 10.64.0.0 and above. */
#define N_ADDRESSES (190 * 250 * 250)

/* Within two years, in an order that has nothing to do with that of the numbers: a sort is not to
 * find its work done. */
static gint64
choose_creation (guint number)
{
  return FIRST_CREATION + (gint64) ((number + 1) * 2654435761u >> 12) * MINUTE;
}

/* Likewise, and no two alike. */
static guint
scatter_address (guint number)
{
  return (guint) (((guint64) number + 1) * 7368787 % N_ADDRESSES);
}

static void
append_identity (GString *body, guint number)
{
  static const char *const statuses[] = { "normal", "normal", "normal",   "normal",   "normal",
                                          "normal", "normal", "abnormal", "creating", "normal" };

  g_string_append_printf (
      body,
      "{\"id\":\"%08x%024xin17\",\"name\":\"htap-%06u\","
      "\"engine_name\":\"%s\",\"engine_version\":\"3.1.15.80\","
      "\"project_id\":\"ac72d1d4e9f9381df4b966d371e13167\","
      "\"instance_state\":{\"instance_status\":\"%s\","
      "\"create_fail_error_code\":null,\"fail_message\":null,"
      "\"wait_restart_for_params\":%s},"
      "\"create_at\":%" G_GINT64_FORMAT ",\"is_frozen\":%s,"
      "\"ha_mode\":\"%s\",\"pay_model\":\"0\",\"order_id\":null,"
      "\"alter_order_id\":\"\",",
      number * 2654435761u, number, number, number % 4 == 3 ? "click-house" : "star-rocks",
      statuses[number % G_N_ELEMENTS (statuses)], number % 10 == 6 ? "true" : "false",
      choose_creation (number), number % 10 == 9 ? "true" : "false",
      number % 2 == 0 ? "Cluster" : "Single");
}

static void
append_addresses (GString *body, guint number)
{
  const guint place = scatter_address (number);
  const guint block = 64 + place / 62500;
  const guint net = place / 250 % 250;
  const guint host = 1 + place % 250;

  g_string_append_printf (body,
                          "\"data_vip\":\"10.%u.%u.%u\",\"readable_node_infos\":["
                          "{\"data_ip\":\"10.%u.%u.%u\",\"node_id\":\"%08x%024xno17\","
                          "\"node_name\":\"htap-%06u_fe_node01\"}],"
                          "\"proxy_ips\":[],\"data_vip_v6\":null,\"port\":3306,",
                          block, net, host, block, net, host, number * 2246822519u, number, number);
}

static void
append_surroundings (GString *body, guint number)
{
  g_string_append (body, "\"available_zones\":[{\"code\":\"cn-north-4a\",\"description\":\"az1\","
                         "\"az_type\":\"Center\"}],\"current_actions\":[");
  if (number % 50 == 17)
    g_string_append_printf (body,
                            "{\"id\":\"action-%u\",\"action\":\"resize_flavor\","
                            "\"object_id\":\"%u\",\"type\":\"instance\",\"job_id\":\"job-%u\","
                            "\"status\":\"RUNNING\",\"created_at\":%" G_GINT64_FORMAT "}",
                            number, number, number, FIRST_CREATION);
  g_string_append_printf (body,
                          "],\"volume_type\":\"SSD\",\"server_type\":\"KVM\","
                          "\"enterprise_project_id\":\"0\",\"dedicated_resource_id\":\"\","
                          "\"network\":{\"vpc_id\":\"c5cd52db-8572-1cb5-577b-%012x\","
                          "\"sub_net_id\":\"bea0f26b-5e31-a850-e3e7-629a073aa374\","
                          "\"security_group_id\":\"9ff82388-842b-af80-25fd-ae2eaf973315\"},"
                          "\"ch_master_node_id\":null,\"node_num\":%u}",
                          number % 20, 1 + number % 6);
}

/**
 * htap_bench_answer_new:
 * @first: number of the first instance; ids, names and addresses follow from the numbers
 * @n_instances: how many; some 15,000 fit into the greatest answer that is read
 *
 * Returns: (transfer full): an answer of "Querying HTAP Instances" with every documented member,
 *   compact as the service writes it, some 1,000 bytes an instance
 */
GBytes *
htap_bench_answer_new (guint first, guint n_instances)
{
  GString *body = g_string_new ("{\"instances\":[");
  gsize length;

  for (guint i = 0; i < n_instances; i++)
    {
      if (i > 0)
        g_string_append_c (body, ',');
      append_identity (body, first + i);
      append_addresses (body, first + i);
      append_surroundings (body, first + i);
    }
  g_string_append_printf (body, "],\"total\":%u,\"max_htap_instance_num_of_taurus\":%u}",
                          n_instances, MAX (10, n_instances));

  /* As the reader of a body has it: without what the string had in reserve. */
  length = body->len;

  return g_bytes_new_take (g_realloc (g_string_free (body, FALSE), length), length);
}
