/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_CREDENTIALS (htap_credentials_get_type ())

/**
 * HtapSecretKind:
 *
 * What a secret is; also the `kind` attribute of its keyring item.
 */
typedef enum {
  HTAP_SECRET_TOKEN,
  HTAP_SECRET_PASSWORD,
  HTAP_SECRET_SECRET_KEY,
  HTAP_SECRET_SECURITY_TOKEN,
  HTAP_N_SECRETS,
} HtapSecretKind;

typedef struct _HtapCredentials HtapCredentials;

GType            htap_credentials_get_type  (void);

HtapCredentials *htap_credentials_new       (void);
HtapCredentials *htap_credentials_new_token (const char            *token);
HtapCredentials *htap_credentials_ref       (HtapCredentials       *self);
void             htap_credentials_unref     (HtapCredentials       *self);
HtapCredentials *htap_credentials_copy      (const HtapCredentials *self);

void             htap_credentials_set       (HtapCredentials       *self,
                                             HtapSecretKind         kind,
                                             const char            *secret);
const char      *htap_credentials_get       (const HtapCredentials *self,
                                             HtapSecretKind         kind);
gboolean         htap_credentials_is_empty  (const HtapCredentials *self);
gboolean         htap_credentials_equal     (const HtapCredentials *a,
                                             const HtapCredentials *b);

const char      *htap_secret_kind_get_id    (HtapSecretKind         kind);
char            *htap_secret_clean          (const char            *pasted);
void             htap_secret_free           (char                  *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapCredentials, htap_credentials_unref)

G_END_DECLS
