/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-test.h"

#include "htap-json-document.h"
#include "htap-json-member.h"

static void
add_step (JsonBuilder *builder, const HtapTestOutcome *outcome, HtapTestStep step)
{
  json_builder_begin_object (builder);
  htap_json_member_add_text (builder, "step", htap_test_step_get_id (step));
  htap_json_member_add_text (builder, "state", htap_test_state_get_id (outcome->states[step]));
  htap_json_member_add_error (builder, "error", htap_test_outcome_get_error (outcome, step));
  json_builder_end_object (builder);
}

static void
add_outcome (JsonBuilder *builder, const HtapTestOutcome *outcome)
{
  HtapSource *source = outcome->source;

  json_builder_begin_object (builder);
  htap_json_member_add_text (builder, "name", htap_profile_get_name (outcome->profile));
  htap_json_member_add_text (builder, "region",
                             source != NULL ? htap_source_get_region (source) : NULL);
  htap_json_member_add_text (builder, "project_id",
                             source != NULL ? htap_source_get_project_id (source) : NULL);
  htap_json_member_add_text (builder, "state",
                             htap_test_state_get_id (htap_test_outcome_get_state (outcome)));
  htap_json_member_add_error (builder, "error", outcome->error);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    add_step (builder, outcome, step);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * htap_json_test_format:
 * @outcomes: (element-type HtapTestOutcome): in the order to print
 * @now: seconds since 1970 UTC
 *
 * What `test --format json` prints; profiles are as htap_json_report_format() has them, and have
 * `steps` besides.
 *
 * Returns: (transfer full): a whole document, as htap_json_document_end()
 */
char *
htap_json_test_format (GPtrArray *outcomes, gint64 now)
{
  JsonBuilder *builder = htap_json_document_begin (now);

  json_builder_set_member_name (builder, "profiles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outcomes->len; i++)
    add_outcome (builder, outcomes->pdata[i]);
  json_builder_end_array (builder);

  return htap_json_document_end (builder);
}
