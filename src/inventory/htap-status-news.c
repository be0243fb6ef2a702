/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-news.h"

#include "htap-changes.h"

/* Of one instance, since somebody looked. Holds both. */
typedef struct
{
  HtapChange *first;
  HtapChange *last;
} Story;

struct _HtapStatusNews
{
  GObject parent_instance;
  HtapInventory *inventory;
  HtapChanges *changes;
  GArray *stories;   /* Story, in the order in which they began */
  gint64 since;      /* seconds since 1970 UTC: what is older was there before */
  gboolean is_dirty; /* there is something to tell at the end of the sweep */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapStatusNews, htap_status_news, G_TYPE_OBJECT)

static void
story_clear (gpointer data)
{
  Story *story = data;

  g_clear_object (&story->first);
  g_clear_object (&story->last);
}

/* That an instance came is no news of its status; that one came back is, after it went. */
static gboolean
is_about_status (HtapChange *change, const Story *story)
{
  switch (htap_change_get_kind (change))
    {
    case HTAP_CHANGE_GONE:
      return TRUE;
    case HTAP_CHANGE_ADDED:
      return story != NULL;
    case HTAP_CHANGE_CHANGED:
    default:
      return htap_change_get_facts (change)->field == HTAP_FIELD_SHOWN_STATUS;
    }
}

/* Whether all is again as it was before the story began. */
static gboolean
is_over (const Story *story)
{
  const HtapChangeFacts *first = htap_change_get_facts (story->first);
  const HtapChangeFacts *last = htap_change_get_facts (story->last);

  if (last->kind == HTAP_CHANGE_ADDED)
    return TRUE;

  return first->kind == HTAP_CHANGE_CHANGED && last->kind == HTAP_CHANGE_CHANGED &&
         g_strcmp0 (first->old_value, last->new_value) == 0;
}

static Story *
find_story (HtapStatusNews *self, HtapChange *change)
{
  for (guint i = 0; i < self->stories->len; i++)
    {
      Story *story = &g_array_index (self->stories, Story, i);

      if (htap_change_is_same_subject (story->last, change))
        return story;
    }

  return NULL;
}

static void
take (HtapStatusNews *self, HtapChange *change)
{
  Story *story = find_story (self, change);

  if (htap_change_get_facts (change)->at < self->since || htap_change_get_seen (change) ||
      !is_about_status (change, story))
    return;

  self->is_dirty = TRUE;
  if (story == NULL)
    {
      const Story begun = { g_object_ref (change), g_object_ref (change) };

      g_array_append_val (self->stories, begun);
      return;
    }

  g_set_object (&story->last, change);
  if (is_over (story))
    g_array_remove_index (self->stories,
                          (guint) (story - &g_array_index (self->stories, Story, 0)));
}

static void
tell (HtapStatusNews *self)
{
  if (!self->is_dirty)
    return;

  self->is_dirty = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Who forgets changes forgets what they told. New ones come at the head, the newest first. */
static void
on_changes_items_changed (HtapStatusNews *self, guint position, guint removed, guint added)
{
  if (position > 0)
    return;

  if (removed > 0)
    {
      htap_status_news_clear (self);
      return;
    }

  for (guint i = added; i-- > 0;)
    {
      g_autoptr (HtapChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);

      take (self, change);
    }
}

static void
on_changes_changed (HtapStatusNews *self)
{
  for (guint i = self->stories->len; i-- > 0;)
    if (htap_change_get_seen (g_array_index (self->stories, Story, i).last))
      {
        g_array_remove_index (self->stories, i);
        self->is_dirty = TRUE;
      }

  if (htap_inventory_get_refresh (self->inventory) == NULL)
    tell (self);
}

static void
on_inventory_notify_refresh (HtapStatusNews *self)
{
  if (htap_inventory_get_refresh (self->inventory) == NULL)
    tell (self);
}

static void
htap_status_news_dispose (GObject *object)
{
  HtapStatusNews *self = HTAP_STATUS_NEWS (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_status_news_parent_class)->dispose (object);
}

static void
htap_status_news_finalize (GObject *object)
{
  g_array_unref (HTAP_STATUS_NEWS (object)->stories);

  G_OBJECT_CLASS (htap_status_news_parent_class)->finalize (object);
}

static void
htap_status_news_class_init (HtapStatusNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_status_news_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_status_news_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_STATUS_NEWS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_status_news_init (HtapStatusNews *self)
{
  self->stories = g_array_new (FALSE, FALSE, sizeof (Story));
  g_array_set_clear_func (self->stories, story_clear);
  self->since = g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * htap_status_news_new:
 * @inventory: followed from now on: what was known before is no news
 */
HtapStatusNews *
htap_status_news_new (HtapInventory *inventory)
{
  HtapStatusNews *self = g_object_new (HTAP_TYPE_STATUS_NEWS, NULL);

  self->inventory = g_object_ref (inventory);
  self->changes = g_object_ref (htap_inventory_get_changes (inventory));
  g_signal_connect_object (self->changes, "items-changed", G_CALLBACK (on_changes_items_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes, "changed", G_CALLBACK (on_changes_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (on_inventory_notify_refresh),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * htap_status_news_dup:
 *
 * Returns: (transfer full) (element-type HtapChange): the newest change of each instance that there
 *   is news of, in the order in which their stories began
 */
GPtrArray *
htap_status_news_dup (HtapStatusNews *self)
{
  GPtrArray *news = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HTAP_IS_STATUS_NEWS (self), news);

  for (guint i = 0; i < self->stories->len; i++)
    g_ptr_array_add (news, g_object_ref (g_array_index (self->stories, Story, i).last));

  return news;
}

/**
 * htap_status_news_clear:
 *
 * Somebody has looked: nothing is news any more.
 */
void
htap_status_news_clear (HtapStatusNews *self)
{
  g_return_if_fail (HTAP_IS_STATUS_NEWS (self));

  if (self->stories->len == 0)
    return;

  g_array_set_size (self->stories, 0);
  self->is_dirty = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * htap_status_news_leave_out:
 * @instance: somebody is told of it in another way
 *
 * Nothing that is known of it by now is news any more.
 */
void
htap_status_news_leave_out (HtapStatusNews *self, HtapInstance *instance)
{
  g_return_if_fail (HTAP_IS_STATUS_NEWS (self));

  for (guint i = self->stories->len; i-- > 0;)
    if (htap_change_concerns (g_array_index (self->stories, Story, i).last, instance))
      g_array_remove_index (self->stories, i);
}
