/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"

G_BEGIN_DECLS

void htap_detail_connection_add (GPtrArray        *facts,
                                 const HtapRecord *record);

G_END_DECLS
