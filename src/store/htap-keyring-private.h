/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-keyring.h"

#include <libsecret/secret.h>

G_BEGIN_DECLS

/* What the files of the keyring share: the steps that reading and writing have in common. But for
 * those of connecting, their errors are #HtapError, or %G_IO_ERROR_CANCELLED. */

typedef enum {
  HTAP_KEYRING_DEADLINE_CALL,
  HTAP_KEYRING_DEADLINE_PROMPT,
} HtapKeyringDeadline;

const SecretSchema *htap_keyring_get_schema     (void);
guint               htap_keyring_get_deadline   (HtapKeyring          *self,
                                                 HtapKeyringDeadline   deadline);
gboolean            htap_keyring_get_item_kind  (SecretItem           *item,
                                                 HtapSecretKind       *kind);
void                htap_keyring_free_items     (gpointer              items);

void                htap_keyring_connect_async  (HtapKeyring          *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
SecretService      *htap_keyring_connect_finish (HtapKeyring          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                htap_keyring_search_async   (HtapKeyring          *self,
                                                 SecretService        *service,
                                                 const char           *uuid,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean            htap_keyring_search_finish  (HtapKeyring          *self,
                                                 GAsyncResult         *result,
                                                 GList               **items,
                                                 GError              **error);
void                htap_keyring_unlock_async   (HtapKeyring          *self,
                                                 GList                *objects,
                                                 gboolean              may_prompt,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean            htap_keyring_unlock_finish  (HtapKeyring          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                htap_keyring_find_collection_async
                                                (HtapKeyring          *self,
                                                 SecretService        *service,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean            htap_keyring_find_collection_finish
                                                (HtapKeyring          *self,
                                                 GAsyncResult         *result,
                                                 SecretCollection    **collection,
                                                 GError              **error);
void                htap_keyring_delete_async   (HtapKeyring          *self,
                                                 GList                *items,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean            htap_keyring_delete_finish  (HtapKeyring          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
