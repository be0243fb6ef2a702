/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * HtapDemoSignature:
 * @access_key_id: who says to have signed
 * @signed_headers: the names as they were sent, `host;x-sdk-date`
 * @signature: in hexadecimal
 *
 * What an `Authorization` header of SDK-HMAC-SHA256 says.
 */
typedef struct {
  char *access_key_id;
  char *signed_headers;
  char *signature;
} HtapDemoSignature;

/**
 * HtapDemoSigned:
 * @path: as it was sent
 * @query: (nullable): as it was sent
 *
 * What was signed: the request as it arrived. All borrowed.
 */
typedef struct {
  const char         *method;
  const char         *path;
  const char         *query;
  SoupMessageHeaders *headers;
  GBytes             *body;
} HtapDemoSigned;

HtapDemoSignature *htap_demo_signature_parse       (const char *authorization);
void               htap_demo_signature_free        (HtapDemoSignature *self);
char              *htap_demo_signature_canonical   (const HtapDemoSignature *self,
                                                    const HtapDemoSigned    *request);
gboolean           htap_demo_signature_fits        (const HtapDemoSignature *self,
                                                    const char              *canonical,
                                                    const char              *date,
                                                    const char              *secret_key);
gboolean           htap_demo_signature_parse_date  (const char *text,
                                                    gint64     *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoSignature, htap_demo_signature_free)

G_END_DECLS
