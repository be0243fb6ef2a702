/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-rows.h"

G_BEGIN_DECLS

char *htap_json_rows_format (const HtapRows *rows,
                             gint64          now);

G_END_DECLS
