/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-scanner.h"

#include <string.h>

/* Any number of so many digits fits into 64 bits. */
#define SAFE_DIGITS 18

static void
note_repair (HtapJsonScanner *self, gsize start, gboolean is_number)
{
  HtapRepair repair = { .range = { start, self->position }, .is_number = is_number };

  g_array_append_val (self->repairs, repair);
}

static gboolean
is_high_surrogate (int unit)
{
  return (unit & 0xfc00) == 0xd800;
}

static gboolean
is_low_surrogate (int unit)
{
  return (unit & 0xfc00) == 0xdc00;
}

static gboolean
skip_unicode_escape (HtapJsonScanner *self)
{
  gsize start = self->position;
  int unit = htap_json_scanner_peek_escape (self, start);
  int next = htap_json_scanner_peek_escape (self, start + HTAP_UNICODE_ESCAPE);

  if (unit < 0)
    return htap_json_scanner_fail (self, "bad \\u escape");

  self->position += HTAP_UNICODE_ESCAPE;

  if (is_high_surrogate (unit) && next >= 0 && is_low_surrogate (next))
    self->position += HTAP_UNICODE_ESCAPE;
  else if (unit == 0 || is_high_surrogate (unit) || is_low_surrogate (unit))
    note_repair (self, start, FALSE);

  return TRUE;
}

static gboolean
skip_escape (HtapJsonScanner *self)
{
  char kind = self->position + 1 < self->length ? self->text[self->position + 1] : '\0';

  if (kind == 'u')
    return skip_unicode_escape (self);

  if (kind == '\0' || strchr ("\"\\/bfnrt", kind) == NULL)
    return htap_json_scanner_fail (self, "unknown escape");

  self->position += 2;

  return TRUE;
}

/* Most bytes of an answer are these: the loop holds what it needs in registers. */
static void
skip_plain_text (HtapJsonScanner *self)
{
  const guchar *c = (const guchar *) self->text + self->position;
  const guchar *end = (const guchar *) self->text + self->length;

  while (c < end && *c != '"' && *c != '\\' && *c >= ' ')
    c++;

  self->position = (gsize) (c - (const guchar *) self->text);
}

static gsize
skip_digits (HtapJsonScanner *self)
{
  gsize start = self->position;

  while (g_ascii_isdigit (htap_json_scanner_peek (self)))
    self->position++;

  return self->position - start;
}

/**
 * htap_json_scanner_fail:
 * @problem: (transfer none): why it is no JSON; static
 *
 * Returns: %FALSE
 */
gboolean
htap_json_scanner_fail (HtapJsonScanner *self, const char *problem)
{
  self->problem = problem;

  return FALSE;
}

/**
 * htap_json_scanner_peek_escape:
 * @position: where to look
 *
 * Returns: the UTF-16 unit that a `\uXXXX` at @position stands for, -1 if there is none
 */
int
htap_json_scanner_peek_escape (const HtapJsonScanner *self, gsize position)
{
  int unit = 0;

  if (position + HTAP_UNICODE_ESCAPE > self->length || self->text[position] != '\\' ||
      self->text[position + 1] != 'u')
    return -1;

  for (gsize i = position + 2; i < position + HTAP_UNICODE_ESCAPE; i++)
    {
      int digit = g_ascii_xdigit_value (self->text[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }

  return unit;
}

gboolean
htap_json_scanner_skip_string (HtapJsonScanner *self)
{
  if (!htap_json_scanner_accept (self, '"'))
    return htap_json_scanner_fail (self, "a string was expected");

  for (;;)
    {
      skip_plain_text (self);
      if (htap_json_scanner_accept (self, '"'))
        return TRUE;

      if (htap_json_scanner_peek (self) != '\\')
        return htap_json_scanner_fail (self, "a string does not end");

      if (!skip_escape (self))
        return FALSE;
    }
}

gboolean
htap_json_scanner_skip_number (HtapJsonScanner *self)
{
  gsize start = self->position;
  gboolean plain = TRUE;
  gsize n_digits;

  htap_json_scanner_accept (self, '-');
  n_digits = htap_json_scanner_accept (self, '0') ? 1 : skip_digits (self);
  if (n_digits == 0)
    return htap_json_scanner_fail (self, "unexpected character");

  if (htap_json_scanner_accept (self, '.'))
    {
      plain = FALSE;
      if (skip_digits (self) == 0)
        return htap_json_scanner_fail (self, "bad number");
    }

  if (htap_json_scanner_accept (self, 'e') || htap_json_scanner_accept (self, 'E'))
    {
      plain = FALSE;
      if (!htap_json_scanner_accept (self, '+'))
        htap_json_scanner_accept (self, '-');
      if (skip_digits (self) == 0)
        return htap_json_scanner_fail (self, "bad number");
    }

  if (!plain || n_digits > SAFE_DIGITS)
    note_repair (self, start, TRUE);

  return TRUE;
}

/**
 * htap_json_scanner_skip_literal:
 * @literal: `true`, `false` or `null`
 */
gboolean
htap_json_scanner_skip_literal (HtapJsonScanner *self, const char *literal)
{
  gsize length = strlen (literal);

  if (self->length - self->position < length ||
      memcmp (self->text + self->position, literal, length) != 0)
    return htap_json_scanner_fail (self, "unexpected character");

  self->position += length;

  return TRUE;
}
