/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-discovery.h"

#include "htap-error.h"

typedef struct
{
  HtapDiscovery *discovery;
  GString *notified;
} Fixture;

static void
on_notify (GObject *object, GParamSpec *pspec, GString *notified)
{
  g_string_append_printf (notified, "%s;", pspec->name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("1");

  fixture->discovery = htap_discovery_new (profile, "cn-north-4", "");
  fixture->notified = g_string_new (NULL);
  g_signal_connect (fixture->discovery, "notify::n-taurus", G_CALLBACK (on_notify),
                    fixture->notified);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->discovery);
  g_string_free (fixture->notified, TRUE);
}

static void
list (Fixture *fixture, const char *ids, gboolean complete)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) taurus =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      HtapTaurus *one = htap_taurus_new ();

      htap_taurus_set_text (one, HTAP_TAURUS_TEXT_ID, words[i]);
      htap_taurus_set_text (one, HTAP_TAURUS_TEXT_NAME, words[i]);
      g_ptr_array_add (taurus, one);
    }

  htap_discovery_begin (fixture->discovery);
  htap_discovery_succeed (fixture->discovery, 1000, taurus, complete);
}

static void
assert_ids (GPtrArray *taurus, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < taurus->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", htap_taurus_get_id (taurus->pdata[i]));

  g_assert_cmpstr (ids->str, ==, expected);
}

static void
assert_known (Fixture *fixture, const char *present, const char *gone)
{
  assert_ids (htap_discovery_get_taurus (fixture->discovery), present);
  assert_ids (htap_discovery_get_gone (fixture->discovery), gone);
}

static void
test_gone_and_back (Fixture *fixture, gconstpointer data)
{
  list (fixture, "a b c", TRUE);
  assert_known (fixture, "a b c", "");
  list (fixture, "c d", TRUE);
  assert_known (fixture, "c d", "a b");
  g_assert_true (htap_discovery_is_gone (fixture->discovery, "a"));
  g_assert_false (htap_discovery_is_gone (fixture->discovery, "c"));
  g_assert_false (htap_discovery_is_gone (fixture->discovery, "never seen"));
  g_assert_cmpstr (htap_taurus_get_name (htap_discovery_find (fixture->discovery, "a")), ==, "a");

  list (fixture, "a c d", TRUE);
  assert_known (fixture, "a c d", "b");
  list (fixture, "", TRUE);
  assert_known (fixture, "", "a c d b");
  g_assert_cmpint (htap_discovery_get_state (fixture->discovery), ==, HTAP_SOURCE_FRESH);
  g_assert_cmpstr (fixture->notified->str, ==,
                   "n-taurus;n-taurus;n-taurus;n-taurus;n-taurus;n-taurus;n-taurus;n-taurus;");
}

/* Pages that moved while they were read. */
static void
test_incomplete_list_loses_nobody (Fixture *fixture, gconstpointer data)
{
  list (fixture, "a b c", TRUE);
  list (fixture, "c d", FALSE);
  assert_known (fixture, "c d a b", "");
  g_assert_false (htap_discovery_is_complete (fixture->discovery));

  list (fixture, "d", TRUE);
  assert_known (fixture, "d", "c a b");
  list (fixture, "e", FALSE);
  assert_known (fixture, "e d", "c a b");
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  HtapDiscovery *discovery = fixture->discovery;
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_FORBIDDEN, "403");

  g_assert_cmpint (htap_discovery_get_state (discovery), ==, HTAP_SOURCE_NEVER);
  htap_discovery_begin (discovery);
  g_assert_cmpint (htap_discovery_get_state (discovery), ==, HTAP_SOURCE_LOADING);
  htap_discovery_abandon (discovery);
  g_assert_cmpint (htap_discovery_get_state (discovery), ==, HTAP_SOURCE_NEVER);

  htap_discovery_begin (discovery);
  htap_discovery_fail (discovery, error);
  g_assert_cmpint (htap_discovery_get_state (discovery), ==, HTAP_SOURCE_FAILED);
  g_assert_error (htap_discovery_get_error (discovery), HTAP_ERROR, HTAP_ERROR_FORBIDDEN);
  g_assert_cmpint (htap_discovery_get_as_of (discovery), ==, 0);

  list (fixture, "a", TRUE);
  g_assert_cmpint (htap_discovery_get_state (discovery), ==, HTAP_SOURCE_FRESH);
  g_assert_no_error (htap_discovery_get_error (discovery));

  htap_discovery_begin (discovery);
  g_assert_true (htap_discovery_is_loading (discovery));
  htap_discovery_fail (discovery, error);
  g_assert_cmpint (htap_discovery_get_state (discovery), ==, HTAP_SOURCE_STALE);
  g_assert_cmpint (htap_discovery_get_as_of (discovery), ==, 1000);
  assert_known (fixture, "a", "");
}

/* It is spoken of as any source that fails. */
static void
test_stand_in (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_discovery_get_stand_in (fixture->discovery);
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_FORBIDDEN, "403");
  g_autoptr (HtapProfile) edited = htap_profile_new ("1");

  g_assert_cmpstr (htap_source_get_region (source), ==, "cn-north-4");
  g_assert_null (htap_source_get_taurus_id (source));
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_NEVER);

  htap_discovery_begin (fixture->discovery);
  g_assert_true (htap_source_is_loading (source));
  htap_discovery_fail (fixture->discovery, error);
  g_assert_false (htap_source_is_loading (source));
  g_assert_error (htap_source_get_error (source), HTAP_ERROR, HTAP_ERROR_FORBIDDEN);

  list (fixture, "a", TRUE);
  g_assert_no_error (htap_source_get_error (source));
  g_assert_cmpint (htap_source_get_as_of (source), ==, 1000);
  htap_discovery_begin (fixture->discovery);
  htap_discovery_abandon (fixture->discovery);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_FRESH);

  htap_discovery_set_profile (fixture->discovery, edited);
  g_assert_true (htap_source_get_profile (source) == edited);
}

static void
test_enterprise_projects (Fixture *fixture, gconstpointer data)
{
  HtapDiscovery *discovery = fixture->discovery;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_SERVER, "500");

  g_assert_null (htap_discovery_get_enterprise_projects (discovery));
  htap_discovery_set_enterprise_projects (discovery, names, NULL);
  g_assert_true (htap_discovery_get_enterprise_projects (discovery) == names);

  /* A failure is remembered, and costs no name. */
  htap_discovery_set_enterprise_projects (discovery, NULL, error);
  g_assert_true (htap_discovery_get_enterprise_projects (discovery) == names);
  g_assert_error (htap_discovery_get_enterprise_projects_error (discovery), HTAP_ERROR,
                  HTAP_ERROR_SERVER);
  htap_discovery_set_enterprise_projects (discovery, names, NULL);
  g_assert_no_error (htap_discovery_get_enterprise_projects_error (discovery));
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) edited =
      htap_profile_copy (htap_discovery_get_profile (fixture->discovery));
  int state;
  gboolean loading;
  gint64 as_of;
  guint n_taurus;

  g_assert_cmpstr (htap_discovery_get_region (fixture->discovery), ==, "cn-north-4");
  g_assert_cmpstr (htap_discovery_get_project_id (fixture->discovery), ==, "");
  htap_discovery_set_profile (fixture->discovery, edited);
  g_assert_true (htap_discovery_get_profile (fixture->discovery) == edited);

  list (fixture, "a b", TRUE);
  g_object_get (fixture->discovery, "state", &state, "loading", &loading, "as-of", &as_of,
                "n-taurus", &n_taurus, NULL);
  g_assert_cmpint (state, ==, HTAP_SOURCE_FRESH);
  g_assert_false (loading);
  g_assert_cmpint (as_of, ==, 1000);
  g_assert_cmpuint (n_taurus, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/discovery/gone-and-back", Fixture, NULL, set_up, test_gone_and_back, tear_down);
  g_test_add ("/discovery/incomplete-list", Fixture, NULL, set_up,
              test_incomplete_list_loses_nobody, tear_down);
  g_test_add ("/discovery/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/discovery/stand-in", Fixture, NULL, set_up, test_stand_in, tear_down);
  g_test_add ("/discovery/enterprise-projects", Fixture, NULL, set_up, test_enterprise_projects,
              tear_down);
  g_test_add ("/discovery/identity", Fixture, NULL, set_up, test_identity, tear_down);

  return g_test_run ();
}
