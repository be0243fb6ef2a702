/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-schedule.h"

#include "htap-demo-cloud.h"
#include "htap-schedule-private.h"
#include "htap-test.h"

#define SECOND  G_TIME_SPAN_SECOND
#define MINUTES (60 * SECOND)

/* A clock that stands still until the test advances it, and a cloud that really answers. */
typedef struct
{
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  HtapClock *clock;
  HtapSchedule *schedule;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;

  fixture->cloud = htap_demo_cloud_new ();
  if (data != NULL)
    htap_demo_cloud_set_fleet (fixture->cloud, 12, 1);
  fixture->inventory = htap_inventory_new ("en-us");
  htap_demo_cloud_start (fixture->cloud, 0, &error);
  g_assert_no_error (error);
  profile = htap_demo_cloud_dup_profile_by_hand (fixture->cloud);
  htap_inventory_add_demo_profile (fixture->inventory, profile,
                                   htap_demo_cloud_get_token (fixture->cloud));
  fixture->clock = htap_clock_new_manual (1000 * MINUTES);
  fixture->schedule = htap_schedule_new_with_clock (fixture->inventory, fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->schedule);
  g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, -1);
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->inventory);
  htap_demo_cloud_stop (fixture->cloud);
  g_assert_finalize_object (fixture->cloud);
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

static void
wait_idle (Fixture *fixture)
{
  htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");
}

static guint
get_n_sources (Fixture *fixture)
{
  return g_list_model_get_n_items (htap_inventory_get_sources (fixture->inventory));
}

static void
assert_next (Fixture *fixture, gint64 wait)
{
  g_assert_cmpint (htap_clock_get_next (fixture->clock), ==, wait);
}

/* How many are asked now; 0 if none. */
static guint
get_n_asked (Fixture *fixture)
{
  HtapRefresh *refresh = htap_inventory_get_refresh (fixture->inventory);

  return refresh != NULL ? htap_refresh_get_total (refresh) : 0;
}

static void
refresh_first (Fixture *fixture)
{
  HtapSource *first = g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), 0);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sources, first);
  htap_inventory_refresh (fixture->inventory, sources);
  wait_idle (fixture);
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  assert_next (fixture, -1);
  htap_inventory_refresh (fixture->inventory, NULL);
  wait_idle (fixture);
  assert_next (fixture, -1);

  htap_schedule_set_interval (fixture->schedule, 60);
  assert_next (fixture, 60 * SECOND);
  htap_schedule_set_interval (fixture->schedule, 0);
  assert_next (fixture, -1);
}

static void
test_asks_again_and_again (Fixture *fixture, gconstpointer data)
{
  htap_schedule_set_interval (fixture->schedule, 30);
  for (guint i = 0; i < 3; i++)
    {
      assert_next (fixture, 30 * SECOND);
      htap_clock_advance (fixture->clock, 29 * SECOND);
      g_assert_cmpuint (get_n_asked (fixture), ==, 0);
      htap_clock_advance (fixture->clock, SECOND);
      g_assert_cmpuint (get_n_asked (fixture), ==, get_n_sources (fixture));
      g_assert_true (htap_refresh_is_quiet (htap_inventory_get_refresh (fixture->inventory)));
      /* Never two at once. */
      assert_next (fixture, -1);
      wait_idle (fixture);
    }
}

/* What a person asked for need not be asked again so soon; one TaurusDB instance is not all. */
static void
test_counts_what_a_person_asks (Fixture *fixture, gconstpointer data)
{
  htap_schedule_set_interval (fixture->schedule, 60);
  htap_clock_advance (fixture->clock, 50 * SECOND);
  htap_inventory_refresh (fixture->inventory, NULL);
  g_assert_false (htap_refresh_is_quiet (htap_inventory_get_refresh (fixture->inventory)));
  wait_idle (fixture);
  assert_next (fixture, 60 * SECOND);

  htap_clock_advance (fixture->clock, 50 * SECOND);
  refresh_first (fixture);
  assert_next (fixture, 10 * SECOND);
}

static void
test_waits_for_the_end (Fixture *fixture, gconstpointer data)
{
  htap_schedule_set_interval (fixture->schedule, 60);
  htap_inventory_refresh (fixture->inventory, NULL);
  htap_clock_advance (fixture->clock, 10 * MINUTES);
  assert_next (fixture, -1);
  wait_idle (fixture);
  assert_next (fixture, 60 * SECOND);
}

/* The demo has one that is being created, and one that is being resized. */
static void
test_what_moves_is_asked_often (Fixture *fixture, gconstpointer data)
{
  htap_inventory_refresh (fixture->inventory, NULL);
  wait_idle (fixture);
  htap_schedule_set_interval (fixture->schedule, 60);

  for (guint i = 0; i < 5; i++)
    {
      assert_next (fixture, 10 * SECOND);
      htap_clock_advance (fixture->clock, 10 * SECOND);
      g_assert_cmpuint (get_n_asked (fixture), >, 0);
      g_assert_cmpuint (get_n_asked (fixture), <, get_n_sources (fixture));
      wait_idle (fixture);
    }

  /* Which does not put off all the others. */
  htap_clock_advance (fixture->clock, 10 * SECOND);
  g_assert_cmpuint (get_n_asked (fixture), ==, get_n_sources (fixture));
  wait_idle (fixture);
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  htap_schedule_set_interval (fixture->schedule, 60);
  htap_clock_advance (fixture->clock, 20 * SECOND);
  htap_schedule_set_paused (fixture->schedule, TRUE);
  assert_next (fixture, -1);

  /* Back before it was due, and after. */
  htap_schedule_set_paused (fixture->schedule, FALSE);
  assert_next (fixture, 40 * SECOND);
  htap_schedule_set_paused (fixture->schedule, TRUE);
  htap_clock_advance (fixture->clock, 10 * MINUTES);
  g_assert_cmpuint (get_n_asked (fixture), ==, 0);
  htap_schedule_set_paused (fixture->schedule, FALSE);
  assert_next (fixture, 0);
  htap_clock_advance (fixture->clock, 0);
  g_assert_cmpuint (get_n_asked (fixture), ==, get_n_sources (fixture));
  wait_idle (fixture);
}

static void
test_nothing_to_ask (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (HtapClock) clock = htap_clock_new_manual (1);
  g_autoptr (HtapSchedule) schedule = htap_schedule_new_with_clock (inventory, clock);
  g_autoptr (HtapProfile) profile = htap_profile_new ("a");

  htap_schedule_set_interval (schedule, 60);
  g_assert_cmpint (htap_clock_get_next (clock), ==, -1);

  /* One that looks at nothing yet may do so by the next time. */
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_inventory_add_transient_profile (inventory, profile, NULL);
  htap_clock_advance (clock, 60 * SECOND);
  g_assert_cmpint (htap_clock_get_next (clock), ==, 60 * SECOND);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    gboolean quiet; /* nothing changes in the cloud */
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/schedule/off", TRUE, test_off },
    { "/schedule/asks-again-and-again", TRUE, test_asks_again_and_again },
    { "/schedule/counts-what-a-person-asks", TRUE, test_counts_what_a_person_asks },
    { "/schedule/waits-for-the-end", TRUE, test_waits_for_the_end },
    { "/schedule/what-moves-is-asked-often", FALSE, test_what_moves_is_asked_often },
    { "/schedule/pause", TRUE, test_pause },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].quiet ? "fleet" : NULL, set_up, tests[i].run,
                tear_down);
  g_test_add_func ("/schedule/nothing-to-ask", test_nothing_to_ask);

  return g_test_run ();
}
