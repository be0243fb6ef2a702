/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-address-range.h"

G_BEGIN_DECLS

GArray *htap_address_scan (const char *text);

G_END_DECLS
