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

/* Between all tokens: inline, for a call would cost more than they do. */

/**
 * htap_json_scanner_peek:
 *
 * Returns: the next byte; NUL, which the text does not contain, at its end
 */
static inline char
htap_json_scanner_peek (const HtapJsonScanner *self)
{
  return self->position < self->length ? self->text[self->position] : '\0';
}

/**
 * htap_json_scanner_accept:
 *
 * Returns: whether the next byte was @expected; if so, it is behind the scanner now
 */
static inline gboolean
htap_json_scanner_accept (HtapJsonScanner *self, char expected)
{
  if (htap_json_scanner_peek (self) != expected)
    return FALSE;

  self->position++;

  return TRUE;
}

static inline void
htap_json_scanner_skip_white_space (HtapJsonScanner *self)
{
  char c = htap_json_scanner_peek (self);

  while (c == ' ' || c == '\t' || c == '\n' || c == '\r')
    {
      self->position++;
      c = htap_json_scanner_peek (self);
    }
}

gboolean htap_json_scanner_fail             (HtapJsonScanner       *self,
                                             const char            *problem);
int      htap_json_scanner_peek_escape      (const HtapJsonScanner *self,
                                             gsize                  position);
gboolean htap_json_scanner_skip_string      (HtapJsonScanner       *self);
gboolean htap_json_scanner_skip_number      (HtapJsonScanner       *self);
gboolean htap_json_scanner_skip_literal     (HtapJsonScanner       *self,
                                             const char            *literal);

G_END_DECLS
