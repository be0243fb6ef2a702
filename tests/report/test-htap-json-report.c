/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-report.h"

#include "htap-discovery.h"
#include "htap-error.h"
#include "htap-test-samples.h"
#include "htap-test.h"

#include <json-glib/json-glib.h>

#define NOW 1711094408

typedef struct
{
  GListStore *profiles;
  GListStore *discoveries;
  GListStore *sources;
  GListStore *instances;
  HtapProfile *profile;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

  fixture->profiles = g_list_store_new (HTAP_TYPE_PROFILE);
  fixture->discoveries = g_list_store_new (HTAP_TYPE_DISCOVERY);
  fixture->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  fixture->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  fixture->profile = htap_profile_new ("uuid");

  g_ptr_array_add (projects, htap_regional_id_new ("cn-north-4", "p1"));
  g_ptr_array_add (projects, htap_regional_id_new ("cn-east-3", ""));
  htap_profile_set_name (fixture->profile, "Production");
  htap_profile_set_projects (fixture->profile, projects);
  g_list_store_append (fixture->profiles, fixture->profile);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_clear_object (&fixture->profiles);
  g_clear_object (&fixture->discoveries);
  g_clear_object (&fixture->sources);
  g_clear_object (&fixture->instances);
  g_clear_object (&fixture->profile);
}

static HtapSource *
add_source (Fixture *fixture, const char *region, const char *project_id, HtapSourceState state)
{
  g_autoptr (HtapSource) source =
      htap_source_new (fixture->profile, region, project_id, SAMPLE_TAURUS_ID);
  g_autoptr (GError) error = NULL;
  const HtapErrorDetails details = {
    .http_status = 403,
    .code = (char *) "DBS.200044",
    .server_message = (char *) "Resource not found or permission denied.",
    .request_id = (char *) "62d9f6b7d0a44bd1b5a5a6a7a8b9c0d1",
  };

  if (state == HTAP_SOURCE_FRESH || state == HTAP_SOURCE_STALE)
    htap_source_succeed (source, NOW - 60, 4, 10, 4, NULL);
  if (state == HTAP_SOURCE_STALE || state == HTAP_SOURCE_FAILED)
    {
      htap_error_set (&error, HTAP_ERROR_FORBIDDEN, &details, "forbidden");
      htap_source_fail (source, error);
    }
  if (state == HTAP_SOURCE_LOADING)
    htap_source_begin (source);
  g_assert_cmpint (htap_source_get_state (source), ==, state);
  g_list_store_append (fixture->sources, source);

  return source;
}

static char *
format (Fixture *fixture)
{
  return htap_json_report_format (
      G_LIST_MODEL (fixture->profiles), G_LIST_MODEL (fixture->discoveries),
      G_LIST_MODEL (fixture->sources), G_LIST_MODEL (fixture->instances), NOW);
}

static JsonObject *
get_project (JsonNode *root, guint index)
{
  return json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (root), "profiles"), index);
}

/* Members, their order and their values count; white space is json-glib's. */
static void
assert_report (const char *report, const char *expected)
{
  g_autoptr (JsonNode) root = json_from_string (report, NULL);
  g_autoptr (JsonNode) expected_root = json_from_string (expected, NULL);
  g_autofree char *text = json_to_string (root, FALSE);
  g_autofree char *expected_text = json_to_string (expected_root, FALSE);

  g_assert_cmpstr (text, ==, expected_text);
  g_assert_true (g_str_has_prefix (report, "{\n"));
  g_assert_true (g_str_has_suffix (report, "\n}\n"));
}

/* Scripts rely on this. */
static void
test_contract (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GBytes) expected = htap_test_fixture ("report/inventory.json");
  g_autoptr (HtapRecord) full = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) empty = htap_test_sample_record (SAMPLE_ID, NULL);
  g_autoptr (HtapInstance) first = NULL;
  g_autoptr (HtapInstance) second = NULL;
  g_autofree char *report = NULL;
  HtapSource *source = add_source (fixture, "cn-north-4", "p1", HTAP_SOURCE_FRESH);

  htap_source_set_taurus_name (source, "taurus-orders");
  add_source (fixture, "cn-north-4", "p1", HTAP_SOURCE_FAILED);
  first = htap_instance_new (source, full);
  second = htap_instance_new (source, empty);
  g_list_store_append (fixture->instances, first);
  g_list_store_append (fixture->instances, second);

  report = format (fixture);

  assert_report (report, g_bytes_get_data (expected, NULL));
}

static void
test_empty (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *report = NULL;

  g_list_store_remove_all (fixture->profiles);
  report = format (fixture);

  assert_report (report, "{\"version\":1,\"generated_at\":\"2024-03-22T08:00:08Z\","
                         "\"profiles\":[],\"sources\":[],\"instances\":[]}");
}

/* A project is as bad as the worst of its sources. */
static void
test_state_of_project (Fixture *fixture, gconstpointer user_data)
{
  static const HtapSourceState from_best[] = { HTAP_SOURCE_FRESH, HTAP_SOURCE_LOADING,
                                               HTAP_SOURCE_NEVER, HTAP_SOURCE_STALE,
                                               HTAP_SOURCE_FAILED };

  for (guint i = 0; i < G_N_ELEMENTS (from_best); i++)
    for (guint j = 0; j < G_N_ELEMENTS (from_best); j++)
      {
        g_autofree char *report = NULL;
        g_autoptr (JsonNode) root = NULL;

        g_list_store_remove_all (fixture->sources);
        add_source (fixture, "cn-north-4", "p1", from_best[i]);
        add_source (fixture, "cn-north-4", "p1", from_best[j]);
        add_source (fixture, "cn-north-4", "another", HTAP_SOURCE_FAILED);
        report = format (fixture);
        root = json_from_string (report, NULL);

        g_assert_cmpstr (json_object_get_string_member (get_project (root, 0), "state"), ==,
                         htap_source_state_get_id (from_best[MAX (i, j)]));
        g_assert_true (json_object_get_null_member (get_project (root, 0), "error") ==
                       (MAX (i, j) < 3));
        g_assert_cmpstr (json_object_get_string_member (get_project (root, 1), "state"), ==,
                         "never");
      }
}

/* A project whose id is found at sign-in takes it from its sources. */
static void
test_project_without_id (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *report = NULL;
  g_autoptr (JsonNode) root = NULL;

  htap_source_set_found_project_id (add_source (fixture, "cn-east-3", "", HTAP_SOURCE_FRESH),
                                    "found");
  add_source (fixture, "cn-east-3", "", HTAP_SOURCE_FRESH);
  report = format (fixture);
  root = json_from_string (report, NULL);

  g_assert_cmpstr (json_object_get_string_member (get_project (root, 1), "project_id"), ==,
                   "found");
  g_assert_cmpstr (json_object_get_string_member (get_project (root, 1), "state"), ==, "fresh");
}

static void
test_profile_without_project (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) none = htap_regional_ids_new ();
  g_autofree char *report = NULL;
  g_autoptr (JsonNode) root = NULL;

  htap_profile_set_projects (fixture->profile, none);
  report = format (fixture);
  root = json_from_string (report, NULL);

  g_assert_cmpstr (json_object_get_string_member (get_project (root, 0), "name"), ==, "Production");
  g_assert_true (json_object_get_null_member (get_project (root, 0), "region"));
  g_assert_true (json_object_get_null_member (get_project (root, 0), "project_id"));
}

/* Without an answer there are no words of the server: the program's own stand in. */
static void
test_error_without_answer (Fixture *fixture, gconstpointer user_data)
{
  HtapSource *source = add_source (fixture, "cn-north-4", "p1", HTAP_SOURCE_NEVER);
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  htap_error_set (&error, HTAP_ERROR_NETWORK, NULL, "name not found");
  htap_source_fail (source, error);
  report = format (fixture);
  root = json_from_string (report, NULL);
  object = json_object_get_object_member (get_project (root, 0), "error");

  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "network");
  g_assert_cmpstr (json_object_get_string_member (object, "message"), ==, "name not found");
  g_assert_true (json_object_get_null_member (object, "http_status"));
  g_assert_true (json_object_get_null_member (object, "code"));
  g_assert_true (json_object_get_null_member (object, "request_id"));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

/* A project that could not be listed is not well, however its sources are. */
static void
test_discovery (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (HtapDiscovery) listed = htap_discovery_new (fixture->profile, "cn-north-4", "p1");
  g_autoptr (HtapDiscovery) failed = htap_discovery_new (fixture->profile, "cn-east-3", "");
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_THROTTLED, "429");
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *report = NULL;
  JsonObject *project;

  htap_discovery_succeed (listed, NOW, nothing, TRUE);
  htap_discovery_fail (failed, error);
  g_list_store_append (fixture->discoveries, listed);
  g_list_store_append (fixture->discoveries, failed);
  add_source (fixture, "cn-east-3", "", HTAP_SOURCE_FRESH);
  report = format (fixture);
  root = json_from_string (report, NULL);

  project = get_project (root, 0);
  g_assert_cmpstr (json_object_get_string_member (project, "state"), ==, "fresh");
  g_assert_true (json_object_get_null_member (project, "error"));

  project = get_project (root, 1);
  g_assert_cmpstr (json_object_get_string_member (project, "state"), ==, "failed");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (project, "error"), "kind"), ==,
      "throttled");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/json-report/contract", test_contract);
  ADD ("/json-report/empty", test_empty);
  ADD ("/json-report/state-of-project", test_state_of_project);
  ADD ("/json-report/project-without-id", test_project_without_id);
  ADD ("/json-report/profile-without-project", test_profile_without_project);
  ADD ("/json-report/error-without-answer", test_error_without_answer);
  g_test_add ("/json-report/discovery", Fixture, NULL, set_up, test_discovery, tear_down);

  return g_test_run ();
}
