/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-markdown.h"

#include <string.h>

/* Between two letters these do nothing, and ids are full of them: "htap_1" is better read without
 * a backslash. */
static gboolean
is_inside_word (const char *value, const char *c)
{
  return c > value && g_ascii_isalnum (c[-1]) && g_ascii_isalnum (c[1]);
}

/* Any punctuation may be escaped; escaped are those that could begin markup, an entity or, as
 * "www." and "://" do, a link by themselves. */
static gboolean
is_markup (const char *value, const char *c)
{
  switch (*c)
    {
    case '_':
      return !is_inside_word (value, c);
    case ':':
      return g_str_has_prefix (c + 1, "//");
    case '.':
      return c - value >= 3 && g_ascii_strncasecmp (c - 3, "www", 3) == 0;
    case '@':
      return TRUE;
    default:
      return *c != '\0' && strchr ("\\`*[]<>&|~!$", *c) != NULL;
    }
}

static void
append_cell (GString *text, const char *value)
{
  for (const char *c = value; *c != '\0'; c++)
    {
      if (is_markup (value, c))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *c);
    }
}

static const HtapRowsLayout layout = {
  .line_start = "| ",
  .separator = " | ",
  .line_end = " |\n",
  .append_cell = append_cell,
};

/* Numbers to the right, as in the window. */
static void
append_rule (GString *text, const HtapRows *rows)
{
  for (guint i = 0; i < rows->n_columns; i++)
    {
      HtapFieldKind kind = htap_field_get_kind (htap_field_get (rows->columns[i]));

      g_string_append (text, kind == HTAP_FIELD_KIND_NUMBER ? "| ---: " : "| --- ");
    }
  g_string_append (text, "|\n");
}

/**
 * htap_markdown_format:
 *
 * Returns: (transfer full): a table of GitHub's Markdown, which has titles in any case: ids if
 *   @rows has none. Nothing in a value is taken for markup; every line ends in a newline
 */
char *
htap_markdown_format (const HtapRows *rows)
{
  HtapRows titled = *rows;
  GString *text = g_string_new (NULL);

  if (rows->titles == HTAP_ROWS_TITLES_NONE)
    titled.titles = HTAP_ROWS_TITLES_IDS;
  htap_rows_append_titles (&titled, text, &layout);
  append_rule (text, &titled);
  htap_rows_append (&titled, text, &layout);

  return g_string_free (text, FALSE);
}
