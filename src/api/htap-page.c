/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-page.h"

#include "htap-decode-task.h"

typedef struct
{
  HtapPageDecode decode;
  GBytes *body;
} Decoding;

static void
decoding_free (gpointer data)
{
  Decoding *decoding = data;

  g_bytes_unref (decoding->body);
  g_free (decoding);
}

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

static void
decode_in_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  Decoding *decoding = data;
  HtapPage *page = decoding->decode (decoding->body, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) htap_page_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_page_decode_async:
 * @cancellable: (nullable): answers at once, whatever the thread does
 *
 * Decodes a large answer in a thread, a usual one right here.
 */
void
htap_page_decode_async (HtapPageDecode decode,
                        GBytes *body,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Decoding *decoding = g_new0 (Decoding, 1);

  decoding->decode = decode;
  decoding->body = g_bytes_ref (body);
  g_task_set_source_tag (task, htap_page_decode_async);
  g_task_set_task_data (task, decoding, decoding_free);

  htap_decode_task_run (task, body, decode_in_task);
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
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
