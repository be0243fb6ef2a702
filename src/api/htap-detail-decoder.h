/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail.h"

G_BEGIN_DECLS

HtapDetail *htap_detail_decode       (GBytes  *body,
                                      GError **error);
GPtrArray  *htap_detail_decode_nodes (GBytes  *body,
                                      GError **error);

G_END_DECLS
