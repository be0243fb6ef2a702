/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static gboolean
is_announced (gpointer data)
{
  return g_str_has_prefix (htap_toaster_get_last (data), "20 instances, 7 need attention");
}

static void
test_refresh (HtapWindowFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "");

  htap_window_fixture_activate (fixture, "refresh", NULL);
  htap_test_wait_until (is_announced, fixture->window->toaster, "the announcement of a refresh");

  /* Each of them. */
  htap_toaster_announce (fixture->window->toaster, "something else");
  htap_window_fixture_activate (fixture, "refresh", NULL);
  htap_test_wait_until (is_announced, fixture->window->toaster, "the second announcement");
}

static gboolean
is_change_announced (gpointer data)
{
  return strstr (htap_toaster_get_last (data), " new change") != NULL;
}

/* What is new is counted from refresh to refresh. */
static void
test_changes (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) instance = NULL;
  g_autoptr (HtapRecord) other = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  instance = htap_window_fixture_dup_shown (fixture, 0);
  other = htap_record_new ();
  htap_record_set_text (other, HTAP_TEXT_ID, htap_instance_get_id (instance));
  htap_instance_set_record (instance, other);

  htap_window_fixture_activate (fixture, "refresh", NULL);
  htap_test_wait_until (is_change_announced, fixture->window->toaster, "the news");
  htap_window_fixture_wait_idle (fixture);
  htap_toaster_announce (fixture->window->toaster, "something else");
  htap_window_fixture_activate (fixture, "refresh", NULL);
  htap_test_wait_until (is_announced, fixture->window->toaster, "no news");
  g_assert_false (is_change_announced (fixture->window->toaster));
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

/* Every half a minute would be too much to listen to. */
static void
test_quiet (HtapWindowFixture *fixture, gconstpointer data)
{
  htap_inventory_refresh_quietly (fixture->demo->inventory, NULL);
  htap_test_wait_until (is_idle, fixture->demo->inventory, "the end of a quiet refresh");
  htap_widget_test_settle ();
  g_assert_cmpuint (fixture->window->announce_idle, ==, 0);
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "");
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-announce/refresh", test_refresh },
    { "/window-announce/changes", test_changes },
    { "/window-announce/quiet", test_quiet },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
