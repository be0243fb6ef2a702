/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-loader.h"

/* How long somebody rests on an instance before it is asked for, milliseconds. */
#define REST 250

struct _HtapDetailLoader
{
  GObject parent_instance;
  HtapInventory *inventory;
  HtapInstance *instance;     /* (nullable): looked at */
  HtapSource *source;         /* (nullable): the instance's */
  HtapInstanceDetail *detail; /* (nullable): what is known of it */
  guint rest;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapDetailLoader, htap_detail_loader, G_TYPE_OBJECT)

static void wait_for_rest (HtapDetailLoader *self);

/* Another window that looked at the same instance may have stopped waiting for it. */
static void
on_detail_changed (HtapDetailLoader *self)
{
  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    if (htap_instance_detail_get_state (self->detail, i) == HTAP_DETAIL_STATE_NONE)
      wait_for_rest (self);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Nobody waits for what nobody looks at. */
static void
set_detail (HtapDetailLoader *self, HtapInstanceDetail *detail)
{
  g_autoptr (HtapInstanceDetail) before = g_steal_pointer (&self->detail);

  if (before != NULL)
    g_signal_handlers_disconnect_by_data (before, self);
  if (before != NULL && before != detail)
    htap_instance_detail_cancel (before);

  if (detail == NULL)
    return;

  self->detail = g_object_ref (detail);
  g_signal_connect_swapped (detail, "changed", G_CALLBACK (on_detail_changed), self);
}

static gboolean
on_rest (gpointer user_data)
{
  HtapDetailLoader *self = user_data;
  g_autoptr (HtapInstanceDetail) detail =
      self->detail != NULL ? g_object_ref (self->detail)
                           : htap_inventory_get_detail (self->inventory, self->instance);

  self->rest = 0;
  set_detail (self, detail);
  htap_instance_detail_load (detail);
  /* It may be there already, for another window. */
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (HtapDetailLoader *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, on_rest, self);
}

/* A refresh may have found the instance made of something else. */
static void
on_source_notify_as_of (HtapDetailLoader *self)
{
  if (!htap_source_is_loading (self->source))
    wait_for_rest (self);
}

static void
follow_source (HtapDetailLoader *self)
{
  HtapSource *source = self->instance != NULL ? htap_instance_get_source (self->instance) : NULL;

  if (self->source == source)
    return;

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_set_object (&self->source, source);
  if (source != NULL)
    g_signal_connect_swapped (source, "notify::as-of", G_CALLBACK (on_source_notify_as_of), self);
}

static void
on_instance_notify (HtapDetailLoader *self)
{
  follow_source (self);
}

static void
htap_detail_loader_dispose (GObject *object)
{
  HtapDetailLoader *self = HTAP_DETAIL_LOADER (object);

  htap_detail_loader_set_instance (self, NULL);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_detail_loader_parent_class)->dispose (object);
}

static void
htap_detail_loader_class_init (HtapDetailLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_detail_loader_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_DETAIL_LOADER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_detail_loader_init (HtapDetailLoader *self)
{
}

/**
 * htap_detail_loader_new:
 *
 * Returns: (transfer full): one that looks at nothing
 */
HtapDetailLoader *
htap_detail_loader_new (HtapInventory *inventory)
{
  HtapDetailLoader *self = g_object_new (HTAP_TYPE_DETAIL_LOADER, NULL);

  self->inventory = g_object_ref (inventory);

  return self;
}

/**
 * htap_detail_loader_set_instance:
 * @instance: (nullable): what somebody looks at now; what was on its way for another is cancelled
 *
 * What is known of @instance already is there at once. The caller looks at it after this; no signal
 * says so.
 */
void
htap_detail_loader_set_instance (HtapDetailLoader *self, HtapInstance *instance)
{
  g_return_if_fail (HTAP_IS_DETAIL_LOADER (self));

  if (self->instance == instance)
    return;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->instance != NULL)
    g_signal_handlers_disconnect_by_data (self->instance, self);
  g_set_object (&self->instance, instance);
  follow_source (self);
  set_detail (self,
              instance != NULL ? htap_inventory_peek_detail (self->inventory, instance) : NULL);
  if (instance == NULL)
    return;

  g_signal_connect_swapped (instance, "notify", G_CALLBACK (on_instance_notify), self);
  wait_for_rest (self);
}

/**
 * htap_detail_loader_get_detail:
 *
 * Returns: (transfer none) (nullable): what is known of the instance; %NULL before it was asked for
 */
HtapInstanceDetail *
htap_detail_loader_get_detail (HtapDetailLoader *self)
{
  g_return_val_if_fail (HTAP_IS_DETAIL_LOADER (self), NULL);

  return self->detail;
}

/**
 * htap_detail_loader_is_waiting:
 *
 * Returns: whether it is about to ask, as soon as somebody has rested
 */
gboolean
htap_detail_loader_is_waiting (HtapDetailLoader *self)
{
  g_return_val_if_fail (HTAP_IS_DETAIL_LOADER (self), FALSE);

  return self->rest != 0;
}

/**
 * htap_detail_loader_reload:
 *
 * Asks again, at once.
 */
void
htap_detail_loader_reload (HtapDetailLoader *self)
{
  g_return_if_fail (HTAP_IS_DETAIL_LOADER (self));

  if (self->detail != NULL)
    htap_instance_detail_reload (self->detail);
}
