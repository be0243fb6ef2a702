/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-text.h"

#include "htap-field.h"

static void
append_line (GString *text, const char *value)
{
  if (value == NULL)
    return;

  g_string_append (text, value);
  g_string_append_c (text, '\n');
}

/**
 * htap_search_text_fold:
 * @text: what is searched, or what is searched for; the same is to be done to both
 *
 * Returns: (transfer full): without the differences that a person who types does not make: upper
 *   and lower case, full-width letters and digits of an input method, composed and decomposed
 */
char *
htap_search_text_fold (const char *text)
{
  g_autofree char *normalized = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  normalized = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normalized != NULL ? normalized : text, -1);
}

/* What all records of a source share is in the text of the source alone. */
static gboolean
is_of (const HtapField *field, const HtapRecord *record, HtapSource *source)
{
  gboolean is_shared = htap_field_is_of_source (field) && !htap_field_is_of_both (field);

  return record != NULL ? !is_shared : source != NULL && is_shared;
}

/**
 * htap_search_text_new:
 * @record: (nullable): %NULL for what all records of @source share
 * @source: (nullable): where @record was read
 *
 * Returns: (transfer full): the value of every field that differs from record to record, or else of
 *   every other one, as the API gives it and as it is shown, folded; one a line, so that nothing is
 *   found across two of them
 */
char *
htap_search_text_new (const HtapRecord *record, HtapSource *source)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      g_autofree char *value = NULL;
      g_autofree char *shown = NULL;

      if (!is_of (field, record, source))
        continue;

      value = htap_field_dup_value (field, record, source);
      shown = htap_field_dup_shown_of (field, record, source);
      append_line (text, value);
      if (g_strcmp0 (value, shown) != 0)
        append_line (text, shown);
    }

  return htap_search_text_fold (text->str);
}
