/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-state.h"

#include "htap-error-text.h"
#include "htap-window-test.h"

/* 2024-03-22 14:02:31 UTC, 14:02:00, 13:40:05, and the day before at 23:59:00. */
#define NOW       G_GINT64_CONSTANT (1711116151)
#define MINUTE    (NOW - 31)
#define EARLIER   (NOW - 22 * 60 - 26)
#define YESTERDAY (NOW - 14 * 3600 - 3 * 60 - 31)

#define PROFILE_PROJECTS "cn-north-4:23a5"

/* Stands for the sentence of the first source that failed. */
#define SENTENCE "*"

typedef struct
{
  gint64 as_of;         /* 0: never read */
  const char *statuses; /* of its instances */
  gboolean has_failed;  /* since then */
  gboolean is_loading;  /* now */
} SourceCase;

typedef struct
{
  const char *name;
  guint n_sources;
  SourceCase sources[3];
  int only; /* position of the source in view, -1 for all */
  gboolean searching;
  guint n_shown;
  HtapPage page;
  const char *subtitle;
  const char *notice;
} Case;

static const Case cases[] = {
  { "not-read", 2, { { 0 } }, -1, FALSE, 0, HTAP_PAGE_NOT_READ, "", NULL },
  { "loading",
    2,
    { { .is_loading = TRUE }, { .is_loading = TRUE } },
    -1,
    FALSE,
    0,
    HTAP_PAGE_LOADING,
    "",
    NULL },
  { "loading-after-failure",
    1,
    { { .has_failed = TRUE, .is_loading = TRUE } },
    -1,
    FALSE,
    0,
    HTAP_PAGE_LOADING,
    "",
    NULL },
  { "still-loading",
    2,
    { { NOW, "", FALSE, FALSE }, { .is_loading = TRUE } },
    -1,
    FALSE,
    0,
    HTAP_PAGE_LOADING,
    "0 instances · Updated 14:02:31",
    NULL },
  { "error", 1, { { .has_failed = TRUE } }, -1, FALSE, 0, HTAP_PAGE_ERROR, "", NULL },
  { "all-failed",
    2,
    { { .has_failed = TRUE }, { .has_failed = TRUE } },
    -1,
    FALSE,
    0,
    HTAP_PAGE_ERROR,
    "",
    NULL },
  { "empty",
    1,
    { { NOW, "", FALSE, FALSE } },
    -1,
    FALSE,
    0,
    HTAP_PAGE_EMPTY,
    "0 instances · Updated 14:02:31",
    NULL },
  { "empty-and-failed",
    2,
    { { NOW, "", FALSE, FALSE }, { .has_failed = TRUE } },
    -1,
    FALSE,
    0,
    HTAP_PAGE_EMPTY,
    "0 instances · Updated 14:02:31",
    "1 of 2 TaurusDB instances could not be read." },
  { "refreshing-empty",
    1,
    { { NOW, "", FALSE, TRUE } },
    -1,
    FALSE,
    0,
    HTAP_PAGE_EMPTY,
    "0 instances · Updated 14:02:31",
    NULL },
  { "list",
    1,
    { { NOW, "normal", FALSE, FALSE } },
    -1,
    FALSE,
    1,
    HTAP_PAGE_LIST,
    "1 instance · Updated 14:02:31",
    NULL },
  { "refreshing",
    1,
    { { NOW, "normal", FALSE, TRUE } },
    -1,
    FALSE,
    1,
    HTAP_PAGE_LIST,
    "1 instance · Updated 14:02:31",
    NULL },
  { "attention-one",
    1,
    { { NOW, "normal abnormal creating", FALSE, FALSE } },
    -1,
    FALSE,
    3,
    HTAP_PAGE_LIST,
    "3 instances, 1 needs attention · Updated 14:02:31",
    NULL },
  { "attention-many",
    2,
    { { NOW, "abnormal createfail normal", FALSE, FALSE }, { NOW, "hibernating", FALSE, FALSE } },
    -1,
    FALSE,
    4,
    HTAP_PAGE_LIST,
    "4 instances, 3 need attention · Updated 14:02:31",
    NULL },
  { "same-minute",
    2,
    { { NOW, "normal", FALSE, FALSE }, { MINUTE, "normal", FALSE, FALSE } },
    -1,
    FALSE,
    2,
    HTAP_PAGE_LIST,
    "2 instances · Updated 14:02:00",
    NULL },
  { "mixed-ages",
    2,
    { { NOW, "normal", FALSE, FALSE }, { EARLIER, "normal", FALSE, FALSE } },
    -1,
    FALSE,
    2,
    HTAP_PAGE_LIST,
    "2 instances · Updated 13:40–14:02",
    NULL },
  { "yesterday",
    1,
    { { YESTERDAY, "normal", FALSE, FALSE } },
    -1,
    FALSE,
    1,
    HTAP_PAGE_LIST,
    "1 instance · Updated 2024-03-21 23:59",
    NULL },
  { "one-stale",
    1,
    { { EARLIER, "normal", TRUE, FALSE } },
    -1,
    FALSE,
    1,
    HTAP_PAGE_LIST,
    "1 instance · Updated 13:40:05",
    SENTENCE },
  { "partial",
    3,
    { { NOW, "normal", FALSE, FALSE }, { EARLIER, "normal", TRUE, FALSE }, { .has_failed = TRUE } },
    -1,
    FALSE,
    2,
    HTAP_PAGE_LIST,
    "2 instances · Updated 13:40–14:02",
    "2 of 3 TaurusDB instances could not be read; their rows are from 13:40." },
  { "partial-one",
    2,
    { { NOW, "normal", FALSE, FALSE }, { EARLIER, "normal", TRUE, FALSE } },
    -1,
    FALSE,
    2,
    HTAP_PAGE_LIST,
    "2 instances · Updated 13:40–14:02",
    "1 of 2 TaurusDB instances could not be read; its rows are from 13:40." },
  { "partial-without-rows",
    2,
    { { NOW, "normal", FALSE, FALSE }, { .has_failed = TRUE } },
    -1,
    FALSE,
    1,
    HTAP_PAGE_LIST,
    "1 instance · Updated 14:02:31",
    "1 of 2 TaurusDB instances could not be read." },
  { "only-the-good-one",
    2,
    { { NOW, "normal", FALSE, FALSE }, { .has_failed = TRUE } },
    0,
    FALSE,
    1,
    HTAP_PAGE_LIST,
    "1 instance · Updated 14:02:31",
    NULL },
  { "only-the-bad-one",
    2,
    { { NOW, "normal", FALSE, FALSE }, { .has_failed = TRUE } },
    1,
    FALSE,
    0,
    HTAP_PAGE_ERROR,
    "",
    NULL },
  { "found",
    1,
    { { NOW, "normal normal", FALSE, FALSE } },
    -1,
    TRUE,
    1,
    HTAP_PAGE_LIST,
    "2 instances · Updated 14:02:31",
    NULL },
  { "nothing-found",
    1,
    { { NOW, "normal", FALSE, FALSE } },
    -1,
    TRUE,
    0,
    HTAP_PAGE_NOTHING_FOUND,
    "1 instance · Updated 14:02:31",
    NULL },
  { "nothing-to-search",
    1,
    { { NOW, "", FALSE, FALSE } },
    -1,
    TRUE,
    0,
    HTAP_PAGE_EMPTY,
    "0 instances · Updated 14:02:31",
    NULL },
};

static HtapInventory *
new_inventory (const Case *test)
{
  static const char *const ids[] = { "", "cn-north-4:ain07", "cn-north-4:ain07;cn-north-4:bin07",
                                     "cn-north-4:ain07;cn-north-4:bin07;cn-north-4:cin07" };
  HtapInventory *inventory = htap_inventory_new ("en-us");

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS, ids[test->n_sources]);
  for (guint i = 0; i < test->n_sources; i++)
    {
      const SourceCase *given = &test->sources[i];
      HtapSource *source = htap_window_test_get_source (inventory, i);

      if (given->as_of != 0)
        htap_window_test_answer (inventory, source, given->as_of, given->statuses);
      if (given->has_failed)
        htap_window_test_fail (source, HTAP_ERROR_TIMEOUT);
      if (given->is_loading)
        htap_source_begin (source);
    }

  return inventory;
}

static GPtrArray *
new_scope (HtapSource *only)
{
  GPtrArray *scope = only != NULL ? g_ptr_array_new () : NULL;

  if (only != NULL)
    g_ptr_array_add (scope, only);

  return scope;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (HtapInventory) inventory = new_inventory (test);
  HtapSource *only =
      test->only >= 0 ? htap_window_test_get_source (inventory, (guint) test->only) : NULL;
  g_autoptr (GPtrArray) scope = new_scope (only);
  HtapViewState state;
  g_autofree char *subtitle = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *sentence = NULL;

  htap_view_state_compute (&state, inventory, scope, test->searching, test->n_shown);
  subtitle = htap_view_state_dup_subtitle (&state, NOW);
  notice = htap_view_state_dup_notice (&state, NOW);

  g_assert_cmpint (state.page, ==, test->page);
  g_assert_cmpstr (subtitle, ==, test->subtitle);
  if (g_strcmp0 (test->notice, SENTENCE) != 0)
    {
      g_assert_cmpstr (notice, ==, test->notice);
      return;
    }

  sentence = htap_error_text_dup_sentence (htap_source_get_error (state.failed), state.failed);
  g_assert_true (g_str_has_prefix (notice, sentence));
  g_assert_true (g_str_has_suffix (notice, " Showing data from 13:40."));
}

/* Before anything is found there is no TaurusDB instance, which does not mean that there is none.
 */
static void
test_projects (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  HtapDiscovery *discovery = htap_window_test_discover (inventory, "PROD", "cn-north-4:p");
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_FORBIDDEN, "403");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *sentence = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *many = NULL;
  HtapViewState state;

  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_NOT_READ);
  htap_discovery_begin (discovery);
  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_LOADING);

  htap_discovery_fail (discovery, error);
  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_ERROR);
  g_assert_cmpuint (state.n_unlisted, ==, 1);
  g_assert_true (state.one_cause);
  g_assert_true (state.failed == htap_discovery_get_stand_in (discovery));

  /* Others are there: it is said above them. */
  htap_window_test_set_profile (inventory, "TEST", "cn-north-4:q",
                                "cn-north-4:ain07;cn-north-4:bin07");
  htap_window_test_answer (inventory, htap_window_test_get_source (inventory, 0), NOW, "normal");
  htap_view_state_compute (&state, inventory, NULL, FALSE, 1);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_LIST);
  notice = htap_view_state_dup_notice (&state, NOW);
  sentence = htap_error_text_dup_sentence (error, htap_discovery_get_stand_in (discovery));
  g_assert_nonnull (strstr (sentence, "gaussdb:instance:list"));
  g_assert_cmpstr (notice, ==, sentence);
  htap_window_test_fail (htap_window_test_get_source (inventory, 1), HTAP_ERROR_TIMEOUT);
  htap_view_state_compute (&state, inventory, NULL, FALSE, 1);
  many = htap_view_state_dup_notice (&state, NOW);
  g_assert_cmpstr (many, ==,
                   "1 of 2 TaurusDB instances could not be read. The TaurusDB instances of 1 "
                   "project could not be listed.");

  htap_discovery_succeed (discovery, NOW, none, TRUE);
  htap_view_state_compute (&state, inventory, NULL, FALSE, 1);
  g_assert_cmpuint (state.n_unlisted, ==, 0);
}

/* During a long sweep, how far it is stands where its age stood. */
static void
test_progress (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autofree char *nothing_known = NULL;
  g_autofree char *known = NULL;
  g_autofree char *waiting = NULL;
  HtapViewState state;

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS, "cn-north-4:ain07");
  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_null (htap_view_state_dup_waiting (&state));
  state.long_sweep = TRUE;
  state.n_answered = 37;
  state.n_asked = 120;
  nothing_known = htap_view_state_dup_subtitle (&state, NOW);
  g_assert_cmpstr (nothing_known, ==, "37 of 120 read");
  state.held_until = NOW;
  waiting = htap_view_state_dup_waiting (&state);
  g_assert_true (g_str_has_prefix (waiting, "Huawei Cloud is limiting requests. Continuing at "));
  g_assert_true (g_str_has_suffix (waiting, ", 37 of 120 read."));

  htap_window_test_answer (inventory, htap_window_test_get_source (inventory, 0), NOW, "normal");
  htap_view_state_compute (&state, inventory, NULL, FALSE, 1);
  state.long_sweep = TRUE;
  state.n_answered = 120;
  state.n_asked = 120;
  known = htap_view_state_dup_subtitle (&state, NOW);
  g_assert_cmpstr (known, ==, "1 instance · 120 of 120 read");
}

static void
test_no_source (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  HtapViewState state;

  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_FIRST_RUN);

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS, "");
  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_NO_TAURUS);
  g_assert_null (htap_view_state_dup_notice (&state, NOW));
}

/* Whoever disabled all of them knows that there are some. */
static void
test_all_disabled (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapProfile) disabled = NULL;
  HtapViewState state;

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS, "cn-north-4:ain07");
  profile = g_list_model_get_item (htap_inventory_get_profiles (inventory), 0);
  disabled = htap_profile_copy (profile);
  htap_profile_set_enabled (disabled, FALSE);
  htap_inventory_add_transient_profile (inventory, disabled, NULL);
  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_DISABLED);
}

static void
test_maximum (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (GPtrArray) scope = NULL;
  HtapSource *source;
  HtapViewState state;

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS,
                                "cn-north-4:ain07;cn-north-4:bin07");
  source = htap_window_test_get_source (inventory, 0);
  scope = new_scope (source);

  htap_view_state_compute (&state, inventory, scope, FALSE, 0);
  g_assert_cmpint (state.maximum, ==, -1);
  htap_window_test_answer (inventory, source, NOW, "");
  htap_view_state_compute (&state, inventory, scope, FALSE, 0);
  g_assert_cmpint (state.maximum, ==, 10);
  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.maximum, ==, -1);
}

/* Two profiles look at one database: each has all of it, and together they have it once. */
static void
test_shared (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  HtapViewState state;

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS, "cn-north-4:ain07");
  htap_window_test_set_profile (inventory, "AUDIT", PROFILE_PROJECTS, "cn-north-4:ain07");
  for (guint i = 0; i < 2; i++)
    {
      HtapSource *source = htap_window_test_get_source (inventory, i);
      g_autoptr (GPtrArray) scope = new_scope (source);

      htap_window_test_answer (inventory, source, NOW, "normal abnormal");
      htap_view_state_compute (&state, inventory, scope, FALSE, 2);
      g_assert_cmpuint (state.n_instances, ==, 2);
    }

  htap_view_state_compute (&state, inventory, NULL, FALSE, 2);
  g_assert_cmpuint (state.n_instances, ==, 2);
  g_assert_cmpuint (state.n_attention, ==, 1);
}

/* What is no longer listed is in the list, and counts nowhere. */
static void
test_gone (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (GPtrArray) scope = NULL;
  HtapViewState state;

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS, "cn-north-4:ain07");
  scope = new_scope (htap_window_test_get_source (inventory, 0));
  htap_window_test_answer (inventory, scope->pdata[0], NOW, "normal abnormal");
  htap_view_state_compute (&state, inventory, NULL, FALSE, 2);
  g_assert_cmpuint (state.n_attention, ==, 1);
  for (guint i = 2; i-- > 0;)
    {
      htap_window_test_answer_again (inventory, scope->pdata[0], NOW, i == 1 ? "normal" : "");
      htap_view_state_compute (&state, inventory, scope, FALSE, 2);
      g_assert_cmpuint (state.n_instances, ==, i);
      g_assert_cmpuint (state.n_gone, ==, 2 - i);
      g_assert_cmpuint (state.n_attention, ==, 0);
      htap_view_state_compute (&state, inventory, NULL, FALSE, 2);
      g_assert_cmpuint (state.n_instances, ==, i);
      g_assert_cmpuint (state.n_gone, ==, 2 - i);
      g_assert_cmpuint (state.n_attention, ==, 0);
      g_assert_cmpint (state.page, ==, HTAP_PAGE_LIST);
    }
}

/* Stopped before anything came: as if it had not begun. */
static void
test_stopped (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  HtapSource *source;
  HtapViewState state;

  htap_window_test_set_profile (inventory, "PROD", PROFILE_PROJECTS, "cn-north-4:ain07");
  source = htap_window_test_get_source (inventory, 0);
  htap_source_begin (source);
  htap_source_abandon (source);

  htap_view_state_compute (&state, inventory, NULL, FALSE, 0);
  g_assert_cmpint (state.page, ==, HTAP_PAGE_NOT_READ);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view-state/no-source", test_no_source);
  g_test_add_func ("/view-state/all-disabled", test_all_disabled);
  g_test_add_func ("/view-state/maximum", test_maximum);
  g_test_add_func ("/view-state/shared", test_shared);
  g_test_add_func ("/view-state/gone", test_gone);
  g_test_add_func ("/view-state/projects", test_projects);
  g_test_add_func ("/view-state/progress", test_progress);
  g_test_add_func ("/view-state/stopped", test_stopped);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/view-state/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
