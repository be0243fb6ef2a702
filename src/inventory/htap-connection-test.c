/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-connection-test.h"

#include "htap-connection-test-private.h"
#include "htap-inventory-private.h"
#include "htap-test-blame.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapConnectionTest, htap_connection_test, G_TYPE_OBJECT)

static gboolean
is_decided (HtapConnectionTest *self, HtapTestStep step)
{
  return self->states[step] != HTAP_TEST_WAITING && self->states[step] != HTAP_TEST_RUNNING;
}

static HtapTestStep
find_undecided (HtapConnectionTest *self)
{
  HtapTestStep step = HTAP_TEST_STEP_REACH;

  while (step < HTAP_N_TEST_STEPS && is_decided (self, step))
    step++;

  return step;
}

/* Those up to @last of which nothing is known yet. */
static void
decide (HtapConnectionTest *self, HtapTestStep last, HtapTestState state)
{
  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step <= last; step++)
    if (!is_decided (self, step))
      self->states[step] = state;
}

static void
go_on (HtapConnectionTest *self)
{
  HtapTestStep next = find_undecided (self);

  if (next < HTAP_N_TEST_STEPS)
    self->states[next] = HTAP_TEST_RUNNING;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
htap_connection_test_finalize (GObject *object)
{
  HtapConnectionTest *self = HTAP_CONNECTION_TEST (object);

  g_object_unref (self->inventory);
  g_object_unref (self->profile);
  g_clear_pointer (&self->credentials, htap_credentials_unref);
  g_clear_pointer (&self->project, htap_regional_id_free);
  g_object_unref (self->client);
  g_free (self->found_project_id);
  g_free (self->taurus_id);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (htap_connection_test_parent_class)->finalize (object);
}

static void
htap_connection_test_class_init (HtapConnectionTestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_connection_test_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_CONNECTION_TEST, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_connection_test_init (HtapConnectionTest *self)
{
}

void
htap_connection_test_begin (HtapConnectionTest *self)
{
  go_on (self);
}

/**
 * htap_connection_test_pass:
 * @last: what is proven, and with it all that comes before
 */
void
htap_connection_test_pass (HtapConnectionTest *self, HtapTestStep last)
{
  decide (self, last, HTAP_TEST_PASSED);
  go_on (self);
}

/**
 * htap_connection_test_skip:
 * @last: nothing more will be known of it, nor of what comes before
 */
void
htap_connection_test_skip (HtapConnectionTest *self, HtapTestStep last)
{
  decide (self, last, HTAP_TEST_SKIPPED);
  go_on (self);
}

/**
 * htap_connection_test_fail:
 * @error: why there is nothing more to ask; a cancellation is nobody's failure
 */
void
htap_connection_test_fail (HtapConnectionTest *self, const GError *error)
{
  HtapTestStep failed = htap_test_blame_find_step (error, find_undecided (self));

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      decide (self, failed, HTAP_TEST_PASSED);
      self->states[failed] = HTAP_TEST_FAILED;
      self->error = g_error_copy (error);
    }
  htap_connection_test_skip (self, HTAP_N_TEST_STEPS - 1);
}

/**
 * htap_inventory_new_connection_test:
 * @profile: any, saved or not; not changed until the test is over
 * @credentials: (nullable): its secrets; %NULL for those that are saved
 *
 * Returns: (transfer full): a test of the profile's first project, not yet running
 */
HtapConnectionTest *
htap_inventory_new_connection_test (HtapInventory *inventory,
                                    HtapProfile *profile,
                                    HtapCredentials *credentials)
{
  HtapConnectionTest *self;
  GPtrArray *projects;

  g_return_val_if_fail (HTAP_IS_INVENTORY (inventory), NULL);
  g_return_val_if_fail (HTAP_IS_PROFILE (profile), NULL);

  self = g_object_new (HTAP_TYPE_CONNECTION_TEST, NULL);
  projects = htap_profile_get_projects (profile);
  self->inventory = g_object_ref (inventory);
  self->profile = g_object_ref (profile);
  self->credentials = credentials != NULL ? htap_credentials_ref (credentials) : NULL;
  self->client = htap_inventory_new_client (inventory);
  if (projects->len > 0)
    htap_connection_test_set_project (self, projects->pdata[0]);

  return self;
}

/**
 * htap_connection_test_set_project:
 * @project: another of the profile's projects
 *
 * Only before the test runs.
 */
void
htap_connection_test_set_project (HtapConnectionTest *self, const HtapRegionalId *project)
{
  g_return_if_fail (HTAP_IS_CONNECTION_TEST (self));
  g_return_if_fail (project != NULL);

  g_clear_pointer (&self->project, htap_regional_id_free);
  self->project = htap_regional_id_copy (project);
}

/**
 * htap_connection_test_get_state:
 *
 * Returns: how it stands with @step
 */
HtapTestState
htap_connection_test_get_state (HtapConnectionTest *self, HtapTestStep step)
{
  g_return_val_if_fail (HTAP_IS_CONNECTION_TEST (self), HTAP_TEST_WAITING);
  g_return_val_if_fail (step < HTAP_N_TEST_STEPS, HTAP_TEST_WAITING);

  return self->states[step];
}

/**
 * htap_connection_test_get_error:
 *
 * Returns: (transfer none) (nullable): why @step failed; a #HtapError
 */
const GError *
htap_connection_test_get_error (HtapConnectionTest *self, HtapTestStep step)
{
  g_return_val_if_fail (HTAP_IS_CONNECTION_TEST (self), NULL);
  g_return_val_if_fail (step < HTAP_N_TEST_STEPS, NULL);

  return self->states[step] == HTAP_TEST_FAILED ? self->error : NULL;
}

/**
 * htap_connection_test_get_found_project_id:
 *
 * Returns: (transfer none) (nullable): the project's id, once it is known
 */
const char *
htap_connection_test_get_found_project_id (HtapConnectionTest *self)
{
  g_return_val_if_fail (HTAP_IS_CONNECTION_TEST (self), NULL);

  return self->found_project_id;
}

/**
 * htap_connection_test_dup_source:
 *
 * Returns: (transfer full) (nullable): what is tested, as far as it is known, for sentences about
 *   errors; %NULL without a project
 */
HtapSource *
htap_connection_test_dup_source (HtapConnectionTest *self)
{
  const char *project_id;

  g_return_val_if_fail (HTAP_IS_CONNECTION_TEST (self), NULL);

  if (self->project == NULL)
    return NULL;

  project_id = self->found_project_id != NULL ? self->found_project_id : self->project->id;

  return htap_source_new (self->profile, self->project->region, project_id, self->taurus_id);
}

/**
 * htap_connection_test_dup_outcome:
 *
 * Returns: (transfer full): how it stands now with all of it
 */
HtapTestOutcome *
htap_connection_test_dup_outcome (HtapConnectionTest *self)
{
  g_autoptr (HtapSource) source = htap_connection_test_dup_source (self);
  HtapTestOutcome *outcome = htap_test_outcome_new (self->profile, source);

  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    outcome->states[step] = self->states[step];
  outcome->error = self->error != NULL ? g_error_copy (self->error) : NULL;

  return outcome;
}
