/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-instance-api.h"

#include "htap-demo-json.h"
#include "htap-demo-probe.h"

#define BI_PROJECT   "ac72d1d4e9f9381df4b966d371e13167"
#define BI_TAURUS    "7077c42fb773c237255ae1cf2bb99971in07"
#define DASHBOARD    "8ed32c69cb69d90d06f1017fa4343ddbin17"
#define LOGS_HOT     "877b893e3b1bfdb84eb362388f8687b0in16"
#define NOBODY       "0ed32c69cb69d90d06f1017fa4343ddbin17"
#define BI_INSTANCES "/v3/" BI_PROJECT "/instances/"
#define NODES        BI_INSTANCES DASHBOARD "/starrocks/nodes"
#define REPLICATIONS BI_INSTANCES DASHBOARD "/starrocks/databases/replication"

static JsonObject *
get (HtapDemoProbe *probe, const char *path)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);

  g_test_message ("%s", path);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);

  return htap_demo_reply_object (reply);
}

static void
assert_error (HtapDemoProbe *probe, const char *path, guint status, const char *code)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);
  g_autoptr (JsonObject) object = htap_demo_reply_object (reply);

  g_test_message ("%s", path);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, status);
  g_assert_cmpstr (htap_demo_json_text (object, "error_code"), ==, code);
}

static guint
count (JsonObject *object, const char *member)
{
  return json_array_get_length (json_object_get_array_member (object, member));
}

static void
test_star_rocks (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) detail = get (probe, BI_INSTANCES BI_TAURUS "/starrocks/" DASHBOARD);
  g_autoptr (JsonObject) nodes = get (probe, NODES);
  g_autoptr (JsonObject) tasks = get (probe, REPLICATIONS "?limit=100&offset=0");
  JsonArray *instances = json_object_get_array_member (detail, "instances");
  JsonArray *list = json_object_get_array_member (nodes, "node_list");

  g_assert_cmpuint (json_array_get_length (instances), ==, 1);
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (instances, 0), "id"), ==,
                   DASHBOARD);
  g_assert_cmpuint (json_array_get_length (list), ==, 6);
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (list, 0), "role"), ==,
                   "fe-leader");
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (list, 0), "node_id"), ==,
                   "3bd29bed8be41d10e667d64449b54437no17");
  g_assert_cmpuint (count (tasks, "replications"), ==, 2);
  g_assert_cmpstr (htap_demo_json_text (tasks, "total_count"), ==, "2");
}

static void
test_click_house (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (probe->cloud, &n_taurus);
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_taurus; i++)
    {
      g_autofree char *base = g_strdup_printf ("/v3/%s/instances/", taurus[i].project_id);
      g_autofree char *path =
          g_strconcat (base, taurus[i].taurus_id, "/clickhouse/" LOGS_HOT, NULL);
      g_autofree char *nodes_path = g_strconcat (base, LOGS_HOT "/clickhouse/nodes", NULL);
      g_autofree char *tasks_path = g_strconcat (base, LOGS_HOT "/clickhouse/replication", NULL);
      g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);
      g_autoptr (JsonObject) object = htap_demo_reply_object (reply);
      g_autoptr (JsonObject) nodes = NULL;
      g_autoptr (JsonObject) tasks = NULL;

      if (htap_demo_reply_status (reply) != 200)
        continue;

      is_found = TRUE;
      g_assert_cmpstr (
          htap_demo_json_text (json_object_get_object_member (object, "instance"), "id"), ==,
          LOGS_HOT);
      nodes = get (probe, nodes_path);
      g_assert_cmpuint (count (nodes, "node_list"), ==, 2);
      tasks = get (probe, tasks_path);
      g_assert_cmpuint (count (tasks, "replications"), ==, 1);
    }
  g_assert_true (is_found);
}

static void
test_pages (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) second = get (probe, REPLICATIONS "?limit=1&offset=1");
  g_autoptr (JsonObject) beyond = get (probe, REPLICATIONS "?limit=1&offset=2");
  JsonArray *page = json_object_get_array_member (second, "replications");

  g_assert_cmpuint (json_array_get_length (page), ==, 1);
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (page, 0), "task_name"), ==,
                   "sync_visits");
  g_assert_cmpstr (htap_demo_json_text (second, "total_count"), ==, "2");
  g_assert_cmpuint (count (beyond, "replications"), ==, 0);
  assert_error (probe, REPLICATIONS "?limit=101", 400, "DBS.280439");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *path;
    guint status;
    const char *code;
  } cases[] = {
    /* Nobody, of another engine, of another project. */
    { BI_INSTANCES BI_TAURUS "/starrocks/" NOBODY, 400, "DBS.05000044" },
    { BI_INSTANCES NOBODY "/starrocks/nodes", 400, "DBS.05000044" },
    { BI_INSTANCES NOBODY "/starrocks/databases/replication", 400, "DBS.05000044" },
    { BI_INSTANCES BI_TAURUS "/clickhouse/" DASHBOARD, 400, "DBS.05000044" },
    { BI_INSTANCES DASHBOARD "/clickhouse/nodes", 400, "DBS.05000044" },
    { BI_INSTANCES DASHBOARD "/clickhouse/replication", 400, "DBS.05000044" },
    { "/v3/" ORDERS_PROJECT "/instances/" DASHBOARD "/starrocks/nodes", 400, "DBS.05000044" },
    { "/v3/" ORDERS_PROJECT "/instances/" ORDERS_TAURUS "/starrocks/" DASHBOARD, 400,
      "DBS.05000044" },
    /* No ids, and an id in the wrong place. */
    { BI_INSTANCES BI_TAURUS "/starrocks/a-b", 400, "DBS.280404" },
    { BI_INSTANCES DASHBOARD "/starrocks/" DASHBOARD, 400, "DBS.280404" },
    { BI_INSTANCES "a-b/starrocks/nodes", 400, "DBS.280404" },
    { "/v3/03a50154cf494ec9ad6883979a12db0a/instances/" DASHBOARD "/starrocks/nodes", 403,
      "DBS.200010" },
  };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_error (probe, cases[i].path, cases[i].status, cases[i].code);
}

/* Each path can be made to fail alone. */
static void
test_faults (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) detail = NULL;
  g_autoptr (JsonObject) tasks = NULL;

  htap_demo_probe_fault (probe, "{\"path\":\"/starrocks/nodes\",\"status\":403,"
                                "\"body\":{\"error_code\":\"DBS.200010\",\"error_msg\":\"m\"}}");
  assert_error (probe, NODES, 403, "DBS.200010");
  detail = get (probe, BI_INSTANCES BI_TAURUS "/starrocks/" DASHBOARD);
  tasks = get (probe, REPLICATIONS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-instance-api/star-rocks", test_star_rocks);
  g_test_add_func ("/demo-instance-api/click-house", test_click_house);
  g_test_add_func ("/demo-instance-api/pages", test_pages);
  g_test_add_func ("/demo-instance-api/refused", test_refused);
  g_test_add_func ("/demo-instance-api/faults", test_faults);

  return g_test_run ();
}
