/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *htap_text_table_format (char *const    *cells,
                              guint           n_cells,
                              guint           n_columns,
                              const gboolean *right);

G_END_DECLS
