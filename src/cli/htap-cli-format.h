/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapCliFormat:
 * @HTAP_CLI_FORMAT_TABLE: for people
 * @HTAP_CLI_FORMAT_JSON: for scripts, which rely on it
 *
 * How a command prints its result.
 */
typedef enum {
  HTAP_CLI_FORMAT_TABLE,
  HTAP_CLI_FORMAT_JSON,
} HtapCliFormat;

void     htap_cli_format_add_option (char           **word,
                                     GOptionContext  *context);
gboolean htap_cli_format_read       (const char      *word,
                                     HtapCliFormat   *format);

G_END_DECLS
