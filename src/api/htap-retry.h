/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* How often a request is made at most, the first time included. */
#define HTAP_RETRY_MAX_TRIES 4

/* How long after its first failure a request may still be made again, microseconds. */
#define HTAP_RETRY_PATIENCE (5 * 60 * G_TIME_SPAN_SECOND)

/* What a server may ask for at most, microseconds. */
#define HTAP_RETRY_MAX_HOLD (15 * 60 * G_TIME_SPAN_SECOND)

gboolean htap_retry_is_worthwhile (SoupMessage  *message,
                                   const GError *error);
gint64   htap_retry_get_delay     (guint         n_tries,
                                   double        chance);
gint64   htap_retry_read_after    (SoupMessage  *message,
                                   const GError *error,
                                   gint64        now);

G_END_DECLS
