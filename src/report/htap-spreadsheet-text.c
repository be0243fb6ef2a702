/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-spreadsheet-text.h"

/* Some spreadsheets take the full-width forms, which a Chinese keyboard types, for the others. */
static gboolean
starts_formula (gunichar c)
{
  switch (c)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xFF1D: /* ＝ */
    case 0xFF0B: /* ＋ */
    case 0xFF0D: /* － */
    case 0xFF20: /* ＠ */
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
skip_digits (const char *c)
{
  while (g_ascii_isdigit (*c))
    c++;

  return c;
}

/* A sign, digits, a fraction; nothing else. */
static gboolean
is_plain_number (const char *text)
{
  const char *digits = text + (*text == '-' || *text == '+' ? 1 : 0);
  const char *end = skip_digits (digits);

  if (end == digits)
    return FALSE;
  if (*end == '.' && g_ascii_isdigit (end[1]))
    end = skip_digits (end + 1);

  return *end == '\0';
}

/**
 * htap_spreadsheet_text_is_run:
 * @text: valid UTF-8
 *
 * Whoever can name an instance or fail a task could else have a formula run on the computer of who
 * opens the list. Blanks in front do not help: some programs drop them.
 *
 * Returns: whether a spreadsheet that opens @text as a cell would take it for a formula or a
 *   command; a number, with a sign or without, it just reads
 */
gboolean
htap_spreadsheet_text_is_run (const char *text)
{
  const char *start = text;

  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;

  while (*start != '\0' && !g_unichar_isgraph (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  return starts_formula (g_utf8_get_char (start)) && !is_plain_number (text);
}
