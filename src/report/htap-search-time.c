/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-time.h"

#include <string.h>

/* Parts of a date and a time, in the order in which they are written. */
enum
{
  YEAR,
  MONTH,
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  N_PARTS,
};

/* What may stand before each part. */
static const char *const separators[N_PARTS] = { "", "-/", "-/", "t ", ":", ":" };

static gboolean
read_parts (const char *text, int parts[N_PARTS], guint *n_parts)
{
  const char *c = text;

  for (*n_parts = 0; *n_parts < N_PARTS && *c != '\0'; (*n_parts)++)
    {
      guint n_digits = 0;

      if (*n_parts > 0 && strchr (separators[*n_parts], *c++) == NULL)
        return FALSE;
      for (parts[*n_parts] = 0; g_ascii_isdigit (*c) && n_digits < 4; c++, n_digits++)
        parts[*n_parts] = parts[*n_parts] * 10 + g_ascii_digit_value (*c);
      if (n_digits == 0 || n_digits > 4 || (*n_parts == YEAR && n_digits != 4))
        return FALSE;
    }

  /* An hour alone is no time yet. */
  return *c == '\0' && *n_parts > 0 && *n_parts != HOUR + 1;
}

static GDateTime *
add_one (GDateTime *start, guint n_parts)
{
  switch (n_parts - 1)
    {
    case YEAR:
      return g_date_time_add_years (start, 1);
    case MONTH:
      return g_date_time_add_months (start, 1);
    case DAY:
      return g_date_time_add_days (start, 1);
    case MINUTE:
      return g_date_time_add_minutes (start, 1);
    default:
      return g_date_time_add_seconds (start, 1);
    }
}

static gint64
get_milliseconds (GDateTime *time)
{
  return g_date_time_to_unix (time) * 1000;
}

/**
 * htap_search_time_parse:
 * @text: folded: a year, month, day, minute or second of the local time zone, `2026-01-01 10:00`;
 *   with a `z` at its end, of UTC
 * @start: (out): when it begins, milliseconds since 1970 UTC
 * @end: (out): when the next one begins
 *
 * Returns: %FALSE if @text is no such time
 */
gboolean
htap_search_time_parse (const char *text, gint64 *start, gint64 *end)
{
  gboolean is_utc = g_str_has_suffix (text, "z");
  g_autofree char *time = g_strndup (text, strlen (text) - (is_utc ? 1 : 0));
  g_autoptr (GTimeZone) zone = is_utc ? g_time_zone_new_utc () : g_time_zone_new_local ();
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) next = NULL;
  int parts[N_PARTS] = { [MONTH] = 1, [DAY] = 1 };
  guint n_parts;

  if (!read_parts (time, parts, &n_parts))
    return FALSE;

  first = g_date_time_new (zone, parts[YEAR], parts[MONTH], parts[DAY], parts[HOUR], parts[MINUTE],
                           parts[SECOND]);
  next = first != NULL ? add_one (first, n_parts) : NULL;
  if (next == NULL)
    return FALSE;

  *start = get_milliseconds (first);
  *end = get_milliseconds (next);

  return TRUE;
}
