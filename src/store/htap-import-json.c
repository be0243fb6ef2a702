/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-json.h"

#include <string.h>

#define UNICODE_ESCAPE 4
#define LITERAL        "truefalsn0123456789+-.E"

static void
skip_white_space (HtapImportJson *self)
{
  self->next += strspn (self->next, " \t\r\n");
}

static gboolean
fail (HtapImportJson *self)
{
  self->failed = TRUE;

  return FALSE;
}

static gboolean
accept (HtapImportJson *self, char expected)
{
  skip_white_space (self);
  if (self->failed || *self->next != expected)
    return FALSE;

  self->next++;

  return TRUE;
}

/* The four digits behind `\u`, -1 if they are not there. */
static int
read_unit (const char *digits)
{
  int unit = 0;

  for (guint i = 0; i < UNICODE_ESCAPE; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }

  return unit;
}

/* What `\uXXXX` at the next byte stands for, with the other half of a pair. Returns 0 for what
 * cannot be part of a text. */
static gunichar
take_unicode (HtapImportJson *self)
{
  int unit = read_unit (self->next);
  int low;

  if (unit < 0)
    return 0;
  self->next += UNICODE_ESCAPE;
  if ((unit & 0xf800) != 0xd800)
    return (gunichar) unit;

  low = self->next[0] == '\\' && self->next[1] == 'u' ? read_unit (self->next + 2) : -1;
  if ((unit & 0xfc00) != 0xd800 || low < 0 || (low & 0xfc00) != 0xdc00)
    return 0;
  self->next += 2 + UNICODE_ESCAPE;

  return 0x10000 + (((gunichar) unit & 0x3ff) << 10) + ((gunichar) low & 0x3ff);
}

/* Decodes the escape at the next byte, behind the backslash. What it stands for is never longer
 * than it is. Returns where to go on writing, NULL for no escape. */
static char *
take_escape (HtapImportJson *self, char *target)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char name = *self->next;
  const char *known = name != '\0' ? strchr (names, name) : NULL;
  gunichar character;

  if (known != NULL)
    {
      self->next++;
      *target = values[known - names];
      return target + 1;
    }

  if (name != 'u')
    return NULL;
  self->next++;
  character = take_unicode (self);

  return character != 0 ? target + g_unichar_to_utf8 (character, target) : NULL;
}

/* The string whose opening quote is behind the next byte. */
static char *
decode_string (HtapImportJson *self)
{
  char *start = self->next;
  char *target = start;

  while (target != NULL && *self->next != '"')
    {
      const char c = *self->next;

      if ((guchar) c < ' ')
        target = NULL;
      else if (c != '\\')
        *target++ = *self->next++;
      else
        {
          self->next++;
          target = take_escape (self, target);
        }
    }

  if (target == NULL)
    {
      fail (self);
      return NULL;
    }

  self->next++;
  *target = '\0';

  return start;
}

/* Whether there is another part of the object or array that was entered. */
static gboolean
next_part (HtapImportJson *self, char closing)
{
  if (accept (self, closing))
    return FALSE;

  /* A comma before the first part, or one after the last, costs nothing. */
  accept (self, ',');

  return !accept (self, closing) && !self->failed && (*self->next != '\0' || fail (self));
}

/**
 * htap_import_json_init:
 * @text: changed in place
 */
void
htap_import_json_init (HtapImportJson *self, char *text)
{
  self->next = text;
  self->failed = FALSE;
}

/**
 * htap_import_json_enter:
 * @opening: a brace or a bracket
 *
 * Returns: whether the value that comes is such a one, whose parts come next; any other is skipped
 */
gboolean
htap_import_json_enter (HtapImportJson *self, char opening)
{
  if (accept (self, opening))
    return TRUE;

  htap_import_json_skip (self);

  return FALSE;
}

/**
 * htap_import_json_next_member:
 * @name: (out) (transfer none): the member's name; its value comes next and must be taken, entered
 *   or skipped
 *
 * Returns: whether the object that was entered has another member
 */
gboolean
htap_import_json_next_member (HtapImportJson *self, const char **name)
{
  if (!next_part (self, '}'))
    return FALSE;

  *name = accept (self, '"') ? decode_string (self) : NULL;

  return (*name != NULL && accept (self, ':')) || fail (self);
}

/**
 * htap_import_json_next_element:
 *
 * Returns: whether the array that was entered has another element, which comes next
 */
gboolean
htap_import_json_next_element (HtapImportJson *self)
{
  return next_part (self, ']');
}

/**
 * htap_import_json_take_string:
 *
 * Returns: (transfer none) (nullable): the string that comes, a part of the text; %NULL for any
 *   other value, which is skipped
 */
char *
htap_import_json_take_string (HtapImportJson *self)
{
  if (accept (self, '"'))
    return decode_string (self);

  htap_import_json_skip (self);

  return NULL;
}

/**
 * htap_import_json_take_flag:
 *
 * Returns: whether the value that comes is true, be it as such or as text
 */
gboolean
htap_import_json_take_flag (HtapImportJson *self)
{
  gboolean is_true;

  if (accept (self, '"'))
    {
      const char *text = decode_string (self);

      return text != NULL && g_ascii_strcasecmp (text, "true") == 0;
    }

  is_true = g_str_has_prefix (self->next, "true");
  htap_import_json_skip (self);

  return is_true;
}

/**
 * htap_import_json_skip:
 *
 * Skips the value that comes, however deep it is.
 */
void
htap_import_json_skip (HtapImportJson *self)
{
  gsize depth = 0;

  do
    {
      skip_white_space (self);
      if (*self->next == '{' || *self->next == '[')
        {
          depth++;
          self->next++;
        }
      else if (depth > 0 && (*self->next == '}' || *self->next == ']'))
        {
          depth--;
          self->next++;
        }
      else if (depth > 0 && (*self->next == ',' || *self->next == ':'))
        self->next++;
      else if (*self->next == '"')
        {
          self->next++;
          decode_string (self);
        }
      else if (strspn (self->next, LITERAL) > 0)
        self->next += strspn (self->next, LITERAL);
      else
        fail (self);
    }
  while (depth > 0 && !self->failed);
}

/**
 * htap_import_json_is_at_end:
 *
 * Returns: whether all was JSON and nothing is left
 */
gboolean
htap_import_json_is_at_end (HtapImportJson *self)
{
  skip_white_space (self);

  return !self->failed && *self->next == '\0';
}
