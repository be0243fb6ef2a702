/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-spare-memory.h"

#include "htap-test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define N_PIECES 8000
#define PIECE    1000

/* Other allocators are not asked, the sanitizer's among them. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define CAN_TELL TRUE
#else
#define CAN_TELL FALSE
#endif

static gsize
read_resident (void)
{
  g_autofree char *text = NULL;
  unsigned long pages;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%*u %lu", &pages), ==, 1);

  return pages * (gsize) sysconf (_SC_PAGESIZE);
}

/* Returns: (transfer full): what keeps the allocator from giving back what is freed below it */
static gpointer
need_for_a_moment (void)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_PIECES; i++)
    g_ptr_array_add (pieces, memset (g_malloc (PIECE), 1, PIECE));

  return g_malloc (PIECE);
}

static gboolean
is_below (gpointer data)
{
  return read_resident () < *(gsize *) data;
}

static void
test_given_back (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  HtapSpareMemory *memory = htap_spare_memory_new (inventory);
  gsize limit;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *last = need_for_a_moment ();

      limit = read_resident () - N_PIECES * PIECE / 2;
      g_assert_false (is_below (&limit));
      g_signal_emit_by_name (inventory, "merged", (guint64) 0);
      htap_test_wait_until (is_below, &limit, "that the memory is given back");
    }

  g_assert_finalize_object (memory);
}

/* It is dropped while it waits. */
static void
test_dropped (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");

  g_assert_finalize_object (htap_spare_memory_new (inventory));
  g_signal_emit_by_name (inventory, "merged", (guint64) 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (CAN_TELL)
    g_test_add_func ("/spare-memory/given-back", test_given_back);
  g_test_add_func ("/spare-memory/dropped", test_dropped);

  return g_test_run ();
}
