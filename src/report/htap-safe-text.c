/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-safe-text.h"

#include <string.h>

#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER     0x200D
#define REPLACEMENT_CHARACTER 0xFFFD

/* A letter of any script does with fewer. More of them reach into the lines above and below. */
#define MAX_STACKED_MARKS 8

/* Line breaks and tabs become spaces. Other control characters, escape sequences and invisible
 * formatting (the overrides that let a name read backwards among it) become visible. */
static gunichar
make_safe (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
      return g_unichar_isspace (c) || c == 0x0B || c == 0x85 ? ' ' : REPLACEMENT_CHARACTER;
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return ' ';
    case G_UNICODE_FORMAT:
      return REPLACEMENT_CHARACTER;
    default:
      return c;
    }
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* Several scripts and emoji cannot be written without these two; nobody sees them between the
 * letters that names in ASCII are made of. */
static gboolean
is_useful_joiner (gunichar c, gunichar previous)
{
  return (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) && previous >= 0x80;
}

/* No more bytes than hold one character too many, so that a megabyte costs no more than a line. */
static gssize
get_length (const char *text, guint max_characters)
{
  guint64 max_bytes = ((guint64) max_characters + 1) * 4;

  return (gssize) strnlen (text, (gsize) MIN (max_bytes, G_MAXSSIZE));
}

/**
 * htap_safe_text_allows:
 *
 * Returns: whether htap_safe_text_dup() shows this character, wherever it stands
 */
gboolean
htap_safe_text_allows (gunichar c)
{
  return make_safe (c) == c;
}

/**
 * htap_safe_text_dup:
 * @text: (nullable): text from outside, valid UTF-8 or not
 *
 * Returns: (transfer full) (nullable): @text as one line of valid UTF-8 that cannot drive a
 *   terminal, break a table or change the direction of what follows; %NULL for %NULL
 */
char *
htap_safe_text_dup (const char *text)
{
  return htap_safe_text_dup_cut (text, G_MAXUINT);
}

/**
 * htap_safe_text_dup_cut:
 * @text: (nullable): text from outside, valid UTF-8 or not
 * @max_characters: how much of it may be shown
 *
 * Returns: (transfer full) (nullable): as htap_safe_text_dup(), with an ellipsis in place of what
 * is too much
 */
char *
htap_safe_text_dup_cut (const char *text, guint max_characters)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) safe = NULL;
  guint n_characters = 0, n_marks = 0;
  gunichar previous = 0;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, get_length (text, max_characters));
  safe = g_string_sized_new (32);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (n_characters++ == max_characters)
        {
          g_string_append (safe, "…");
          break;
        }
      n_marks = is_mark (character) ? n_marks + 1 : 0;
      if (n_marks > MAX_STACKED_MARKS)
        continue;
      g_string_append_unichar (
          safe, is_useful_joiner (character, previous) ? character : make_safe (character));
      previous = character;
    }

  return g_string_free (g_steal_pointer (&safe), FALSE);
}
