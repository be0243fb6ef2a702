/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source.h"

#include "htap-error.h"
#include "htap-test-samples.h"

#include <string.h>

#define NOW 1711094408

typedef enum
{
  BEGIN,
  SUCCEED,
  FAIL,
  ABANDON,
  GROW_OLD,
  END,
} Step;

static void
take_step (HtapSource *source, Step step)
{
  g_autoptr (GError) error = NULL;

  switch (step)
    {
    case BEGIN:
      htap_source_begin (source);
      break;
    case SUCCEED:
      htap_source_succeed (source, NOW, 4, 10, 4, NULL);
      break;
    case FAIL:
      htap_error_set (&error, HTAP_ERROR_NETWORK, NULL, "no network");
      htap_source_fail (source, error);
      break;
    case ABANDON:
      htap_source_abandon (source);
      break;
    case GROW_OLD:
      htap_source_tick (source, NOW + HTAP_SOURCE_STALE_AFTER);
      break;
    case END:
    default:
      g_assert_not_reached ();
    }
}

static void
test_states (void)
{
  static const struct
  {
    Step steps[6];
    HtapSourceState state;
    gboolean loading;
    gboolean has_error;
  } cases[] = {
    { { END }, HTAP_SOURCE_NEVER },
    { { GROW_OLD, END }, HTAP_SOURCE_NEVER },
    { { BEGIN, END }, HTAP_SOURCE_LOADING, TRUE },
    { { BEGIN, ABANDON, END }, HTAP_SOURCE_NEVER },
    { { BEGIN, FAIL, END }, HTAP_SOURCE_FAILED, FALSE, TRUE },
    { { BEGIN, FAIL, BEGIN, END }, HTAP_SOURCE_LOADING, TRUE, TRUE },
    { { BEGIN, FAIL, BEGIN, ABANDON, END }, HTAP_SOURCE_FAILED, FALSE, TRUE },
    { { BEGIN, FAIL, BEGIN, SUCCEED, END }, HTAP_SOURCE_FRESH },
    { { BEGIN, SUCCEED, END }, HTAP_SOURCE_FRESH },
    { { BEGIN, SUCCEED, BEGIN, END }, HTAP_SOURCE_FRESH, TRUE },
    { { BEGIN, SUCCEED, BEGIN, ABANDON, END }, HTAP_SOURCE_FRESH },
    { { BEGIN, SUCCEED, BEGIN, FAIL, END }, HTAP_SOURCE_STALE, FALSE, TRUE },
    { { BEGIN, SUCCEED, FAIL, SUCCEED, END }, HTAP_SOURCE_FRESH },
    { { BEGIN, SUCCEED, GROW_OLD, END }, HTAP_SOURCE_STALE },
    { { BEGIN, SUCCEED, GROW_OLD, BEGIN, END }, HTAP_SOURCE_STALE, TRUE },
    { { BEGIN, SUCCEED, GROW_OLD, SUCCEED, END }, HTAP_SOURCE_FRESH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapSource) source = htap_test_sample_source ();

      for (guint j = 0; cases[i].steps[j] != END; j++)
        take_step (source, cases[i].steps[j]);

      g_test_message ("case %u", i);
      g_assert_cmpint (htap_source_get_state (source), ==, cases[i].state);
      g_assert_true (htap_source_is_loading (source) == cases[i].loading);
      g_assert_true ((htap_source_get_error (source) != NULL) == cases[i].has_error);
    }
}

/* What is known stays when an attempt fails, with the age it had. */
static void
test_failure_keeps_answer (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GPtrArray) deviations = g_ptr_array_new ();

  g_assert_cmpint (htap_source_get_total (source), ==, -1);
  g_assert_cmpint (htap_source_get_maximum (source), ==, -1);
  g_assert_cmpint (htap_source_get_as_of (source), ==, 0);

  htap_source_succeed (source, NOW, 4, 10, 3, deviations);
  take_step (source, FAIL);

  g_assert_cmpint (htap_source_get_total (source), ==, 4);
  g_assert_cmpint (htap_source_get_maximum (source), ==, 10);
  g_assert_cmpuint (htap_source_get_n_instances (source), ==, 3);
  g_assert_cmpint (htap_source_get_as_of (source), ==, NOW);
  g_assert_true (htap_source_get_deviations (source) == deviations);
  g_assert_error (htap_source_get_error (source), HTAP_ERROR, HTAP_ERROR_NETWORK);

  htap_source_succeed (source, NOW + 1, -1, -1, 0, NULL);
  g_assert_cmpint (htap_source_get_total (source), ==, -1);
  g_assert_null (htap_source_get_deviations (source));
  g_assert_null (htap_source_get_error (source));
}

static void
test_aging (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  take_step (source, SUCCEED);
  htap_source_tick (source, NOW + HTAP_SOURCE_STALE_AFTER - 1);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_FRESH);
  htap_source_tick (source, NOW + HTAP_SOURCE_STALE_AFTER);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_STALE);
  /* A clock that was set back. */
  htap_source_tick (source, NOW - 1);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_FRESH);
}

static void
on_notify (HtapSource *source, GParamSpec *pspec, GString *names)
{
  g_string_append_printf (names, "%s;", pspec->name);
}

static void
test_notifies (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GString) names = g_string_new (NULL);

  g_signal_connect (source, "notify::state", G_CALLBACK (on_notify), names);
  g_signal_connect (source, "notify::taurus-name", G_CALLBACK (on_notify), names);

  for (guint step = 0; step < END; step++)
    take_step (source, step);
  g_assert_cmpstr (names->str, ==, "state;state;state;state;state;");

  g_string_truncate (names, 0);
  take_step (source, GROW_OLD);
  htap_source_set_taurus_name (source, "taurus-orders");
  g_assert_cmpstr (names->str, ==, "");
  htap_source_set_taurus_name (source, "renamed");
  g_assert_cmpstr (names->str, ==, "taurus-name;");
}

static void
test_properties (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autofree char *taurus_name = NULL;
  gboolean loading;
  gint64 as_of;
  guint n_instances;
  int state;

  take_step (source, SUCCEED);
  take_step (source, BEGIN);
  g_object_get (source, "state", &state, "loading", &loading, "as-of", &as_of, "n-instances",
                &n_instances, "taurus-name", &taurus_name, NULL);

  g_assert_cmpint (state, ==, HTAP_SOURCE_FRESH);
  g_assert_true (loading);
  g_assert_cmpint (as_of, ==, NOW);
  g_assert_cmpuint (n_instances, ==, 4);
  g_assert_cmpstr (taurus_name, ==, "taurus-orders");
}

static void
test_identity (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapProfile) edited = htap_profile_copy (htap_source_get_profile (source));

  g_assert_cmpstr (htap_source_get_region (source), ==, "cn-north-4");
  g_assert_cmpstr (htap_source_get_project_id (source), ==, SAMPLE_PROJECT_ID);
  g_assert_cmpstr (htap_source_get_taurus_id (source), ==, SAMPLE_TAURUS_ID);

  htap_source_set_profile (source, edited);
  g_assert_true (htap_source_get_profile (source) == edited);
}

/* A name that changed is found by its new name, and no longer by the old one. */
static void
test_search_text (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapProfile) edited = htap_profile_copy (htap_source_get_profile (source));

  g_assert_nonnull (strstr (htap_source_get_search_text (source), "taurus-orders\n"));
  g_assert_nonnull (strstr (htap_source_get_search_text (source), "production\n"));

  htap_profile_set_name (edited, "Staging");
  htap_source_set_profile (source, edited);
  g_assert_nonnull (strstr (htap_source_get_search_text (source), "staging\n"));
  g_assert_null (strstr (htap_source_get_search_text (source), "production\n"));

  htap_source_set_taurus_name (source, "taurus-bi");
  g_assert_nonnull (strstr (htap_source_get_search_text (source), "taurus-bi\n"));
  g_assert_null (strstr (htap_source_get_search_text (source), "taurus-orders\n"));
}

static HtapTaurus *
make_taurus (const char *name, const char *status)
{
  HtapTaurus *taurus = htap_taurus_new ();

  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, SAMPLE_TAURUS_ID);
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_NAME, name);
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_STATUS, status);

  return taurus;
}

static void
test_taurus (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (HtapTaurus) first = make_taurus ("taurus-orders", "normal");
  g_autoptr (HtapTaurus) same = make_taurus ("taurus-orders", "normal");
  g_autoptr (HtapTaurus) renamed = make_taurus ("renamed", "abnormal");

  g_signal_connect (source, "notify::taurus", G_CALLBACK (on_notify), names);
  g_signal_connect (source, "notify::taurus-name", G_CALLBACK (on_notify), names);

  htap_source_set_taurus (source, first);
  htap_source_set_taurus (source, same);
  g_assert_true (htap_source_get_taurus (source) == first);
  g_assert_cmpstr (names->str, ==, "taurus;");

  htap_source_set_taurus (source, renamed);
  g_assert_cmpstr (htap_source_get_taurus_name (source), ==, "renamed");
  g_assert_cmpstr (names->str, ==, "taurus;taurus-name;taurus;");
  g_assert_nonnull (strstr (htap_source_get_search_text (source), "renamed\n"));
}

static void
test_enterprise_projects (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GHashTable) projects = g_hash_table_new (g_str_hash, g_str_equal);

  htap_source_set_enterprise_projects (source, NULL);
  g_signal_connect (source, "notify::enterprise-projects", G_CALLBACK (on_notify), names);
  htap_source_set_enterprise_projects (source, NULL);
  htap_source_set_enterprise_projects (source, projects);
  htap_source_set_enterprise_projects (source, projects);
  g_assert_true (htap_source_get_enterprise_projects (source) == projects);
  g_assert_cmpstr (names->str, ==, "enterprise-projects;");
}

static void
test_state_ids (void)
{
  static const char *const ids[] = { "never", "loading", "fresh", "stale", "failed" };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == HTAP_SOURCE_FAILED + 1);

  for (guint state = 0; state < G_N_ELEMENTS (ids); state++)
    g_assert_cmpstr (htap_source_state_get_id (state), ==, ids[state]);
}

/* What was found is of the profile as it was. */
static void
test_found_project (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapProfile) edited = htap_profile_copy (profile);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "", "t");

  g_assert_cmpstr (htap_source_get_found_project_id (source), ==, "");
  htap_source_set_found_project_id (source, "23a5");
  g_assert_cmpstr (htap_source_get_found_project_id (source), ==, "23a5");
  g_assert_cmpstr (htap_source_get_project_id (source), ==, "");

  htap_source_set_profile (source, profile);
  g_assert_cmpstr (htap_source_get_found_project_id (source), ==, "23a5");
  htap_source_set_profile (source, edited);
  g_assert_cmpstr (htap_source_get_found_project_id (source), ==, "");
}

static void
test_shown_name (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "0d2a", "ain07");

  g_assert_cmpstr (htap_source_get_shown_name (source), ==, "ain07");
  htap_source_set_taurus_name (source, "taurus-orders");
  g_assert_cmpstr (htap_source_get_shown_name (source), ==, "taurus-orders");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/source/states", test_states);
  g_test_add_func ("/source/failure-keeps-answer", test_failure_keeps_answer);
  g_test_add_func ("/source/aging", test_aging);
  g_test_add_func ("/source/notifies", test_notifies);
  g_test_add_func ("/source/properties", test_properties);
  g_test_add_func ("/source/identity", test_identity);
  g_test_add_func ("/source/found-project", test_found_project);
  g_test_add_func ("/source/search-text", test_search_text);
  g_test_add_func ("/source/taurus", test_taurus);
  g_test_add_func ("/source/enterprise-projects", test_enterprise_projects);
  g_test_add_func ("/source/state-ids", test_state_ids);
  g_test_add_func ("/source/shown-name", test_shown_name);

  return g_test_run ();
}
