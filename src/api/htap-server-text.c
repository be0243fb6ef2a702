/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-server-text.h"

#include <string.h>

#define ELLIPSIS "…"

/* More than this of a text is not even looked at, bytes. */
#define MAX_LENGTH (64 * 1024)

/* So much of a secret gives it away: servers quote tokens in part. */
#define RECOGNIZABLE 12

/* A canonical request, quoted back with its line ends as bars, has at least five of them. */
#define CANONICAL_BARS 3

static const char *const secret_headers[] = {
  "X-Auth-Token",
  "X-Security-Token",
  "Authorization",
};

/* What looks like a secret though it may not be ours: a header with its value, and runs of letters
 * and digits longer than any id. */
#define SECRET_PATTERN                                                                             \
  "x-(?:auth|subject|security)-token\\s*[:=].*|"                                                   \
  "authorization\\s*[:=]\\s*(?:SDK-|V11-|Basic|Bearer).*|"                                         \
  "[A-Za-z0-9+/=_-]{80,}"

static void
hide_secret (GString *text, const char *secret)
{
  gsize known = MIN (strlen (secret), RECOGNIZABLE);
  g_autofree char *beginning = g_strndup (secret, known);
  char *found = text->str;

  if (known == 0)
    return;

  while ((found = strstr (found, beginning)) != NULL)
    {
      gssize position = found - text->str;
      gsize length = known;

      while (secret[length] != '\0' && found[length] == secret[length])
        length++;

      g_string_erase (text, position, (gssize) length);
      g_string_insert (text, position, ELLIPSIS);
      found = text->str + position + strlen (ELLIPSIS);
    }
}

static void
hide_secrets (GString *text, SoupMessage *request)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);
  g_autoptr (GRegex) pattern =
      g_regex_new (SECRET_PATTERN, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);
  g_autofree char *hidden = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (secret_headers); i++)
    {
      const char *secret = soup_message_headers_get_one (headers, secret_headers[i]);

      if (secret != NULL)
        hide_secret (text, secret);
    }

  hidden = g_regex_replace_literal (pattern, text->str, (gssize) text->len, 0, ELLIPSIS, 0, NULL);
  g_string_assign (text, hidden != NULL ? hidden : ELLIPSIS);
}

static void
cut_canonical_request (GString *text)
{
  guint n_bars = 0;

  for (const char *c = text->str; *c != '\0'; c++)
    n_bars += *c == '|';

  if (n_bars >= CANONICAL_BARS)
    {
      g_string_truncate (text, strchr (text->str, '|') - text->str);
      g_string_append (text, ELLIPSIS);
    }
}

/* One line, for a label or a log. */
static void
flatten (GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if (g_ascii_iscntrl (text->str[i]))
      text->str[i] = ' ';
}

static char *
shorten (const char *text, guint max_characters)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= (glong) max_characters)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, (glong) max_characters);

  return g_strconcat (start, ELLIPSIS, NULL);
}

/**
 * htap_server_text_clean:
 * @text: (nullable): what a server wrote
 * @length: its length in bytes, -1 if it ends with a NUL
 * @max_characters: what may be left of it
 * @request: what it answers, with the secrets that it must not give back
 *
 * Makes a server's words fit to be shown, logged and copied: valid UTF-8, one line, bounded,
 * without a secret of the request or what looks like one. Still untrusted: no markup, please.
 *
 * Returns: (transfer full) (nullable): %NULL if nothing is left
 */
char *
htap_server_text_clean (const char *text, gssize length, guint max_characters, SoupMessage *request)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) clean = NULL;

  if (text == NULL)
    return NULL;

  length = length < 0 ? (gssize) strlen (text) : length;
  valid = g_utf8_make_valid (text, MIN (length, MAX_LENGTH));
  clean = g_string_new (valid);

  hide_secrets (clean, request);
  cut_canonical_request (clean);
  flatten (clean);
  g_strstrip (clean->str);

  return *clean->str != '\0' ? shorten (clean->str, max_characters) : NULL;
}
