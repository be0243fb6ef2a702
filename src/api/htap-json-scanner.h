/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Length of `\uXXXX`. */
#define HTAP_UNICODE_ESCAPE 6

/**
 * HtapByteRange:
 * @start: offset of the first byte
 * @end: offset behind the last byte
 */
typedef struct {
  gsize start;
  gsize end;
} HtapByteRange;

/**
 * HtapRepair:
 * @range: a token that json-glib would falsify
 * @is_number: a number that has more than 18 digits, a fraction or an exponent; otherwise an escape
 *   that stands for no character, `\u0000` or half of a surrogate pair
 */
typedef struct {
  HtapByteRange range;
  gboolean      is_number;
} HtapRepair;

/**
 * HtapJsonScanner:
 * @text: valid UTF-8 without a NUL; need not end with one
 * @position: offset of the next byte
 * @repairs: (element-type HtapRepair): what was seen so far
 * @problem: (nullable): why it is no JSON
 *
 * Moves over the tokens of a JSON text. Lives on the stack.
 */
typedef struct {
  const char *text;
  gsize       length;
  gsize       position;
  GArray     *repairs;
  const char *problem;
} HtapJsonScanner;

gboolean htap_json_scanner_fail             (HtapJsonScanner       *self,
                                             const char            *problem);
char     htap_json_scanner_peek             (const HtapJsonScanner *self);
int      htap_json_scanner_peek_escape      (const HtapJsonScanner *self,
                                             gsize                  position);
gboolean htap_json_scanner_accept           (HtapJsonScanner       *self,
                                             char                   expected);
void     htap_json_scanner_skip_white_space (HtapJsonScanner       *self);
gboolean htap_json_scanner_skip_string      (HtapJsonScanner       *self);
gboolean htap_json_scanner_skip_number      (HtapJsonScanner       *self);
gboolean htap_json_scanner_skip_literal     (HtapJsonScanner       *self,
                                             const char            *literal);

G_END_DECLS
