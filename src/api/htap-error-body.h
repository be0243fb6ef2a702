/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapErrorBody:
 * @code: (nullable): the service's error code
 * @message: (nullable): the service's words
 * @request_id: (nullable): as the gateway writes it
 *
 * What the body of an error answer says, as it came: untrusted, unbounded.
 */
typedef struct {
  char *code;
  char *message;
  char *request_id;
} HtapErrorBody;

void htap_error_body_read  (HtapErrorBody *self,
                            GBytes        *bytes);
void htap_error_body_clear (HtapErrorBody *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HtapErrorBody, htap_error_body_clear)

G_END_DECLS
