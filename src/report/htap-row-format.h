/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-rows.h"

G_BEGIN_DECLS

/**
 * HtapRowFormat:
 *
 * What rows are written in for another program.
 */
typedef enum {
  HTAP_ROW_FORMAT_CSV,
  HTAP_ROW_FORMAT_TSV,
  HTAP_ROW_FORMAT_JSON,
  HTAP_ROW_FORMAT_MARKDOWN,
  HTAP_N_ROW_FORMATS,
} HtapRowFormat;

gboolean    htap_row_format_find          (const char     *id,
                                           HtapRowFormat  *format);
const char *htap_row_format_get_id        (HtapRowFormat   self);
const char *htap_row_format_get_name      (HtapRowFormat   self);
const char *htap_row_format_get_extension (HtapRowFormat   self);
char       *htap_row_format_write         (HtapRowFormat   self,
                                           const HtapRows *rows,
                                           gint64          now);

G_END_DECLS
