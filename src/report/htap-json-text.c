/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-text.h"

#include "htap-safe-text.h"

#define INDENT_WIDTH 2

/* Deeper levels share one indentation, so that the text cannot grow with the square of the input.
 */
#define INDENT_LEVELS 32

/* Where the scan is. */
typedef struct {
  const char *bytes;
  gsize       length;
  gsize       position;
  guint       depth;
  GString    *text;
} Scan;

static void
break_line (Scan *scan)
{
  guint level = MIN (scan->depth, INDENT_LEVELS);

  g_string_append_printf (scan->text, "\n%*s", (int) (level * INDENT_WIDTH), "");
}

static void
skip_white_space (Scan *scan)
{
  while (scan->position < scan->length && g_ascii_isspace (scan->bytes[scan->position]))
    scan->position++;
}

/* Copies a string with its quotes; one that never ends goes to the end of the input. */
static void
copy_string (Scan *scan)
{
  gsize start = scan->position++;

  while (scan->position < scan->length && scan->bytes[scan->position] != '"')
    scan->position += scan->bytes[scan->position] == '\\' ? 2 : 1;
  scan->position = MIN (scan->position + 1, scan->length);

  g_string_append_len (scan->text, scan->bytes + start, (gssize) (scan->position - start));
}

static void
open_container (Scan *scan, char opening)
{
  g_string_append_c (scan->text, opening);
  scan->position++;
  skip_white_space (scan);

  /* `{}` and `[]` stay together. */
  if (scan->position < scan->length && scan->bytes[scan->position] == (opening == '{' ? '}' : ']'))
    {
      g_string_append_c (scan->text, scan->bytes[scan->position++]);
      return;
    }

  scan->depth++;
  break_line (scan);
}

static void
close_container (Scan *scan, char closing)
{
  scan->position++;
  if (scan->depth > 0)
    scan->depth--;
  break_line (scan);
  g_string_append_c (scan->text, closing);
}

static void
copy_token (Scan *scan)
{
  char c = scan->bytes[scan->position];

  switch (c)
    {
    case '"':
      copy_string (scan);
      break;
    case '{':
    case '[':
      open_container (scan, c);
      break;
    case '}':
    case ']':
      close_container (scan, c);
      break;
    case ',':
      g_string_append_c (scan->text, c);
      scan->position++;
      break_line (scan);
      break;
    case ':':
      g_string_append (scan->text, ": ");
      scan->position++;
      break;
    default:
      g_string_append_c (scan->text, c);
      scan->position++;
    }
}

/**
 * htap_json_text_dup_pretty:
 * @json: JSON as it came
 *
 * Indents without reading: names, numbers and strings stay letter by letter as the service wrote
 * them, whatever this program understands of them. It takes time linear in the input and does not
 * recurse. What is no JSON comes back as text all the same.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
htap_json_text_dup_pretty (GBytes *json)
{
  Scan scan = { .text = g_string_new (NULL) };
  g_autoptr (GString) text = scan.text;

  scan.bytes = g_bytes_get_data (json, &scan.length);
  for (skip_white_space (&scan); scan.position < scan.length; skip_white_space (&scan))
    copy_token (&scan);

  return g_utf8_make_valid (text->str, (gssize) text->len);
}

static void
append_escape (GString *text, gunichar c)
{
  if (c > 0xFFFF)
    g_string_append_printf (text, "\\u%04x\\u%04x", 0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF));
  else
    g_string_append_printf (text, "\\u%04x", c);
}

/**
 * htap_json_text_escape:
 * @json: valid JSON, which has nothing but ASCII outside its strings
 *
 * Writes what would drive a terminal or turn the direction of a text around as `\u202e`. A reader
 * of JSON gets the very same strings.
 *
 * Returns: (transfer full): fit to be looked at
 */
char *
htap_json_text_escape (const char *json)
{
  g_autoptr (GString) text = g_string_sized_new (256);

  for (const char *c = json; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n' || htap_safe_text_allows (character))
        g_string_append_unichar (text, character);
      else
        append_escape (text, character);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
