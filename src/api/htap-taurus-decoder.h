/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-page.h"

G_BEGIN_DECLS

HtapPage *htap_taurus_decode_page (GBytes  *body,
                                   GError **error);

G_END_DECLS
