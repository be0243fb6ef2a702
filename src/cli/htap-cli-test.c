/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-commands.h"

#include "htap-cli-format.h"
#include "htap-cli-selection.h"
#include "htap-connection-test.h"
#include "htap-error.h"
#include "htap-json-test.h"
#include "htap-region.h"
#include "htap-safe-text.h"
#include "htap-test-text.h"

#include <glib/gi18n-lib.h>

static void
on_test_run (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *is_finished = user_data;

  /* Its outcome holds the error as well. */
  htap_connection_test_run_finish (HTAP_CONNECTION_TEST (object), result, NULL);
  *is_finished = TRUE;
}

static HtapTestOutcome *
run_test (HtapConnectionTest *test)
{
  gboolean is_finished = FALSE;

  htap_connection_test_run_async (test, NULL, on_test_run, &is_finished);
  while (!is_finished)
    g_main_context_iteration (NULL, TRUE);

  return htap_connection_test_dup_outcome (test);
}

/* Whether the other projects would fare no better; and a few more attempts with what was refused
 * would lock it. */
static gboolean
is_refused (const HtapTestOutcome *outcome)
{
  const GError *error = htap_test_outcome_get_error (outcome, HTAP_TEST_STEP_SIGN_IN);

  return g_error_matches (error, HTAP_ERROR, HTAP_ERROR_AUTH) ||
         g_error_matches (error, HTAP_ERROR, HTAP_ERROR_CLOCK_SKEW) ||
         g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN) ||
         g_error_matches (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED) ||
         g_error_matches (error, HTAP_ERROR, HTAP_ERROR_KEYRING_UNAVAILABLE);
}

static void
test_profile (HtapInventory *inventory, HtapProfile *profile, GPtrArray *outcomes)
{
  GPtrArray *projects = htap_profile_get_projects (profile);
  gboolean goes_on = TRUE;

  for (guint i = 0; i < MAX (projects->len, 1); i++)
    {
      g_autoptr (HtapConnectionTest) test =
          htap_inventory_new_connection_test (inventory, profile, NULL);
      HtapTestOutcome *outcome;

      if (i < projects->len)
        htap_connection_test_set_project (test, projects->pdata[i]);
      if (goes_on)
        outcome = run_test (test);
      else
        {
          g_autoptr (HtapSource) source = htap_connection_test_dup_source (test);

          outcome = htap_test_outcome_new (profile, source);
        }
      g_ptr_array_add (outcomes, outcome);
      goes_on = goes_on && !is_refused (outcome);
    }
}

static GPtrArray *
test_profiles (HtapCliSelection *selection)
{
  GListModel *profiles = htap_cli_selection_get_profiles (selection);
  GPtrArray *outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_test_outcome_free);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile) || htap_cli_selection_has_names (selection))
        test_profile (htap_cli_selection_get_inventory (selection), profile, outcomes);
    }

  return outcomes;
}

static void
print_heading (const HtapTestOutcome *outcome)
{
  g_autofree char *name = htap_safe_text_dup (htap_profile_get_name (outcome->profile));
  g_autofree char *region = NULL;
  g_autofree char *safe_region = NULL;

  if (outcome->source == NULL)
    {
      g_print ("%s\n", name);
      return;
    }

  region = htap_region_dup_name (htap_source_get_region (outcome->source));
  safe_region = htap_safe_text_dup (region);
  /* Translators: the name of a profile and a region. */
  g_print (_ ("%s · %s"), name, safe_region);
  g_print ("\n");
}

static void
print_outcome (const HtapTestOutcome *outcome)
{
  static const char *const marks[] = {
    [HTAP_TEST_WAITING] = "–", [HTAP_TEST_RUNNING] = "–", [HTAP_TEST_PASSED] = "✓",
    [HTAP_TEST_FAILED] = "✗",  [HTAP_TEST_SKIPPED] = "–",
  };

  print_heading (outcome);
  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    {
      HtapTestState state = outcome->states[step];
      g_autofree char *sentence = htap_test_text_dup_sentence (
          step, state, htap_test_outcome_get_error (outcome, step), outcome->source);

      g_print ("  %s ", marks[state]);
      /* Translators: what was tested, and a sentence about it. */
      g_print (C_ ("test step", "%s: %s"), htap_test_text_get_title (step), sentence);
      g_print ("\n");
    }
}

static HtapExitStatus
print_outcomes (GPtrArray *outcomes, gboolean as_json)
{
  HtapExitStatus status = HTAP_EXIT_DONE;

  if (as_json)
    {
      g_autofree char *text = htap_json_test_format (outcomes, g_get_real_time () / G_USEC_PER_SEC);

      g_print ("%s", text);
    }

  for (guint i = 0; i < outcomes->len; i++)
    {
      if (!as_json)
        print_outcome (outcomes->pdata[i]);
      if (htap_test_outcome_get_state (outcomes->pdata[i]) != HTAP_TEST_PASSED)
        status = HTAP_EXIT_FINDING;
    }

  return status;
}

/**
 * htap_cli_test:
 * @arguments: (transfer full): the command line, the command first
 *
 * Tests profiles, those that are disabled only by their name, each of their projects, and prints
 * what came of it: `htap-inventory-cli test`.
 */
HtapExitStatus
htap_cli_test (GStrv arguments)
{
  g_auto (GStrv) remaining = arguments;
  g_autoptr (HtapCliSelection) selection = htap_cli_selection_new ();
  g_autoptr (GPtrArray) outcomes = NULL;
  GOptionContext *context = g_option_context_new (NULL);
  HtapExitStatus loaded, tested;
  g_autofree char *word = NULL;
  HtapCliFormat format;

  htap_cli_format_add_option (&word, context);
  htap_cli_selection_add_profile_options (selection, context);
  if (!htap_cli_parse (context, &remaining) || !htap_cli_format_read (word, &format))
    return HTAP_EXIT_USAGE;

  loaded = htap_cli_selection_load (selection);
  if (loaded == HTAP_EXIT_USAGE || loaded == HTAP_EXIT_NOTHING)
    return loaded;

  outcomes = test_profiles (selection);
  if (outcomes->len == 0)
    {
      htap_cli_complain (_ ("There is nothing to test: there is no profile. Add one in HTAP "
                            "Inventory, or try --demo.\n"));
      return HTAP_EXIT_NOTHING;
    }

  tested = print_outcomes (outcomes, format == HTAP_CLI_FORMAT_JSON);

  return MAX (loaded, tested);
}
