/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-api.h"

#include "htap-demo-json.h"
#include "htap-demo-probe.h"
#include "htap-test.h"

static void
assert_error (HtapDemoReply *reply, guint status, const char *code)
{
  g_autoptr (JsonObject) object = htap_demo_reply_object (reply);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, status);
  g_assert_cmpstr (htap_demo_json_text (object, "error_code"), ==, code);
  g_assert_nonnull (htap_demo_json_text (object, "error_msg"));
}

static HtapDemoReply *
get_with (HtapDemoProbe *probe, const char *header, const char *value)
{
  SoupMessage *message = htap_demo_probe_message (probe, "GET", ORDERS_PATH);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  if (value != NULL)
    soup_message_headers_replace (headers, header, value);
  else
    soup_message_headers_remove (headers, header);

  return htap_demo_probe_run (probe, message);
}

static const HtapDemoTaurus *
find_taurus (HtapDemoProbe *probe, const char *name)
{
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (probe->cloud, &n_taurus);

  for (guint i = 0; i < n_taurus; i++)
    if (g_str_equal (taurus[i].taurus_name, name))
      return &taurus[i];

  g_assert_not_reached ();
}

static char *
make_path (HtapDemoProbe *probe, const char *name)
{
  const HtapDemoTaurus *taurus = find_taurus (probe, name);

  return g_strdup_printf ("/v3/%s/instances/%s/htap", taurus->project_id, taurus->taurus_id);
}

static void
test_published_example (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, ORDERS_PATH);
  g_autoptr (GBytes) fixture = htap_test_fixture ("htap_list_page_example.json");
  g_autoptr (JsonObject) published = htap_demo_json_parse (fixture, NULL);
  g_autoptr (GBytes) expected = htap_demo_json_to_bytes (published);

  g_assert_no_error (reply->error);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
  g_assert_cmpstr (htap_demo_reply_header (reply, "Content-Type"), ==, "application/json");
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
assert_headers (HtapDemoReply *reply)
{
  const char *request_id = htap_demo_reply_header (reply, "X-Request-Id");
  g_autoptr (GDateTime) date =
      soup_date_time_new_from_http_string (htap_demo_reply_header (reply, "Date"));

  g_assert_cmpuint (strspn (request_id, "0123456789abcdef"), ==, 32);
  g_assert_nonnull (date);
}

static void
test_every_answer_has_headers (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) good = htap_demo_probe_get (probe, ORDERS_PATH);
  g_autoptr (HtapDemoReply) bad = htap_demo_probe_get (probe, "/nowhere");
  g_autoptr (HtapDemoReply) control = htap_demo_probe_get (probe, "/demo/requests");

  assert_headers (good);
  assert_headers (bad);
  assert_headers (control);
  g_assert_cmpstr (htap_demo_reply_header (good, "X-Request-Id"), !=,
                   htap_demo_reply_header (bad, "X-Request-Id"));
}

static void
test_empty (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autofree char *path = make_path (probe, "taurus-idle");
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);
  const char *expected = "{\"total\":0,\"instances\":[],\"max_htap_instance_num_of_taurus\":10}";

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), expected,
                   strlen (expected));
}

static void
test_denied (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autofree char *path = make_path (probe, "taurus-t1");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);

      assert_error (reply, 403, "DBS.200010");
    }
}

static void
test_token (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) missing = get_with (probe, "X-Auth-Token", NULL);
  g_autoptr (HtapDemoReply) wrong = get_with (probe, "X-Auth-Token", "0123456789abcdef");
  g_autoptr (JsonObject) object = htap_demo_reply_object (wrong);

  assert_error (missing, 401, "APIGW.0301");
  assert_error (wrong, 401, "APIGW.0301");
  g_assert_cmpstr (htap_demo_json_text (object, "request_id"), ==,
                   htap_demo_reply_header (wrong, "X-Request-Id"));
}

static void
test_content_type (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) missing = get_with (probe, "Content-Type", NULL);
  g_autoptr (HtapDemoReply) wrong = get_with (probe, "Content-Type", "text/plain");
  g_autoptr (HtapDemoReply) charset =
      get_with (probe, "Content-Type", "application/json;charset=utf8");

  assert_error (missing, 400, "DBS.280001");
  assert_error (wrong, 400, "DBS.280001");
  g_assert_cmpuint (htap_demo_reply_status (charset), ==, 200);
}

static void
test_language (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) english = get_with (probe, "X-Language", "en-us");
  g_autoptr (HtapDemoReply) chinese = get_with (probe, "X-Language", "zh-cn");
  g_autoptr (HtapDemoReply) other = get_with (probe, "X-Language", "zh_CN");

  g_assert_cmpuint (htap_demo_reply_status (english), ==, 200);
  g_assert_cmpuint (htap_demo_reply_status (chinese), ==, 200);
  assert_error (other, 400, "DBS.280001");
}

static void
test_message_in_chinese (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  SoupMessage *message = htap_demo_probe_message (
      probe, "GET", "/v3/" ORDERS_PROJECT "/instances/08c3eeb7b788479eb8b93b209946a83bin07/htap");
  g_autoptr (HtapDemoReply) reply = NULL;
  g_autoptr (JsonObject) object = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message), "X-Language", "zh-cn");
  reply = htap_demo_probe_run (probe, message);
  object = htap_demo_reply_object (reply);

  assert_error (reply, 404, "DBS.200002");
  g_assert_cmpstr (htap_demo_json_text (object, "error_msg"), ==, "实例不存在。");
}

static void
check_path (HtapDemoProbe *probe, const char *path, guint status, const char *code)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);

  assert_error (reply, status, code);
}

static void
test_ids (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autofree char *other_project = g_strdup_printf ("/v3/%s/instances/" ORDERS_TAURUS "/htap",
                                                    find_taurus (probe, "taurus-bi")->project_id);

  /* No such instance; one of another project; a project that is not ours. */
  check_path (probe, "/v3/" ORDERS_PROJECT "/instances/08c3eeb7b788479eb8b93b209946a83bin07/htap",
              404, "DBS.200002");
  check_path (probe, other_project, 404, "DBS.200002");
  check_path (probe, "/v3/03a50154cf494ec9ad6883979a12db0a/instances/" ORDERS_TAURUS "/htap", 403,
              "DBS.200010");

  /* Of the wrong form: an HTAP instance's id, too short, with something else in it. */
  check_path (probe, "/v3/" ORDERS_PROJECT "/instances/bfc970d8e9b34a399b4c422aabe11409in17/htap",
              400, "DBS.280404");
  check_path (probe, "/v3/" ORDERS_PROJECT "/instances/18c3eeb7in07/htap", 400, "DBS.280404");
  check_path (probe, "/v3/" ORDERS_PROJECT "/instances/18c3eeb7b788479eb8b93b209946-83bin07/htap",
              400, "DBS.280404");
  check_path (probe, "/v3/" ORDERS_PROJECT "/instances/a%2Fb/htap", 400, "DBS.280404");
  check_path (probe, "/v3/short/instances/" ORDERS_TAURUS "/htap", 400, "DBS.280404");
}

static void
test_paths (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check_path (probe, "/", 404, "APIGW.0101");
  check_path (probe, "/demo", 404, "APIGW.0101");
  check_path (probe, "/v3/" ORDERS_PROJECT "/instances/" ORDERS_TAURUS, 404, "APIGW.0101");
  check_path (probe, ORDERS_PATH "/", 404, "APIGW.0101");
  check_path (probe, "/v3.2/" ORDERS_PROJECT "/instances", 404, "APIGW.0101");
}

static void
test_methods (void)
{
  static const char *const methods[] = { "POST", "PUT", "DELETE", "PATCH", "OPTIONS" };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (HtapDemoReply) reply =
          htap_demo_probe_run (probe, htap_demo_probe_message (probe, methods[i], ORDERS_PATH));

      assert_error (reply, 405, "APIGW.0101");
      g_assert_cmpstr (htap_demo_reply_header (reply, "Allow"), ==, "GET");
    }
}

static JsonArray *
get_page (HtapDemoProbe *probe, const char *query, gint64 *total)
{
  g_autofree char *path =
      g_strdup_printf ("/v3.1/%s/instances%s", find_taurus (probe, "taurus-bi")->project_id, query);
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);
  g_autoptr (JsonObject) object = htap_demo_reply_object (reply);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
  *total = json_object_get_int_member (object, "total_count");

  return json_array_ref (json_object_get_array_member (object, "instances"));
}

static void
assert_name (JsonArray *page, guint position, const char *name)
{
  JsonObject *detail = json_array_get_object_element (page, position);

  g_assert_cmpstr (htap_demo_json_text (detail, "name"), ==, name);
}

static void
test_taurus (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  gint64 total;
  g_autoptr (JsonArray) all = get_page (probe, "", &total);
  g_autoptr (JsonArray) page = get_page (probe, "?offset=1&limit=1&type=Cluster", &total);
  g_autoptr (JsonArray) beyond = get_page (probe, "?offset=3", &total);

  g_assert_cmpint (total, ==, 3);
  g_assert_cmpuint (json_array_get_length (all), ==, 3);
  assert_name (all, 0, "taurus-bi");
  assert_name (all, 1, "taurus-crm");
  assert_name (all, 2, "taurus-idle");
  g_assert_cmpuint (json_array_get_length (page), ==, 1);
  assert_name (page, 0, "taurus-crm");
  g_assert_cmpuint (json_array_get_length (beyond), ==, 0);
}

static JsonObject *
get_object (HtapDemoProbe *probe, const char *version, const char *list)
{
  g_autofree char *path = g_strconcat (
      "/", version, "/", find_taurus (probe, "taurus-bi")->project_id, "/", list, NULL);
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, path);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);

  return htap_demo_reply_object (reply);
}

/* Both versions of the list tell the same, but for the status. */
static void
test_vocabularies (void)
{
  static const char *const words[][2] = {
    { "normal", "ACTIVE" },
    { "normal", "BACKING UP" },
    { "normal", "ACTIVE" },
  };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) new_list = get_object (probe, "v3.1", "instances");
  g_autoptr (JsonObject) old_list = get_object (probe, "v3", "instances?limit=100&offset=0");
  JsonArray *new_page = json_object_get_array_member (new_list, "instances");
  JsonArray *old_page = json_object_get_array_member (old_list, "instances");

  g_assert_cmpuint (json_array_get_length (old_page), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      JsonObject *new_detail = json_array_get_object_element (new_page, i);
      JsonObject *old_detail = json_array_get_object_element (old_page, i);

      g_assert_cmpstr (htap_demo_json_text (new_detail, "status"), ==, words[i][0]);
      g_assert_cmpstr (htap_demo_json_text (old_detail, "status"), ==, words[i][1]);
      g_assert_cmpstr (htap_demo_json_text (new_detail, "id"), ==,
                       htap_demo_json_text (old_detail, "id"));
      g_assert_cmpuint (
          json_array_get_length (json_object_get_array_member (old_detail, "tags")), >, 0);
      g_assert_cmpuint (
          json_array_get_length (json_object_get_array_member (old_detail, "private_ips")), ==, 1);
    }
}

static void
test_enterprise_projects (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) all = get_object (probe, "v3", "enterprise-projects");
  g_autoptr (JsonObject) second = get_object (probe, "v3", "enterprise-projects?offset=1");
  JsonArray *page = json_object_get_array_member (all, "enterprise_projects");

  g_assert_cmpint (json_object_get_int_member (all, "total_count"), ==, 2);
  g_assert_cmpuint (json_array_get_length (page), ==, 2);
  assert_name (page, 1, "analytics");
  page = json_object_get_array_member (second, "enterprise_projects");
  g_assert_cmpuint (json_array_get_length (page), ==, 1);
  assert_name (page, 0, "analytics");
  check_path (probe, "/v3/" ORDERS_PROJECT "/enterprise-projects?limit=101", 400, "DBS.280439");
}

static void
test_taurus_refused (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check_path (probe, "/v3.1/" ORDERS_PROJECT "/instances?limit=0", 400, "DBS.280439");
  check_path (probe, "/v3.1/" ORDERS_PROJECT "/instances?limit=101", 400, "DBS.280439");
  check_path (probe, "/v3.1/" ORDERS_PROJECT "/instances?limit=x", 400, "DBS.280439");
  check_path (probe, "/v3.1/" ORDERS_PROJECT "/instances?limit=", 400, "DBS.280439");
  check_path (probe, "/v3.1/" ORDERS_PROJECT "/instances?offset=-1", 400, "DBS.280001");
  check_path (probe, "/v3.1/short/instances", 400, "DBS.280404");
  check_path (probe, "/v3.1/03a50154cf494ec9ad6883979a12db0a/instances", 403, "DBS.200010");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-api/published-example", test_published_example);
  g_test_add_func ("/demo-api/every-answer-has-headers", test_every_answer_has_headers);
  g_test_add_func ("/demo-api/empty", test_empty);
  g_test_add_func ("/demo-api/denied", test_denied);
  g_test_add_func ("/demo-api/token", test_token);
  g_test_add_func ("/demo-api/content-type", test_content_type);
  g_test_add_func ("/demo-api/language", test_language);
  g_test_add_func ("/demo-api/message-in-chinese", test_message_in_chinese);
  g_test_add_func ("/demo-api/ids", test_ids);
  g_test_add_func ("/demo-api/paths", test_paths);
  g_test_add_func ("/demo-api/methods", test_methods);
  g_test_add_func ("/demo-api/taurus", test_taurus);
  g_test_add_func ("/demo-api/vocabularies", test_vocabularies);
  g_test_add_func ("/demo-api/enterprise-projects", test_enterprise_projects);
  g_test_add_func ("/demo-api/taurus-refused", test_taurus_refused);

  return g_test_run ();
}
