/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-follower.h"

#include "htap-window-test.h"

typedef struct
{
  HtapInventory *inventory;
  HtapInventoryFollower *follower;
  guint n_changes;
} Fixture;

static void
on_follower_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  fixture->follower = htap_inventory_follower_new (fixture->inventory);
  g_signal_connect_swapped (fixture->follower, "changed", G_CALLBACK (on_follower_changed),
                            fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->follower);
  g_object_unref (fixture->inventory);
}

static void
assert_changes (Fixture *fixture, guint n_changes)
{
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
  fixture->n_changes = 0;
}

static void
set_profile (Fixture *fixture, const char *taurus_ids)
{
  htap_window_test_set_profile (fixture->inventory, "Production", "cn-north-4:0d2a", taurus_ids);
}

/* Whatever happens in one turn is told once, and what does not happen is not told. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  assert_changes (fixture, 1);
  assert_changes (fixture, 0);

  set_profile (fixture, "cn-north-4:ain07;cn-north-4:bin07");
  assert_changes (fixture, 1);

  htap_source_begin (htap_window_test_get_source (fixture->inventory, 0));
  htap_source_begin (htap_window_test_get_source (fixture->inventory, 1));
  htap_inventory_follower_queue (fixture->follower);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  assert_changes (fixture, 1);
}

/* A source that stays while others come and go is still followed, as the new ones are. */
static void
test_sources_that_come_and_go (Fixture *fixture, gconstpointer data)
{
  set_profile (fixture, "cn-north-4:ain07;cn-north-4:bin07");
  set_profile (fixture, "cn-north-4:bin07;cn-north-4:cin07");
  assert_changes (fixture, 1);

  for (guint i = 0; i < 2; i++)
    {
      htap_source_begin (htap_window_test_get_source (fixture->inventory, i));
      assert_changes (fixture, 1);
    }
}

static void
test_flush (Fixture *fixture, gconstpointer data)
{
  htap_inventory_follower_flush (fixture->follower);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_changes (fixture, 1);

  htap_inventory_follower_flush (fixture->follower);
  assert_changes (fixture, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/inventory-follower/once", Fixture, NULL, set_up, test_once, tear_down);
  g_test_add ("/inventory-follower/sources-that-come-and-go", Fixture, NULL, set_up,
              test_sources_that_come_and_go, tear_down);
  g_test_add ("/inventory-follower/flush", Fixture, NULL, set_up, test_flush, tear_down);

  return g_test_run ();
}
