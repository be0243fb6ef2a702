/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-keyring.h"

G_BEGIN_DECLS

/* The same operations as an HtapKeyring's, awaited; and what another program could do to the
 * keyring that tests/support/with-keyring runs. */

gboolean         keyring_fixture_store    (HtapKeyring     *keyring,
                                           const char      *uuid,
                                           const char      *label,
                                           HtapCredentials *credentials,
                                           GError         **error);
HtapCredentials *keyring_fixture_lookup   (HtapKeyring     *keyring,
                                           const char      *uuid,
                                           GError         **error);
gboolean         keyring_fixture_clear    (HtapKeyring     *keyring,
                                           const char      *uuid,
                                           GError         **error);

void             keyring_fixture_store_token (HtapKeyring  *keyring,
                                              const char   *uuid,
                                              const char   *token);
void             keyring_fixture_assert_token (HtapKeyring *keyring,
                                               const char  *uuid,
                                               const char  *token);

void             keyring_fixture_lock     (void);
void             keyring_fixture_unlock   (void);
void             keyring_fixture_kill_service (void);
char            *keyring_fixture_wait_for_prompt (void);
void             keyring_fixture_answer_prompt (const char  *text,
                                                const char  *key);
guint            keyring_fixture_count    (const char      *uuid);
char            *keyring_fixture_describe (const char      *uuid);

typedef void (*KeyringBegin) (HtapKeyring         *keyring,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
typedef gboolean (*KeyringEnd) (HtapKeyring   *keyring,
                                GAsyncResult  *result,
                                GError       **error);

void             keyring_fixture_cancel_at_every_step (HtapKeyring *keyring,
                                                       KeyringBegin begin,
                                                       KeyringEnd   end);

G_END_DECLS
