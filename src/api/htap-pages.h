/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"
#include "htap-page.h"

G_BEGIN_DECLS

/**
 * HtapPagesKind:
 * @build: makes the request for the page from @offset on, a number of items; as #HtapExchangeBuild
 * @decode: reads one page
 * @get_id: of an item; no two have the same
 * @free_item: of an item
 *
 * A list that comes in pages.
 */
typedef struct {
  SoupMessage *(*build) (const char  *project_id,
                         guint        offset,
                         gpointer     question,
                         GError     **error);
  HtapPageDecode decode;
  const char *(*get_id) (gconstpointer item);
  GDestroyNotify free_item;
} HtapPagesKind;

void       htap_pages_async  (HtapAuthorizer       *authorizer,
                              const char           *region,
                              const char           *project_id,
                              const HtapPagesKind  *kind,
                              gpointer              question,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
GPtrArray *htap_pages_finish (HtapAuthorizer       *authorizer,
                              GAsyncResult         *result,
                              gboolean             *complete,
                              GError              **error);

G_END_DECLS
