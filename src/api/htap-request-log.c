/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-log.h"

/* How long an entry may wait for others before the list tells of it, milliseconds. */
#define TELL_DELAY 250

struct _HtapRequestLog
{
  GObject parent_instance;
  GPtrArray *told;    /* HtapRequestEntry, the newest last: what the list is made of */
  GPtrArray *waiting; /* HtapRequestEntry, the newest last: what it does not tell of yet */
  guint timer;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapRequestLog,
                               htap_request_log,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return HTAP_TYPE_REQUEST_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return HTAP_REQUEST_LOG (model)->told->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HtapRequestLog *self = HTAP_REQUEST_LOG (model);

  return position < self->told->len
             ? g_object_ref (self->told->pdata[self->told->len - 1 - position])
             : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Makes room, so that no more than HTAP_REQUEST_LOG_LENGTH are left once @n_new have come. */
static void
drop_oldest (HtapRequestLog *self, guint n_new)
{
  guint n_kept = MIN (self->told->len, HTAP_REQUEST_LOG_LENGTH - n_new);
  guint n_dropped = self->told->len - n_kept;

  if (n_dropped == 0)
    return;

  g_ptr_array_remove_range (self->told, 0, n_dropped);
  g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_dropped, 0);
}

static gboolean
on_timer (gpointer user_data)
{
  HtapRequestLog *self = HTAP_REQUEST_LOG (user_data);
  guint n_new = self->waiting->len;

  self->timer = 0;
  drop_oldest (self, n_new);
  g_ptr_array_extend_and_steal (self->told, g_steal_pointer (&self->waiting));
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_new);

  return G_SOURCE_REMOVE;
}

static void
htap_request_log_finalize (GObject *object)
{
  HtapRequestLog *self = HTAP_REQUEST_LOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_unref (self->told);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (htap_request_log_parent_class)->finalize (object);
}

static void
htap_request_log_class_init (HtapRequestLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_request_log_finalize;
}

static void
htap_request_log_init (HtapRequestLog *self)
{
  self->told = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

HtapRequestLog *
htap_request_log_new (void)
{
  return g_object_new (HTAP_TYPE_REQUEST_LOG, NULL);
}

/**
 * htap_request_log_note:
 * @facts: of a request that is over
 *
 * Remembers it. The list tells of it a moment later.
 */
void
htap_request_log_note (HtapRequestLog *self, const HtapRequestFacts *facts)
{
  g_return_if_fail (HTAP_IS_REQUEST_LOG (self));

  if (self->waiting->len == HTAP_REQUEST_LOG_LENGTH)
    g_ptr_array_remove_index (self->waiting, 0);
  g_ptr_array_add (self->waiting, htap_request_entry_new (facts));

  if (self->timer == 0)
    self->timer = g_timeout_add (TELL_DELAY, on_timer, self);
}
