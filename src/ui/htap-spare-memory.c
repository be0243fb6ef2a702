/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-spare-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* After the last merge of a sweep, seconds. */
#define REST 1

struct _HtapSpareMemory
{
  GObject parent_instance;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (HtapSpareMemory, htap_spare_memory, G_TYPE_OBJECT)

static gboolean
on_rest (gpointer user_data)
{
  HTAP_SPARE_MEMORY (user_data)->timeout = 0;

  /* Other libraries' allocators give it back by themselves. */
#ifdef __GLIBC__
  malloc_trim (0);
#endif

  return G_SOURCE_REMOVE;
}

/* Not while answers are still coming in, and after what they make the window do. */
static void
wait_for_rest (HtapSpareMemory *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_seconds_full (G_PRIORITY_LOW, REST, on_rest, self, NULL);
}

static void
htap_spare_memory_dispose (GObject *object)
{
  g_clear_handle_id (&HTAP_SPARE_MEMORY (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (htap_spare_memory_parent_class)->dispose (object);
}

static void
htap_spare_memory_class_init (HtapSpareMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_spare_memory_dispose;
}

static void
htap_spare_memory_init (HtapSpareMemory *self)
{
}

/**
 * htap_spare_memory_new:
 * @inventory: whatever comes in there took memory
 */
HtapSpareMemory *
htap_spare_memory_new (HtapInventory *inventory)
{
  HtapSpareMemory *self = g_object_new (HTAP_TYPE_SPARE_MEMORY, NULL);

  g_signal_connect_object (inventory, "merged", G_CALLBACK (wait_for_rest), self,
                           G_CONNECT_SWAPPED);
  wait_for_rest (self);

  return self;
}
