/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SECRET_STORE (htap_secret_store_get_type ())

/**
 * HtapSecretStore:
 *
 * The secrets of profiles, in the Secret Service; or in memory for as long as the program runs,
 * where there is no service. Property: `session-only` (gboolean).
 */
G_DECLARE_FINAL_TYPE (HtapSecretStore, htap_secret_store, HTAP, SECRET_STORE, GObject)

HtapSecretStore *htap_secret_store_new              (void);
gboolean         htap_secret_store_get_session_only (HtapSecretStore      *self);
void             htap_secret_store_set_may_prompt   (HtapSecretStore      *self,
                                                     gboolean              may_prompt);
void             htap_secret_store_hold             (HtapSecretStore      *self,
                                                     HtapProfile          *profile,
                                                     HtapCredentials      *credentials);

void             htap_secret_store_store_async      (HtapSecretStore      *self,
                                                     HtapProfile          *profile,
                                                     HtapCredentials      *credentials,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean         htap_secret_store_store_finish     (HtapSecretStore      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void             htap_secret_store_lookup_async     (HtapSecretStore      *self,
                                                     HtapProfile          *profile,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
HtapCredentials *htap_secret_store_lookup_finish    (HtapSecretStore      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void             htap_secret_store_clear_async      (HtapSecretStore      *self,
                                                     const char           *uuid,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean         htap_secret_store_clear_finish     (HtapSecretStore      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

void             htap_secret_store_unlock_async     (HtapSecretStore      *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean         htap_secret_store_unlock_finish    (HtapSecretStore      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS
