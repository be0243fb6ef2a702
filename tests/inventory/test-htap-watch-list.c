/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-watch-list.h"

#include "htap-instance-list.h"
#include "htap-test.h"
#include "htap-watch-list-private.h"

#define SECOND G_TIME_SPAN_SECOND

/* Answers are made by hand, and time passes when the test says so. What the list asks for by itself
 * fails, for the profile has no credentials. */
typedef struct
{
  HtapInventory *inventory;
  HtapClock *clock;
  HtapWatchList *watches;
  HtapInstance *instance;
  guint n_changed;
  GString *ended; /* "htap-0:0 " for each */
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
on_ended (Fixture *fixture, HtapInstance *instance, int end)
{
  g_assert_false (htap_watch_list_contains (fixture->watches, instance));
  g_string_append_printf (fixture->ended, "%s:%d ", htap_instance_get_name (instance), end);
}

static HtapSource *
get_source (Fixture *fixture)
{
  g_autoptr (HtapSource) source =
      g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), 0);

  return source;
}

/* @status: (nullable): %NULL: it is no longer listed */
static void
answer (Fixture *fixture, const char *status)
{
  HtapInstanceList *list = HTAP_INSTANCE_LIST (htap_inventory_get_instances (fixture->inventory));
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_record_unref);
  HtapListing listing = { get_source (fixture), records };
  HtapFieldSet changed;

  if (status != NULL)
    {
      HtapRecord *record = htap_record_new ();

      htap_record_set_text (record, HTAP_TEXT_ID, "0in17");
      htap_record_set_text (record, HTAP_TEXT_NAME, "htap-0");
      htap_record_set_text (record, HTAP_TEXT_STATUS, status);
      g_ptr_array_add (records, record);
    }

  changed = htap_instance_list_merge (list, &listing, 1);
  htap_source_succeed (listing.source, 1, records->len, 10, records->len, NULL);
  g_signal_emit_by_name (fixture->inventory, "merged", changed);
}

static void
set_profile (Fixture *fixture, gboolean enabled)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("test");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_parse ("cn-north-4:p"));
  g_ptr_array_add (ids, htap_regional_id_parse ("cn-north-4:ain07"));
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, ids);
  htap_profile_set_enabled (profile, enabled);
  htap_inventory_add_transient_profile (fixture->inventory, profile, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  set_profile (fixture, TRUE);
  answer (fixture, data);
  fixture->instance = g_list_model_get_item (htap_inventory_get_instances (fixture->inventory), 0);
  fixture->clock = htap_clock_new_manual (1000 * SECOND);
  fixture->watches = htap_watch_list_new_with_clock (fixture->inventory, fixture->clock);
  fixture->ended = g_string_new (NULL);
  g_signal_connect_swapped (fixture->watches, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect_swapped (fixture->watches, "ended", G_CALLBACK (on_ended), fixture);
  htap_watch_list_add (fixture->watches, fixture->instance);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->watches);
  g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, -1);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->instance);
  g_assert_finalize_object (fixture->inventory);
  g_string_free (fixture->ended, TRUE);
}

static void
assert_watched (Fixture *fixture)
{
  g_assert_true (htap_watch_list_contains (fixture->watches, fixture->instance));
  g_assert_cmpstr (fixture->ended->str, ==, "");
}

/* Said once, and then there is nothing to wake up for. */
static void
assert_ended (Fixture *fixture, const char *ended)
{
  g_assert_cmpuint (htap_watch_list_get_size (fixture->watches), ==, 0);
  g_assert_cmpstr (fixture->ended->str, ==, ended);
  g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, -1);
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

static void
test_asks_every_ten_seconds (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, 10 * SECOND);
      g_assert_null (htap_inventory_get_refresh (fixture->inventory));
      htap_clock_advance (fixture->clock, 10 * SECOND);
      g_assert_nonnull (htap_inventory_get_refresh (fixture->inventory));
      g_assert_true (htap_refresh_is_quiet (htap_inventory_get_refresh (fixture->inventory)));
      htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");
      /* That failed, and says nothing of the instance. */
      assert_watched (fixture);
    }
}

static void
test_does_not_disturb (Fixture *fixture, gconstpointer data)
{
  HtapRefresh *refresh = htap_inventory_refresh (fixture->inventory, NULL);

  htap_clock_advance (fixture->clock, 10 * SECOND);
  g_assert_true (htap_inventory_get_refresh (fixture->inventory) == refresh);
  g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, 10 * SECOND);
  htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");
}

static void
test_available (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "creating");
  assert_watched (fixture);
  answer (fixture, "normal");
  assert_ended (fixture, "htap-0:0 ");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  answer (fixture, "creating");
  answer (fixture, "normal");
  g_assert_cmpstr (fixture->ended->str, ==, "htap-0:0 ");
}

static void
test_goes_wrong (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "createfail");
  assert_ended (fixture, "htap-0:0 ");
  g_assert_false (htap_watch_list_accepts (fixture->instance));
}

/* Somebody waits for the end of a trouble that was there before. */
static void
test_was_wrong (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "abnormal");
  assert_watched (fixture);
  answer (fixture, "strange");
  assert_watched (fixture);
  answer (fixture, "abnormal");
  assert_ended (fixture, "htap-0:0 ");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  answer (fixture, NULL);
  htap_clock_advance (fixture->clock, 10 * SECOND);
  assert_ended (fixture, "htap-0:1 ");
}

static void
test_gives_up (Fixture *fixture, gconstpointer data)
{
  htap_clock_advance (fixture->clock, 59 * 60 * SECOND);
  assert_watched (fixture);
  htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");
  htap_clock_advance (fixture->clock, 60 * SECOND);
  assert_ended (fixture, "htap-0:2 ");
}

/* Who takes it away knows. */
static void
test_profile_goes (Fixture *fixture, gconstpointer data)
{
  set_profile (fixture, FALSE);
  htap_clock_advance (fixture->clock, 10 * SECOND);
  assert_ended (fixture, "");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  htap_watch_list_add (fixture->watches, fixture->instance);
  g_assert_cmpuint (htap_watch_list_get_size (fixture->watches), ==, 1);
  htap_watch_list_remove (fixture->watches, fixture->instance);
  assert_ended (fixture, "");
  htap_watch_list_remove (fixture->watches, fixture->instance);
  htap_watch_list_add (fixture->watches, fixture->instance);
  htap_watch_list_clear (fixture->watches);
  htap_watch_list_clear (fixture->watches);
  assert_ended (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 4);
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  g_assert_false (htap_watch_list_accepts (fixture->instance));
  assert_ended (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    const char *status;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/watch-list/asks-every-ten-seconds", "creating", test_asks_every_ten_seconds },
    { "/watch-list/does-not-disturb", "creating", test_does_not_disturb },
    { "/watch-list/available", "creating", test_available },
    { "/watch-list/goes-wrong", "creating", test_goes_wrong },
    { "/watch-list/was-wrong", "abnormal", test_was_wrong },
    { "/watch-list/gone", "creating", test_gone },
    { "/watch-list/gives-up", "creating", test_gives_up },
    { "/watch-list/profile-goes", "creating", test_profile_goes },
    { "/watch-list/remove", "creating", test_remove },
    { "/watch-list/refuses/available", "normal", test_refuses },
    { "/watch-list/refuses/creation-failed", "createfail", test_refuses },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].status, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
