/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapSignatureHeader:
 * @name: in any case
 * @value: white space around it does not count
 */
typedef struct {
  const char *name;
  const char *value;
} HtapSignatureHeader;

/**
 * HtapSignatureRequest:
 * @method: `GET`
 * @path: percent-encoded or not, as it is sent
 * @query: (nullable): percent-encoded, in any order
 * @headers: (array length=n_headers): those that are signed; `X-Sdk-Date` among them
 * @body: (nullable): %NULL for none
 *
 * What of a request is signed.
 */
typedef struct {
  const char                *method;
  const char                *path;
  const char                *query;
  const HtapSignatureHeader *headers;
  guint                      n_headers;
  const char                *body;
} HtapSignatureRequest;

char *htap_signature_dup_path              (const char                 *path);
char *htap_signature_dup_query             (const char                 *query);
char *htap_signature_dup_canonical_request (const HtapSignatureRequest *request);
char *htap_signature_dup_string_to_sign    (const HtapSignatureRequest *request);
char *htap_signature_dup_authorization     (const HtapSignatureRequest *request,
                                            const char                 *access_key_id,
                                            const char                 *secret_key);
char *htap_signature_dup_date              (gint64                      now);

G_END_DECLS
