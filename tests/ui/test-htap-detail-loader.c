/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-loader.h"

#include "htap-demo-cloud.h"
#include "htap-test.h"

/* A cloud that takes a while, so that it can be seen what is on its way. */
typedef struct
{
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  HtapDetailLoader *loader;
  guint n_changes;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static gboolean
is_finished (gpointer refresh)
{
  return htap_refresh_is_finished (refresh);
}

static void
refresh (Fixture *fixture, GPtrArray *sources)
{
  g_autoptr (HtapRefresh) refresh =
      g_object_ref (htap_inventory_refresh (fixture->inventory, sources));

  htap_test_wait_until (is_finished, refresh, "the end of a refresh");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;

  fixture->cloud = htap_demo_cloud_new ();
  fixture->inventory = htap_inventory_new ("en-us");
  htap_demo_cloud_start (fixture->cloud, 0, &error);
  g_assert_no_error (error);
  profile = htap_demo_cloud_dup_profile_by_hand (fixture->cloud);
  htap_inventory_add_demo_profile (fixture->inventory, profile,
                                   htap_demo_cloud_get_token (fixture->cloud));
  refresh (fixture, NULL);
  fixture->loader = htap_detail_loader_new (fixture->inventory);
  g_signal_connect_swapped (fixture->loader, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->loader);
  g_object_unref (fixture->inventory);
  htap_demo_cloud_stop (fixture->cloud);
  g_assert_finalize_object (fixture->cloud);
}

static HtapInstance *
get_instance (Fixture *fixture, guint position)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (htap_inventory_get_instances (fixture->inventory), position);

  g_assert_nonnull (instance);

  return instance;
}

static HtapDetailState
get_state (Fixture *fixture)
{
  HtapInstanceDetail *detail = htap_detail_loader_get_detail (fixture->loader);

  return detail != NULL ? htap_instance_detail_get_state (detail, HTAP_DETAIL_PART_DETAIL)
                        : HTAP_DETAIL_STATE_NONE;
}

static gboolean
is_loading (gpointer fixture)
{
  return get_state (fixture) == HTAP_DETAIL_STATE_LOADING;
}

static gboolean
is_settled (gpointer fixture)
{
  return get_state (fixture) == HTAP_DETAIL_STATE_HERE ||
         get_state (fixture) == HTAP_DETAIL_STATE_FAILED;
}

/* Who steps through a list asks for the row they stop at alone. */
static void
test_waits_for_rest (Fixture *fixture, gconstpointer data)
{
  guint n_instances = g_list_model_get_n_items (htap_inventory_get_instances (fixture->inventory));

  for (guint i = 0; i < n_instances; i++)
    {
      htap_detail_loader_set_instance (fixture->loader, get_instance (fixture, i));
      g_assert_null (htap_detail_loader_get_detail (fixture->loader));
      g_assert_true (htap_detail_loader_is_waiting (fixture->loader));
    }
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  htap_test_wait_until (is_settled, fixture, "the last one's detail");
  g_assert_cmpuint (fixture->n_changes, >, 0);
  for (guint i = 0; i < n_instances - 1; i++)
    g_assert_null (htap_inventory_peek_detail (fixture->inventory, get_instance (fixture, i)));

  /* Back at one, there is nothing to wait for. */
  htap_detail_loader_set_instance (fixture->loader, get_instance (fixture, 0));
  htap_detail_loader_set_instance (fixture->loader, get_instance (fixture, n_instances - 1));
  g_assert_true (is_settled (fixture));
}

/* Whoever goes on does not wait for what they left. */
static void
test_cancels (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_delay (fixture->cloud, 60 * 1000);
  htap_detail_loader_set_instance (fixture->loader, get_instance (fixture, 0));
  htap_test_wait_until (is_loading, fixture, "the first request");
  htap_detail_loader_set_instance (fixture->loader, get_instance (fixture, 1));
  g_assert_null (htap_inventory_peek_detail (fixture->inventory, get_instance (fixture, 0)));

  htap_test_wait_until (is_loading, fixture, "the next request");
  htap_detail_loader_set_instance (fixture->loader, NULL);
  g_assert_false (htap_detail_loader_is_waiting (fixture->loader));
  g_assert_null (htap_inventory_peek_detail (fixture->inventory, get_instance (fixture, 1)));
}

/* Two windows show one instance, and one of them goes on: the other still waits. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetailLoader) other = htap_detail_loader_new (fixture->inventory);
  guint n_changes;

  htap_demo_cloud_set_delay (fixture->cloud, 60 * 1000);
  htap_detail_loader_set_instance (fixture->loader, get_instance (fixture, 0));
  htap_test_wait_until (is_loading, fixture, "the first request");
  htap_detail_loader_set_instance (other, get_instance (fixture, 0));
  g_assert_true (htap_detail_loader_get_detail (other) ==
                 htap_detail_loader_get_detail (fixture->loader));

  htap_demo_cloud_set_delay (fixture->cloud, 0);
  n_changes = fixture->n_changes;
  htap_detail_loader_set_instance (other, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, n_changes + 1);
  g_assert_true (htap_detail_loader_is_waiting (fixture->loader));
  htap_test_wait_until (is_settled, fixture, "another try");
}

/* A refresh may have found the instance made of something else. What was known stays meanwhile. */
static void
test_follows_refresh (Fixture *fixture, gconstpointer data)
{
  HtapInstance *instance = get_instance (fixture, 0);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  HtapInstanceDetail *detail;

  htap_detail_loader_set_instance (fixture->loader, instance);
  htap_test_wait_until (is_settled, fixture, "the detail");
  detail = htap_detail_loader_get_detail (fixture->loader);
  g_assert_true (htap_inventory_peek_detail (fixture->inventory, instance) == detail);

  g_ptr_array_add (sources, htap_instance_get_source (instance));
  refresh (fixture, sources);
  g_assert_true (htap_detail_loader_is_waiting (fixture->loader));
  g_assert_true (htap_detail_loader_get_detail (fixture->loader) == detail);
  g_assert_null (htap_inventory_peek_detail (fixture->inventory, instance));
  htap_test_wait_until (is_loading, fixture, "another request");
  htap_test_wait_until (is_settled, fixture, "its answer");
}

static void
test_reload (Fixture *fixture, gconstpointer data)
{
  htap_detail_loader_reload (fixture->loader);
  htap_detail_loader_set_instance (fixture->loader, get_instance (fixture, 0));
  htap_test_wait_until (is_settled, fixture, "the detail");

  htap_detail_loader_reload (fixture->loader);
  g_assert_true (is_loading (fixture));
  htap_test_wait_until (is_settled, fixture, "the detail");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-loader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("waits-for-rest", test_waits_for_rest);
  ADD ("cancels", test_cancels);
  ADD ("two-windows", test_two_windows);
  ADD ("follows-refresh", test_follows_refresh);
  ADD ("reload", test_reload);

  return g_test_run ();
}
