/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"

G_BEGIN_DECLS

#define HTAP_TYPE_KEYRING (htap_keyring_get_type ())

/**
 * HtapKeyring:
 *
 * The items of ours in the Secret Service: one for each secret of a profile.
 */
G_DECLARE_FINAL_TYPE (HtapKeyring, htap_keyring, HTAP, KEYRING, GObject)

HtapKeyring     *htap_keyring_new           (guint                 call_deadline_ms,
                                             guint                 prompt_deadline_ms);

void             htap_keyring_store_async   (HtapKeyring          *self,
                                             const char           *uuid,
                                             const char           *label,
                                             HtapCredentials      *credentials,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean         htap_keyring_store_finish  (HtapKeyring          *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void             htap_keyring_lookup_async  (HtapKeyring          *self,
                                             const char           *uuid,
                                             gboolean              may_prompt,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HtapCredentials *htap_keyring_lookup_finish (HtapKeyring          *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void             htap_keyring_clear_async   (HtapKeyring          *self,
                                             const char           *uuid,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean         htap_keyring_clear_finish  (HtapKeyring          *self,
                                             GAsyncResult         *result,
                                             GError              **error);

void             htap_keyring_unlock_all_async  (HtapKeyring          *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean         htap_keyring_unlock_all_finish (HtapKeyring          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
