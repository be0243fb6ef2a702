/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *htap_request_ticket_dup (GListModel *requests,
                               GListModel *sources,
                               const char *versions,
                               gint64      now);

G_END_DECLS
