/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-watch-list.h"

#include "htap-watch-list-private.h"

/* Microseconds. */
#define ASK_INTERVAL  (10 * G_TIME_SPAN_SECOND)
#define LONGEST_WATCH G_TIME_SPAN_HOUR

typedef struct
{
  HtapInstance *instance;
  HtapShownStatus seen; /* the last one */
  gint64 since;         /* by the clock */
} Watch;

struct _HtapWatchList
{
  GObject parent_instance;
  HtapInventory *inventory;
  HtapClock *clock;
  HtapAlarm *alarm;   /* (nullable): while something is watched */
  GPtrArray *watches; /* Watch */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapWatchList, htap_watch_list, G_TYPE_OBJECT)

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_object_unref (watch->instance);
  g_free (watch);
}

static gboolean
is_available (HtapShownStatus status)
{
  return status == HTAP_SHOWN_STATUS_AVAILABLE || status == HTAP_SHOWN_STATUS_REBOOT_NEEDED;
}

static gboolean
is_wrong (HtapShownStatus status)
{
  return status == HTAP_SHOWN_STATUS_CREATION_FAILED || status == HTAP_SHOWN_STATUS_ABNORMAL ||
         status == HTAP_SHOWN_STATUS_FROZEN;
}

static gboolean
find (HtapWatchList *self, HtapInstance *instance, guint *position)
{
  for (guint i = 0; i < self->watches->len; i++)
    {
      const Watch *watch = self->watches->pdata[i];

      if (watch->instance == instance)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
tell_changed (HtapWatchList *self)
{
  if (self->watches->len == 0)
    g_clear_pointer (&self->alarm, htap_alarm_free);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Whoever took the profile away need not be told that its instances are gone. */
static gboolean
is_read (HtapWatchList *self, HtapInstance *instance)
{
  GListStore *sources = G_LIST_STORE (htap_inventory_get_sources (self->inventory));

  return g_list_store_find (sources, htap_instance_get_source (instance), NULL);
}

static gboolean
has_ended (HtapWatchList *self, Watch *watch, HtapWatchEnd *end)
{
  HtapShownStatus status = htap_instance_get_shown_status (watch->instance);
  gboolean news = status != watch->seen;

  watch->seen = status;
  if (!htap_instance_get_listed (watch->instance))
    *end = HTAP_WATCH_GONE;
  else if (is_available (status) || (is_wrong (status) && news))
    *end = HTAP_WATCH_SETTLED;
  else if (htap_clock_get_now (self->clock) - watch->since >= LONGEST_WATCH)
    *end = HTAP_WATCH_GAVE_UP;
  else
    return FALSE;

  return TRUE;
}

/* Everything is said after the list is as it will be, for who hears it may change it. */
static void
look (HtapWatchList *self)
{
  g_autoptr (GPtrArray) ended = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (HtapWatchEnd));
  guint n_watched = self->watches->len;

  for (guint i = self->watches->len; i-- > 0;)
    {
      Watch *watch = self->watches->pdata[i];
      HtapWatchEnd end;

      if (!has_ended (self, watch, &end))
        continue;

      if (is_read (self, watch->instance))
        {
          g_ptr_array_add (ended, g_object_ref (watch->instance));
          g_array_append_val (ends, end);
        }
      g_ptr_array_remove_index (self->watches, i);
    }

  if (self->watches->len != n_watched)
    tell_changed (self);
  for (guint i = 0; i < ended->len; i++)
    g_signal_emit (self, signals[SIGNAL_ENDED], 0, ended->pdata[i],
                   g_array_index (ends, HtapWatchEnd, i));
}

static GPtrArray *
dup_sources (HtapWatchList *self)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->watches->len; i++)
    {
      const Watch *watch = self->watches->pdata[i];
      HtapSource *source = htap_instance_get_source (watch->instance);

      if (!g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, g_object_ref (source));
    }

  return sources;
}

static void
on_alarm (gpointer user_data)
{
  HtapWatchList *self = user_data;
  g_autoptr (GPtrArray) sources = NULL;

  g_clear_pointer (&self->alarm, htap_alarm_free);
  look (self);
  if (self->watches->len == 0)
    return;

  /* A refresh that runs is likely to bring the news, and is not to be disturbed. */
  if (htap_inventory_get_refresh (self->inventory) == NULL)
    {
      sources = dup_sources (self);
      htap_inventory_refresh_quietly (self->inventory, sources);
    }
  self->alarm = htap_clock_add_alarm (self->clock, ASK_INTERVAL, on_alarm, self);
}

static void
htap_watch_list_dispose (GObject *object)
{
  HtapWatchList *self = HTAP_WATCH_LIST (object);

  g_clear_pointer (&self->alarm, htap_alarm_free);
  g_ptr_array_set_size (self->watches, 0);
  g_clear_object (&self->inventory);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (htap_watch_list_parent_class)->dispose (object);
}

static void
htap_watch_list_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_WATCH_LIST (object)->watches);

  G_OBJECT_CLASS (htap_watch_list_parent_class)->finalize (object);
}

static void
htap_watch_list_class_init (HtapWatchListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_watch_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_watch_list_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_WATCH_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", HTAP_TYPE_WATCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, HTAP_TYPE_INSTANCE, G_TYPE_INT);
}

static void
htap_watch_list_init (HtapWatchList *self)
{
  self->watches = g_ptr_array_new_with_free_func (watch_free);
}

/**
 * htap_watch_list_new_with_clock:
 * @clock: whose time it is
 *
 * Returns: (transfer full): as htap_watch_list_new()
 */
HtapWatchList *
htap_watch_list_new_with_clock (HtapInventory *inventory, HtapClock *clock)
{
  HtapWatchList *self = g_object_new (HTAP_TYPE_WATCH_LIST, NULL);

  self->inventory = g_object_ref (inventory);
  self->clock = g_object_ref (clock);
  /* Both, for an instance learns after the merge that it is no longer listed. */
  g_signal_connect_object (inventory, "merged", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * htap_watch_list_new:
 * @inventory: whose instances can be watched
 *
 * Returns: (transfer full): nothing is watched
 */
HtapWatchList *
htap_watch_list_new (HtapInventory *inventory)
{
  g_autoptr (HtapClock) clock = htap_clock_new ();

  return htap_watch_list_new_with_clock (inventory, clock);
}

/**
 * htap_watch_list_accepts:
 *
 * Returns: whether @instance is not available, but may yet be
 */
gboolean
htap_watch_list_accepts (HtapInstance *instance)
{
  HtapShownStatus status = htap_instance_get_shown_status (instance);

  return htap_instance_get_listed (instance) && !is_available (status) &&
         status != HTAP_SHOWN_STATUS_CREATION_FAILED;
}

gboolean
htap_watch_list_contains (HtapWatchList *self, HtapInstance *instance)
{
  guint position;

  g_return_val_if_fail (HTAP_IS_WATCH_LIST (self), FALSE);

  return find (self, instance, &position);
}

/**
 * htap_watch_list_get_size:
 *
 * Returns: how many are watched
 */
guint
htap_watch_list_get_size (HtapWatchList *self)
{
  g_return_val_if_fail (HTAP_IS_WATCH_LIST (self), 0);

  return self->watches->len;
}

/**
 * htap_watch_list_add:
 * @instance: one that htap_watch_list_accepts() and that is not watched yet; others are passed over
 */
void
htap_watch_list_add (HtapWatchList *self, HtapInstance *instance)
{
  Watch *watch;

  g_return_if_fail (HTAP_IS_WATCH_LIST (self));

  if (htap_watch_list_contains (self, instance) || !htap_watch_list_accepts (instance))
    return;

  watch = g_new0 (Watch, 1);
  watch->instance = g_object_ref (instance);
  watch->seen = htap_instance_get_shown_status (instance);
  watch->since = htap_clock_get_now (self->clock);
  g_ptr_array_add (self->watches, watch);
  if (self->alarm == NULL)
    self->alarm = htap_clock_add_alarm (self->clock, ASK_INTERVAL, on_alarm, self);
  tell_changed (self);
}

/**
 * htap_watch_list_remove:
 *
 * Nobody wants to know any more; nothing happens if it was not watched.
 */
void
htap_watch_list_remove (HtapWatchList *self, HtapInstance *instance)
{
  guint position;

  g_return_if_fail (HTAP_IS_WATCH_LIST (self));

  if (!find (self, instance, &position))
    return;

  g_ptr_array_remove_index (self->watches, position);
  tell_changed (self);
}

/**
 * htap_watch_list_clear:
 *
 * Watches nothing any more.
 */
void
htap_watch_list_clear (HtapWatchList *self)
{
  g_return_if_fail (HTAP_IS_WATCH_LIST (self));

  if (self->watches->len == 0)
    return;

  g_ptr_array_set_size (self->watches, 0);
  tell_changed (self);
}
