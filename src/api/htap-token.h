/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapToken:
 * @secret: what goes into `X-Auth-Token`; wiped from memory when freed
 * @project_id: (nullable): the project it is good for, %NULL for the whole account
 * @lifetime: how long it is good from when it was issued, seconds
 *
 * A token that IAM issued. In memory only.
 */
typedef struct {
  char   *secret;
  char   *project_id;
  gint64  lifetime;
} HtapToken;

HtapToken *htap_token_new_from_answer (const char  *secret,
                                       GBytes      *body,
                                       GDateTime   *issued,
                                       GError     **error);
void       htap_token_free            (HtapToken   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapToken, htap_token_free)

G_END_DECLS
