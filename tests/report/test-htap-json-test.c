/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-test.h"

#include "htap-error.h"
#include "htap-test-samples.h"

#include <json-glib/json-glib.h>

/* Returns: (transfer full): the first profile of the document */
static JsonObject *
format_first (HtapTestOutcome *outcome)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JsonObject *object;

  g_ptr_array_add (outcomes, outcome);
  text = htap_json_test_format (outcomes, 1711094408);
  root = json_from_string (text, &error);
  g_assert_no_error (error);
  object = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, 1);

  return json_object_ref (
      json_array_get_object_element (json_object_get_array_member (object, "profiles"), 0));
}

static void
test_failure (void)
{
  HtapErrorDetails details = { .http_status = 401, .code = (char *) "APIGW.0301" };
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapTestOutcome) outcome =
      htap_test_outcome_new (htap_source_get_profile (source), source);
  g_autoptr (JsonObject) profile = NULL;
  JsonArray *steps;
  JsonObject *step;

  outcome->states[HTAP_TEST_STEP_REACH] = HTAP_TEST_PASSED;
  outcome->states[HTAP_TEST_STEP_SIGN_IN] = HTAP_TEST_FAILED;
  htap_error_set (&outcome->error, HTAP_ERROR_AUTH, &details, "technical");
  profile = format_first (outcome);

  g_assert_cmpstr (json_object_get_string_member (profile, "region"), ==,
                   htap_source_get_region (source));
  g_assert_cmpstr (json_object_get_string_member (profile, "project_id"), ==,
                   htap_source_get_project_id (source));
  g_assert_cmpstr (json_object_get_string_member (profile, "state"), ==, "failed");

  steps = json_object_get_array_member (profile, "steps");
  g_assert_cmpuint (json_array_get_length (steps), ==, HTAP_N_TEST_STEPS);
  step = json_array_get_object_element (steps, HTAP_TEST_STEP_REACH);
  g_assert_cmpstr (json_object_get_string_member (step, "state"), ==, "passed");
  g_assert_true (json_object_get_null_member (step, "error"));
  step = json_array_get_object_element (steps, HTAP_TEST_STEP_SIGN_IN);
  g_assert_cmpstr (json_object_get_string_member (step, "step"), ==, "sign-in");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (step, "error"), "code"), ==,
      "APIGW.0301");
}

static void
test_without_a_project (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapTestOutcome) outcome = htap_test_outcome_new (profile, NULL);
  g_autoptr (JsonObject) printed = NULL;

  htap_profile_set_name (profile, "Nowhere");
  printed = format_first (outcome);

  g_assert_cmpstr (json_object_get_string_member (printed, "name"), ==, "Nowhere");
  g_assert_true (json_object_get_null_member (printed, "region"));
  g_assert_true (json_object_get_null_member (printed, "project_id"));
  g_assert_true (json_object_get_null_member (printed, "error"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-test/failure", test_failure);
  g_test_add_func ("/json-test/without-a-project", test_without_a_project);

  return g_test_run ();
}
