/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-news.h"

#include "htap-changes.h"
#include "htap-fleet-fixture.h"
#include "htap-test.h"

/* What a cloud changes, as somebody hears of it who does not look: over real HTTP. */

typedef struct
{
  HtapFleetFixture fleet;
  HtapStatusNews *news;
  char *ids[2]; /* of two instances, of one TaurusDB instance each */
  char *slow;   /* the id of the second one's */
  guint n_changed;
} Fixture;

static void
on_news_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

/* The first instance, and the first of another TaurusDB instance. */
static void
choose (Fixture *fixture)
{
  GListModel *instances = htap_inventory_get_instances (fixture->fleet.inventory);
  g_autoptr (HtapInstance) first = g_list_model_get_item (instances, 0);

  fixture->ids[0] = g_strdup (htap_instance_get_id (first));
  for (guint i = 1; fixture->ids[1] == NULL; i++)
    {
      g_autoptr (HtapInstance) other = g_list_model_get_item (instances, i);
      HtapSource *source = htap_instance_get_source (other);

      if (source == htap_instance_get_source (first))
        continue;

      fixture->ids[1] = g_strdup (htap_instance_get_id (other));
      fixture->slow = g_strdup (htap_source_get_taurus_id (source));
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  htap_fleet_fixture_set_up (&fixture->fleet, data);
  htap_fleet_fixture_add_profile (&fixture->fleet,
                                  htap_fleet_fixture_new_profile (&fixture->fleet, "6f1c9a34"));
  htap_fleet_fixture_refresh (&fixture->fleet);
  choose (fixture);
  fixture->news = htap_status_news_new (fixture->fleet.inventory);
  g_signal_connect_swapped (fixture->news, "changed", G_CALLBACK (on_news_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->news);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->ids); i++)
    g_free (fixture->ids[i]);
  g_free (fixture->slow);
  htap_fleet_fixture_tear_down (&fixture->fleet, data);
}

static void
control (Fixture *fixture, const char *method, guint n, const char *body)
{
  g_autofree char *path = g_strconcat ("/demo/instances/", fixture->ids[n], NULL);
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_control (fixture->fleet.probe, method, path, body);

  g_assert_cmpuint (htap_demo_reply_status (reply) / 100, ==, 2);
}

static void
set_status (Fixture *fixture, guint n, const char *status)
{
  g_autofree char *body =
      g_strdup_printf ("{\"instance_state\":{\"instance_status\":\"%s\"}}", status);

  control (fixture, "PUT", n, body);
}

static void
refresh (Fixture *fixture)
{
  htap_fleet_fixture_refresh (&fixture->fleet);
}

/* What the news are now: the last value of each, separated by spaces. */
static void
assert_news (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) news = htap_status_news_dup (fixture->news);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < news->len; i++)
    {
      const HtapChangeFacts *facts = htap_change_get_facts (news->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              facts->kind == HTAP_CHANGE_GONE ? "gone" : facts->new_value);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Two instances, whose answers are merged one after the other; one sweep, one signal at its end.
 * And a sweep that finds nothing is quiet. */
static void
test_one_for_a_sweep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fault = g_strdup_printf ("{\"path\": \"%s\", \"delay\": 900}", fixture->slow);

  htap_demo_probe_fault (fixture->fleet.probe, fault);
  set_status (fixture, 0, "abnormal");
  set_status (fixture, 1, "creating");
  refresh (fixture);
  assert_news (fixture, "abnormal creating");
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  refresh (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* Only what is shown as status is news of it. */
static void
test_other_fields (Fixture *fixture, gconstpointer data)
{
  control (fixture, "PUT", 0, "{\"name\":\"another\"}");
  refresh (fixture);
  assert_news (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* The newest of each; what is again as it was is no news, and that is told. */
static void
test_later_sweeps (Fixture *fixture, gconstpointer data)
{
  set_status (fixture, 0, "abnormal");
  refresh (fixture);
  set_status (fixture, 0, "creating");
  refresh (fixture);
  assert_news (fixture, "creating");
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  set_status (fixture, 0, "normal");
  refresh (fixture);
  assert_news (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  control (fixture, "DELETE", 0, NULL);
  refresh (fixture);
  assert_news (fixture, "gone");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* In the list of changes, or because the window came to the front. */
static void
test_seen (Fixture *fixture, gconstpointer data)
{
  set_status (fixture, 0, "abnormal");
  refresh (fixture);
  htap_inventory_mark_changes_seen (fixture->fleet.inventory, NULL);
  assert_news (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  set_status (fixture, 1, "creating");
  refresh (fixture);
  assert_news (fixture, "creating");
  htap_status_news_clear (fixture->news);
  assert_news (fixture, "");
  g_assert_cmpuint (fixture->n_changed, ==, 4);
  htap_status_news_clear (fixture->news);
  g_assert_cmpuint (fixture->n_changed, ==, 4);
}

/* Somebody who waits for one is told of it alone. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) first =
      g_list_model_get_item (htap_inventory_get_instances (fixture->fleet.inventory), 0);

  set_status (fixture, 0, "abnormal");
  set_status (fixture, 1, "creating");
  refresh (fixture);
  htap_status_news_leave_out (fixture->news, first);
  assert_news (fixture, "creating");
}

/* What was known before anybody wanted to be told is no news. */
static void
test_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapStatusNews) later = NULL;
  g_autoptr (GPtrArray) news = NULL;

  set_status (fixture, 0, "abnormal");
  refresh (fixture);
  later = htap_status_news_new (fixture->fleet.inventory);
  refresh (fixture);
  news = htap_status_news_dup (later);
  g_assert_cmpuint (news->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/status-news/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("one-for-a-sweep", test_one_for_a_sweep);
  ADD ("other-fields", test_other_fields);
  ADD ("later-sweeps", test_later_sweeps);
  ADD ("gone", test_gone);
  ADD ("seen", test_seen);
  ADD ("left-out", test_left_out);
  ADD ("before", test_before);
#undef ADD

  return g_test_run ();
}
