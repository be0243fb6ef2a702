/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-collation.h"

#include <string.h>

/* Compares two runs of digits by value, however long, and moves both past their run. */
static int
compare_numbers (const char **a, const char **b)
{
  gsize a_length, b_length;
  int order;

  while (**a == '0')
    (*a)++;
  while (**b == '0')
    (*b)++;
  a_length = strspn (*a, "0123456789");
  b_length = strspn (*b, "0123456789");

  order = a_length != b_length ? (a_length < b_length ? -1 : 1) : strncmp (*a, *b, a_length);
  *a += a_length;
  *b += b_length;

  return order;
}

/**
 * htap_collate_natural:
 *
 * Compares identifiers as people count: runs of digits by value (`3.1.6` before `3.1.15`), ASCII
 * letters without their case, everything else by its bytes. For names in a person's language there
 * is g_utf8_collate_key_for_filename().
 *
 * Returns: less than, equal to or greater than 0
 */
int
htap_collate_natural (const char *a, const char *b)
{
  const char *one = a;
  const char *other = b;

  while (*one != '\0' && *other != '\0')
    {
      int order;

      if (g_ascii_isdigit (*one) && g_ascii_isdigit (*other))
        order = compare_numbers (&one, &other);
      else
        order = (guchar) g_ascii_tolower (*one++) - (guchar) g_ascii_tolower (*other++);

      if (order != 0)
        return order;
    }

  if (*one != *other)
    return (guchar) *one - (guchar) *other;

  return strcmp (a, b);
}

/* Moves @text past a run of digits. Returns: the place behind what was written */
static guint8 *
write_number (const char **text, guint8 *place, const guint8 *end)
{
  gsize length;

  while (**text == '0')
    (*text)++;
  length = strspn (*text, "0123456789");

  *place++ = '0';
  if (place < end)
    *place++ = (guint8) MIN (length, G_MAXUINT8);
  if (length >= G_MAXUINT8)
    return NULL;

  for (gsize i = 0; i < length && place < end; i++)
    *place++ = (guint8) (*text)[i];
  *text += length;

  return place;
}

/**
 * htap_collate_natural_begin:
 * @key: (out) (array length=size): what memcmp() sorts as htap_collate_natural() sorts the texts
 *   that it was made of, except that it may not tell two apart
 * @size: bytes to write
 */
void
htap_collate_natural_begin (const char *text, guint8 *key, gsize size)
{
  guint8 *place = key;
  const guint8 *end = key + size;

  memset (key, 0, size);
  while (*text != '\0' && place != NULL && place < end)
    {
      if (g_ascii_isdigit (*text))
        place = write_number (&text, place, end);
      else
        *place++ = (guint8) g_ascii_tolower (*text++);
    }
}
