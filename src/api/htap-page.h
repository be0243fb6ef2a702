/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is asked for at a time, which is the most the API gives. */
#define HTAP_PAGE_LIMIT 100

/**
 * HtapPage:
 * @items: what could be read, in the answer's order; owns its elements
 * @n_listed: how many elements the answer has, those included of which nothing could be read
 * @total: how many there are on all pages, as the answer says; -1 if it does not
 *
 * One page of a list.
 */
typedef struct {
  GPtrArray *items;
  guint      n_listed;
  gint64     total;
} HtapPage;

/**
 * HtapPageDecode:
 * @body: an answer
 * @error: %HTAP_ERROR_PROTOCOL or %HTAP_ERROR_TOO_LARGE
 *
 * A pure function, for any thread.
 *
 * Returns: (transfer full) (nullable): the page, %NULL with @error
 */
typedef HtapPage *(*HtapPageDecode) (GBytes  *body,
                                     GError **error);

HtapPage *htap_page_new           (GDestroyNotify        free_item);
void      htap_page_free          (HtapPage             *self);

void      htap_page_decode_async  (HtapPageDecode        decode,
                                   GBytes               *body,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
HtapPage *htap_page_decode_finish (GAsyncResult         *result,
                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapPage, htap_page_free)

G_END_DECLS
