/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-rows.h"

G_BEGIN_DECLS

char *htap_csv_format (const HtapRows *rows);

G_END_DECLS
