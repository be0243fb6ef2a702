/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-request-log.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

void htap_request_note (HtapRequestLog *log,
                        SoupMessage    *message,
                        guint           attempt,
                        gint64          time,
                        gint64          duration,
                        const GError   *error);

G_END_DECLS
