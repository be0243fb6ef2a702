/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

static void
test_new (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");

  g_assert_cmpuint (g_list_model_get_n_items (htap_inventory_get_profiles (inventory)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (htap_inventory_get_sources (inventory)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (htap_inventory_get_instances (inventory)), ==, 0);
  g_assert_null (htap_inventory_get_refresh (inventory));
}

static void
on_notify (guint *n_notifications)
{
  (*n_notifications)++;
}

static void
test_max_in_flight (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  guint n_notifications = 0;
  guint max_in_flight;

  g_assert_cmpuint (htap_inventory_get_max_in_flight (inventory), ==, 8);
  g_signal_connect_swapped (inventory, "notify::max-in-flight", G_CALLBACK (on_notify),
                            &n_notifications);
  g_object_set (inventory, "max-in-flight", 1, NULL);
  htap_inventory_set_max_in_flight (inventory, 1);
  g_object_get (inventory, "max-in-flight", &max_in_flight, NULL);
  g_assert_cmpuint (max_in_flight, ==, 1);
  g_assert_cmpuint (n_notifications, ==, 1);
  htap_inventory_set_max_in_flight (inventory, 1000);
  g_assert_cmpuint (htap_inventory_get_max_in_flight (inventory), ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inventory/new", test_new);
  g_test_add_func ("/inventory/max-in-flight", test_max_in_flight);

  return g_test_run ();
}
