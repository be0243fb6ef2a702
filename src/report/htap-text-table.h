/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *htap_text_table_format (GPtrArray      *cells,
                              guint           n_columns,
                              const gboolean *numbers);

G_END_DECLS
