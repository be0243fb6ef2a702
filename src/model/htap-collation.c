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
