/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-token.h"

#include "htap-search-text.h"

#include <string.h>

#define LEFT_QUOTE       0x201c
#define RIGHT_QUOTE      0x201d
#define FULL_STOP        0x3002 /* 。 */
#define FULL_WIDTH_COMMA 0xff0c

static void
token_free (HtapSearchToken *self)
{
  g_free (self->text);
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

/* What an input method types in the place of @c, left as it is within quotes. */
static gunichar
translate (gunichar c, gunichar before, gunichar behind, gboolean within_quotes)
{
  if (c == LEFT_QUOTE || c == RIGHT_QUOTE)
    return '"';
  if (within_quotes)
    return c;
  if (c == FULL_STOP && g_unichar_isdigit (before) && g_unichar_isdigit (behind))
    return '.';

  return c == FULL_WIDTH_COMMA ? ' ' : c;
}

/**
 * htap_search_text_normalize:
 * @text: what a person typed or pasted
 *
 * Returns: (transfer full): valid, folded, and without what an input method makes of `.`, `"` and
 *   the space between words
 */
char *
htap_search_text_normalize (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) translated = g_string_new (NULL);
  gunichar before = 0;
  gboolean within_quotes = FALSE;

  if (g_str_is_ascii (valid))
    return htap_search_text_fold (valid);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gunichar behind = g_utf8_get_char (g_utf8_next_char (c));
      gunichar plain = translate (letter, before, behind, within_quotes);

      within_quotes ^= plain == '"';
      g_string_append_unichar (translated, plain);
      before = letter;
    }

  return htap_search_text_fold (translated->str);
}

static const char *
skip_space (const char *c)
{
  while (*c != '\0' && g_unichar_isspace (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);

  return c;
}

/* Takes what stands in quotes, to the end where they are not closed yet, or up to a space or, if
 * @at_colon, a colon. */
static char *
take (const char **position, gboolean at_colon, gboolean *quoted)
{
  const char *start = *position;
  const char *c = start;

  *quoted = *c == '"';
  if (*quoted)
    {
      const char *end = strchr (start + 1, '"');

      *position = end != NULL ? end + 1 : start + strlen (start);

      return g_strndup (start + 1, (end != NULL ? end : *position) - (start + 1));
    }

  while (*c != '\0' && !(at_colon && *c == ':') && !g_unichar_isspace (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  *position = c;

  return g_strndup (start, (gsize) (c - start));
}

/* `>="2026-01-01 10:00"`: the comparison stays before what was quoted. */
static char *
take_value (const char **position)
{
  const char *start = *position;
  const char *c = start + strspn (start, "<>=");
  g_autofree char *comparison = g_strndup (start, (gsize) (c - start));
  g_autofree char *rest = NULL;
  gboolean quoted;

  rest = take (&c, FALSE, &quoted);
  *position = c;

  return g_strconcat (comparison, rest, NULL);
}

static HtapSearchToken *
take_token (const char **position)
{
  HtapSearchToken *self = g_new0 (HtapSearchToken, 1);
  const char *start, *c;
  g_autofree char *head = NULL;

  self->negated = **position == '-' && (*position)[1] != '\0' &&
                  !g_unichar_isspace (g_utf8_get_char (*position + 1));
  start = *position + (self->negated ? 1 : 0);
  c = start;
  head = take (&c, TRUE, &self->quoted);

  if (*c != ':' || *head == '\0')
    {
      /* What follows closed quotes begins another word. */
      if (!self->quoted)
        {
          c = start;
          g_free (g_steal_pointer (&head));
          head = take (&c, FALSE, &self->quoted);
        }
      self->text = g_steal_pointer (&head);
    }
  else
    {
      self->name = g_steal_pointer (&head);
      self->quoted = FALSE;
      c++;
      self->value = take_value (&c);
      self->text = g_strndup (start, (gsize) (c - start));
    }

  *position = c;

  return self;
}

/**
 * htap_search_tokens_new:
 * @text: what a person typed
 *
 * Whatever is typed, something comes out: quotes that are not closed yet reach to the end.
 *
 * Returns: (transfer full) (element-type HtapSearchToken): its words; none that is empty
 */
GPtrArray *
htap_search_tokens_new (const char *text)
{
  g_autofree char *normalized = htap_search_text_normalize (text);
  GPtrArray *tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) token_free);

  for (const char *c = skip_space (normalized); *c != '\0'; c = skip_space (c))
    {
      HtapSearchToken *token = take_token (&c);

      if (*token->text != '\0')
        g_ptr_array_add (tokens, token);
      else
        token_free (token);
    }

  return tokens;
}
