/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_SHARING (htap_sharing_get_type ())

/**
 * HtapSharing:
 *
 * Lets many wait for one operation. Each can give up on its own; when nobody waits any more, the
 * operation is cancelled.
 */
G_DECLARE_FINAL_TYPE (HtapSharing, htap_sharing, HTAP, SHARING, GObject)

/**
 * HtapSharingBegin:
 * @key: what to do
 * @operation: its cancellable, and its name for htap_sharing_settle(), which must be called once
 *   the operation has ended, in whatever way
 * @user_data: what was given to htap_sharing_new()
 *
 * Begins an operation. Where its result goes is its own business.
 */
typedef void (*HtapSharingBegin) (HtapSharing  *self,
                                  const char   *key,
                                  GCancellable *operation,
                                  gpointer      user_data);

HtapSharing *htap_sharing_new         (HtapSharingBegin      begin,
                                       gpointer              user_data);
void         htap_sharing_wait_async  (HtapSharing          *self,
                                       const char           *key,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean     htap_sharing_wait_finish (HtapSharing          *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void         htap_sharing_settle      (HtapSharing          *self,
                                       GCancellable         *operation,
                                       const GError         *error);

G_END_DECLS
