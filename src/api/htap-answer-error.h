/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

GError *htap_answer_error_new      (SoupMessage  *message,
                                    GBytes       *body);
GError *htap_answer_error_complete (SoupMessage  *message,
                                    const GError *error);
char   *htap_answer_dup_request_id (SoupMessage  *message);
gint64  htap_answer_get_clock_skew (SoupMessage  *message);

G_END_DECLS
