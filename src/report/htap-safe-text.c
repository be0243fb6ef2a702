/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-safe-text.h"

#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER     0x200D
#define REPLACEMENT_CHARACTER 0xFFFD

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
      /* Several scripts cannot be written without these two. */
      return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER ? c : REPLACEMENT_CHARACTER;
    default:
      return c;
    }
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
  guint n_characters = 0;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  safe = g_string_sized_new (32);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (n_characters++ == max_characters)
        {
          g_string_append (safe, "…");
          break;
        }
      g_string_append_unichar (safe, make_safe (g_utf8_get_char (c)));
    }

  return g_string_free (g_steal_pointer (&safe), FALSE);
}
