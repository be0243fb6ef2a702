/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-row-format.h"

G_BEGIN_DECLS

/**
 * HtapCliFormat:
 * @HTAP_CLI_FORMAT_TABLE: for people
 * @HTAP_CLI_FORMAT_JSON: for scripts, which rely on it
 * @HTAP_CLI_FORMAT_ROWS: one of #HtapRowFormat, for commands that print rows
 *
 * How a command prints its result.
 */
typedef enum {
  HTAP_CLI_FORMAT_TABLE,
  HTAP_CLI_FORMAT_JSON,
  HTAP_CLI_FORMAT_ROWS,
} HtapCliFormat;

void     htap_cli_format_add_option (char           **word,
                                     GOptionContext  *context);
gboolean htap_cli_format_read       (const char      *word,
                                     HtapCliFormat   *format);

void     htap_cli_format_add_row_option (char           **word,
                                         GOptionContext  *context);
gboolean htap_cli_format_read_row       (const char      *word,
                                         HtapCliFormat   *format,
                                         HtapRowFormat   *row_format);

G_END_DECLS
