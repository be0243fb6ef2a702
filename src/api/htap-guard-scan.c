/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-guard-scan.h"

#include "htap-answer.h"
#include "htap-error.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  HtapJsonScanner  scanner;
  guint            depth;
  GArray          *elements; /* HtapByteRange */
} Walk;

static gboolean walk_value (Walk *walk, GArray *elements);

/* Whether the string between @start and the scanner is `instances`, escaped or not: json-glib will
 * not tell the two apart. */
static gboolean
names_instances (const HtapJsonScanner *scanner, gsize start)
{
  const char *expected = "instances";
  gsize position = start + 1;
  gsize end = scanner->position - 1;

  for (; position < end && *expected != '\0'; expected++)
    {
      int unit = htap_json_scanner_peek_escape (scanner, position);

      if ((unit >= 0 ? unit : scanner->text[position]) != *expected)
        return FALSE;
      position += unit >= 0 ? HTAP_UNICODE_ESCAPE : 1;
    }

  return *expected == '\0' && position == end;
}

static gboolean
walk_member (Walk *walk)
{
  HtapJsonScanner *scanner = &walk->scanner;
  GArray *elements = NULL;
  gsize start;

  htap_json_scanner_skip_white_space (scanner);
  start = scanner->position;
  if (!htap_json_scanner_skip_string (scanner))
    return FALSE;

  /* Of two members with one name, json-glib takes the last. */
  if (walk->depth == 1 && names_instances (scanner, start))
    elements = g_array_set_size (walk->elements, 0);

  htap_json_scanner_skip_white_space (scanner);
  if (!htap_json_scanner_accept (scanner, ':'))
    return htap_json_scanner_fail (scanner, "a colon was expected");

  return walk_value (walk, elements);
}

static gboolean
walk_object (Walk *walk)
{
  HtapJsonScanner *scanner = &walk->scanner;

  htap_json_scanner_accept (scanner, '{');
  htap_json_scanner_skip_white_space (scanner);
  if (htap_json_scanner_accept (scanner, '}'))
    return TRUE;

  do
    if (!walk_member (walk))
      return FALSE;
  while (htap_json_scanner_accept (scanner, ','));

  return htap_json_scanner_accept (scanner, '}') ||
         htap_json_scanner_fail (scanner, "an object does not end");
}

static gboolean
walk_element (Walk *walk, GArray *elements)
{
  HtapJsonScanner *scanner = &walk->scanner;
  HtapByteRange range;

  htap_json_scanner_skip_white_space (scanner);
  range.start = scanner->position;
  if (!walk_value (walk, NULL))
    return FALSE;

  range.end = scanner->position;
  while (strchr (" \t\n\r", scanner->text[range.end - 1]) != NULL)
    range.end--;
  if (elements != NULL)
    g_array_append_val (elements, range);

  return TRUE;
}

static gboolean
walk_array (Walk *walk, GArray *elements)
{
  HtapJsonScanner *scanner = &walk->scanner;

  htap_json_scanner_accept (scanner, '[');
  htap_json_scanner_skip_white_space (scanner);
  if (htap_json_scanner_accept (scanner, ']'))
    return TRUE;

  do
    if (!walk_element (walk, elements))
      return FALSE;
  while (htap_json_scanner_accept (scanner, ','));

  return htap_json_scanner_accept (scanner, ']') ||
         htap_json_scanner_fail (scanner, "an array does not end");
}

static gboolean
walk_nested (Walk *walk, GArray *elements)
{
  gboolean good;

  if (walk->depth == HTAP_GUARD_DEPTH)
    return htap_json_scanner_fail (&walk->scanner, "nested too deeply");

  walk->depth++;
  if (htap_json_scanner_peek (&walk->scanner) == '[')
    good = walk_array (walk, elements);
  else
    good = walk_object (walk);
  walk->depth--;

  return good;
}

/* Walks over a value and the white space around it. The elements of an array go to @elements. */
static gboolean
walk_value (Walk *walk, GArray *elements)
{
  HtapJsonScanner *scanner = &walk->scanner;
  gboolean good;

  htap_json_scanner_skip_white_space (scanner);

  switch (htap_json_scanner_peek (scanner))
    {
    case '{':
    case '[':
      good = walk_nested (walk, elements);
      break;
    case '"':
      good = htap_json_scanner_skip_string (scanner);
      break;
    case 't':
      good = htap_json_scanner_skip_literal (scanner, "true");
      break;
    case 'f':
      good = htap_json_scanner_skip_literal (scanner, "false");
      break;
    case 'n':
      good = htap_json_scanner_skip_literal (scanner, "null");
      break;
    default:
      good = htap_json_scanner_skip_number (scanner);
      break;
    }

  htap_json_scanner_skip_white_space (scanner);

  return good;
}

/* Most answers are ASCII, which is told eight bytes at a time. */
static gboolean
is_ascii (const char *text, gsize length)
{
  guint64 seen = 0;
  gsize position = 0;

  for (; position + sizeof seen <= length; position += sizeof seen)
    {
      guint64 eight;

      memcpy (&eight, text + position, sizeof eight);
      seen |= eight;
    }
  for (; position < length; position++)
    seen |= (guchar) text[position];

  return (seen & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

static gboolean
walk_document (Walk *walk)
{
  HtapJsonScanner *scanner = &walk->scanner;

  if (!is_ascii (scanner->text, scanner->length) &&
      !g_utf8_validate_len (scanner->text, scanner->length, NULL))
    return htap_json_scanner_fail (scanner, "not UTF-8");

  /* json-glib skips one as well. */
  if (scanner->length >= strlen (BYTE_ORDER_MARK) &&
      memcmp (scanner->text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    scanner->position = strlen (BYTE_ORDER_MARK);

  if (!walk_value (walk, NULL))
    return FALSE;

  return scanner->position == scanner->length ||
         htap_json_scanner_fail (scanner, "something follows");
}

/**
 * htap_guard_scan_new:
 * @bytes: an answer
 * @error: %HTAP_ERROR_TOO_LARGE, or %HTAP_ERROR_PROTOCOL with the reason
 *   %HTAP_ERROR_REASON_NOT_JSON
 *
 * Walks over @bytes once, in linear time and with bounded depth, and accepts nothing but what RFC
 * 8259 calls JSON, so that a parser with weaknesses of its own may be let loose on it:
 * json-glib 1.6 crashes on deep nesting, and reads much that is no JSON.
 *
 * Returns: (transfer full) (nullable): what it found, %NULL with @error
 */
HtapGuardScan *
htap_guard_scan_new (GBytes *bytes, GError **error)
{
  g_autoptr (HtapGuardScan) self = g_new0 (HtapGuardScan, 1);
  HtapErrorDetails not_json = { .reason = HTAP_ERROR_REASON_NOT_JSON };
  Walk walk = { .depth = 0 };

  self->elements = g_array_new (FALSE, FALSE, sizeof (HtapByteRange));
  self->repairs = g_array_new (FALSE, FALSE, sizeof (HtapRepair));
  walk.elements = self->elements;
  walk.scanner.repairs = self->repairs;
  walk.scanner.text = g_bytes_get_data (bytes, &walk.scanner.length);

  if (walk.scanner.length > HTAP_ANSWER_LIMIT)
    {
      htap_error_set (error, HTAP_ERROR_TOO_LARGE, NULL, "The answer is larger than %d bytes",
                      HTAP_ANSWER_LIMIT);
      return NULL;
    }

  if (walk.scanner.length == 0 || !walk_document (&walk))
    {
      htap_error_set (error, HTAP_ERROR_PROTOCOL, &not_json,
                      "The answer is no JSON: %s at byte %" G_GSIZE_FORMAT,
                      walk.scanner.problem != NULL ? walk.scanner.problem : "nothing",
                      walk.scanner.position);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
htap_guard_scan_free (HtapGuardScan *self)
{
  g_array_unref (self->elements);
  g_array_unref (self->repairs);
  g_free (self);
}
