/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-follower.h"

struct _HtapInventoryFollower
{
  GObject parent_instance;
  guint idle;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapInventoryFollower, htap_inventory_follower, G_TYPE_OBJECT)

static gboolean
on_idle (gpointer user_data)
{
  HtapInventoryFollower *self = user_data;

  self->idle = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* An item that only moved is followed already. */
static void
on_items_changed (GListModel *items,
                  guint position,
                  guint removed,
                  guint added,
                  HtapInventoryFollower *self)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      g_signal_handlers_disconnect_by_func (item, htap_inventory_follower_queue, self);
      g_signal_connect_object (item, "notify", G_CALLBACK (htap_inventory_follower_queue), self,
                               G_CONNECT_SWAPPED);
    }

  htap_inventory_follower_queue (self);
}

static void
follow_items (HtapInventoryFollower *self, GListModel *items)
{
  g_signal_connect_object (items, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  on_items_changed (items, 0, 0, g_list_model_get_n_items (items), self);
}

static void
on_inventory_notify_refresh (HtapInventoryFollower *self,
                             GParamSpec *pspec,
                             HtapInventory *inventory)
{
  HtapRefresh *refresh = htap_inventory_get_refresh (inventory);

  if (refresh != NULL)
    g_signal_connect_object (refresh, "notify::held-until",
                             G_CALLBACK (htap_inventory_follower_queue), self, G_CONNECT_SWAPPED);
  htap_inventory_follower_queue (self);
}

static void
htap_inventory_follower_dispose (GObject *object)
{
  g_clear_handle_id (&HTAP_INVENTORY_FOLLOWER (object)->idle, g_source_remove);

  G_OBJECT_CLASS (htap_inventory_follower_parent_class)->dispose (object);
}

static void
htap_inventory_follower_class_init (HtapInventoryFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_inventory_follower_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_INVENTORY_FOLLOWER,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_inventory_follower_init (HtapInventoryFollower *self)
{
}

/**
 * htap_inventory_follower_new:
 *
 * Returns: (transfer full): to be dropped by who follows; tells of what is there already, too
 */
HtapInventoryFollower *
htap_inventory_follower_new (HtapInventory *inventory)
{
  static const char *const others[] = { "merged", "profiles-changed", "profiles-error-changed",
                                        "snapshots-error-changed", "notify::session-only",
                                        "notify::offline" };
  HtapInventoryFollower *self = g_object_new (HTAP_TYPE_INVENTORY_FOLLOWER, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_signal_connect_object (inventory, others[i], G_CALLBACK (htap_inventory_follower_queue), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (on_inventory_notify_refresh),
                           self, G_CONNECT_SWAPPED);
  on_inventory_notify_refresh (self, NULL, inventory);
  follow_items (self, htap_inventory_get_sources (inventory));
  follow_items (self, htap_inventory_get_discoveries (inventory));

  return self;
}

/**
 * htap_inventory_follower_queue:
 *
 * Tells of a change that the inventory does not know of, together with those that it does.
 */
void
htap_inventory_follower_queue (HtapInventoryFollower *self)
{
  g_return_if_fail (HTAP_IS_INVENTORY_FOLLOWER (self));

  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

/**
 * htap_inventory_follower_flush:
 *
 * Tells at once of what has changed; nothing if nothing has.
 */
void
htap_inventory_follower_flush (HtapInventoryFollower *self)
{
  g_return_if_fail (HTAP_IS_INVENTORY_FOLLOWER (self));

  if (self->idle == 0)
    return;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
