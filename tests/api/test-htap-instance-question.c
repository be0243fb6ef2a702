/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-question.h"

#include "htap-error.h"

#define REGION  "cn-north-4"
#define PROJECT "23a50154cf494ec9ad6883979a12db0a"
#define TAURUS  "18c3eeb7b788479eb8b93b209946a83bin07"
#define HTAP    "bfc970d8e9b34a399b4c422aabe11409in17"

static HtapInstanceQuestion *
new_question (const char *taurus_id, const char *htap_id, const char *engine, GError **error)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = NULL;

  htap_profile_set_endpoint (profile, REGION, "https://db.example.com/base");
  source = htap_source_new (profile, REGION, PROJECT, taurus_id);

  return htap_instance_question_new (source, htap_id, engine, "zh-cn", error);
}

static void
assert_url (SoupMessage *request, const char *expected)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);
  g_autofree char *url = g_uri_to_string (soup_message_get_uri (request));

  g_assert_cmpstr (soup_message_get_method (request), ==, "GET");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "X-Language"), ==, "zh-cn");
  g_assert_cmpstr (url, ==, expected);
}

static void
test_paths (void)
{
#define BASE "https://db.example.com/base/v3/" PROJECT "/instances/"
  static const struct
  {
    const char *engine;
    const char *detail;
    const char *nodes;
    const char *replications;
  } cases[] = {
    { "star-rocks", BASE TAURUS "/starrocks/" HTAP, BASE HTAP "/starrocks/nodes",
      BASE HTAP "/starrocks/databases/replication?limit=100&offset=200" },
    { "click-house", BASE TAURUS "/clickhouse/" HTAP, BASE HTAP "/clickhouse/nodes",
      BASE HTAP "/clickhouse/replication?limit=100&offset=200" },
    { "ClickHouse", BASE TAURUS "/clickhouse/" HTAP, BASE HTAP "/clickhouse/nodes",
      BASE HTAP "/clickhouse/replication?limit=100&offset=200" },
    { NULL, BASE TAURUS "/starrocks/" HTAP, BASE HTAP "/starrocks/nodes",
      BASE HTAP "/starrocks/databases/replication?limit=100&offset=200" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapInstanceQuestion) question =
          new_question (TAURUS, HTAP, cases[i].engine, NULL);
      g_autoptr (SoupMessage) detail =
          htap_instance_question_build_detail (PROJECT, question, NULL);
      g_autoptr (SoupMessage) nodes = htap_instance_question_build_nodes (PROJECT, question, NULL);
      g_autoptr (SoupMessage) replications =
          htap_instance_question_build_replications (PROJECT, 200, question, NULL);

      assert_url (detail, cases[i].detail);
      assert_url (nodes, cases[i].nodes);
      assert_url (replications, cases[i].replications);
    }
}

/* An answer may call anything an id. */
static void
test_refused (void)
{
  static const char *const ids[] = { NULL, "", "..", "a/b", "a?b", "a#b", "%2e%2e", "a\r\nb", "ä" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (new_question (TAURUS, ids[i], "star-rocks", &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
      g_clear_error (&error);
      g_assert_null (new_question (ids[i], HTAP, "star-rocks", &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
    }
}

static void
test_project (void)
{
  g_autoptr (HtapInstanceQuestion) question = new_question (TAURUS, HTAP, "star-rocks", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (htap_instance_question_build_detail ("..", question, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  g_clear_error (&error);
  g_assert_null (htap_instance_question_build_nodes (NULL, question, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  g_clear_error (&error);
  g_assert_null (htap_instance_question_build_replications ("", 0, question, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instance-question/paths", test_paths);
  g_test_add_func ("/instance-question/refused", test_refused);
  g_test_add_func ("/instance-question/project", test_project);

  return g_test_run ();
}
