/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-name.h"

#include "htap-search-text.h"

/* Moves over what does not count in a name: a label may be typed with its spaces or without. */
static const char *
skip_space (const char *c)
{
  while (*c == ' ')
    c++;

  return c;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  for (a = skip_space (a), b = skip_space (b); *a != '\0' && *a == *b;)
    {
      a = skip_space (a + 1);
      b = skip_space (b + 1);
    }

  return *a == '\0' && *b == '\0';
}

static gboolean
answers_to (const HtapField *field, const char *name)
{
  g_autofree char *label = htap_search_text_fold (htap_field_get_label (field));
  const char *word = htap_field_get_word (field);

  return g_str_equal (htap_field_get_id (field), name) ||
         (word != NULL && g_str_equal (word, name)) || is_same_name (label, name);
}

/**
 * htap_search_name_find:
 * @name: folded
 *
 * Returns: the fields that answer to @name: by id, by their short word, or by their label in the
 *   user's language. `ip` is every address, and `status` also what is shown of it. Empty if no
 *   field does.
 */
HtapFieldSet
htap_search_name_find (const char *name)
{
  HtapFieldSet fields = 0;

  if (g_str_equal (name, htap_field_get_word (htap_field_get (HTAP_FIELD_DATA_VIP))))
    return HTAP_SEARCH_ADDRESS_FIELDS;

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (answers_to (htap_field_get (i), name))
      fields |= HTAP_FIELD_BIT (i);

  if (g_str_equal (name, htap_field_get_id (htap_field_get (HTAP_FIELD_STATUS))))
    fields |= HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS);

  return fields;
}
