/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-page.h"

#include "htap-decode-task.h"

/**
 * htap_page_new:
 * @free_item: of its items
 *
 * Returns: (transfer full): a page with nothing on it
 */
HtapPage *
htap_page_new (GDestroyNotify free_item)
{
  HtapPage *self = g_new0 (HtapPage, 1);

  self->items = g_ptr_array_new_with_free_func (free_item);
  self->total = -1;

  return self;
}

void
htap_page_free (HtapPage *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * htap_page_decode_async:
 * @cancellable: (nullable): answers at once, whatever the thread does
 *
 * Decodes a large answer in a thread, a usual one in the next turn of the main loop.
 */
void
htap_page_decode_async (HtapPageDecode decode,
                        GBytes *body,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  htap_decode_async ((HtapDecode) decode, (GDestroyNotify) htap_page_free, body, cancellable,
                     callback, user_data);
}

/**
 * htap_page_decode_finish:
 * @error: that of the decoder, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the page, %NULL with @error
 */
HtapPage *
htap_page_decode_finish (GAsyncResult *result, GError **error)
{
  return htap_decode_finish (result, error);
}
