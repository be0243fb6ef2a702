/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

char *htap_table_format_text (GListModel           *instances,
                              const HtapFieldIndex *columns,
                              guint                 n_columns);

G_END_DECLS
