/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-json-cursor.h"
#include "htap-record.h"

G_BEGIN_DECLS

HtapRecord *htap_record_decode (const HtapJsonCursor *element);

G_END_DECLS
