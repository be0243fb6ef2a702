/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-keyring.h"
#include "htap-secret-store.h"

G_BEGIN_DECLS

/* What the store's files share: looking secrets up, and changing what is kept. */
struct _HtapSecretStore {
  GObject      parent_instance;
  HtapKeyring *keyring;
  GHashTable  *session; /* uuid -> HtapCredentials that no keyring took */
  GHashTable  *held;    /* uuid -> HtapCredentials that no keyring is asked for */
  gboolean     session_only;
  gboolean     may_prompt;
};

void htap_secret_store_learn (HtapSecretStore *self,
                              const GError    *error);

G_END_DECLS
