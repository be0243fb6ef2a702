/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search.h"

#include "htap-search-text.h"

#include <string.h>

struct _HtapSearch
{
  GPtrArray *words; /* folded as the text they are looked up in */
};

/**
 * htap_search_new:
 * @text: what a person typed: words between white space
 *
 * A search for the instances that have every word somewhere in their fields, as the API gives them
 * or as they are shown, whatever the case.
 *
 * Returns: (transfer full): a search; it matches everything if there is no word in @text
 */
HtapSearch *
htap_search_new (const char *text)
{
  HtapSearch *self = g_new (HtapSearch, 1);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = htap_search_text_fold (valid);
  const char *c = folded;

  self->words = g_ptr_array_new_with_free_func (g_free);

  while (*c != '\0')
    {
      const char *start;

      while (*c != '\0' && g_unichar_isspace (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
      start = c;
      while (*c != '\0' && !g_unichar_isspace (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
      if (c > start)
        g_ptr_array_add (self->words, g_strndup (start, (gsize) (c - start)));
    }

  return self;
}

void
htap_search_free (HtapSearch *self)
{
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * htap_search_is_empty:
 *
 * Returns: whether there is no word, so that everything matches
 */
gboolean
htap_search_is_empty (const HtapSearch *self)
{
  return self->words->len == 0;
}

/**
 * htap_search_matches:
 *
 * Allocates nothing once an instance's text was looked at, for it is asked of every instance at
 * every keystroke.
 *
 * Returns: whether @instance, or the source it belongs to, has every word
 */
gboolean
htap_search_matches (const HtapSearch *self, HtapInstance *instance)
{
  const char *own, *shared;

  if (self->words->len == 0)
    return TRUE;

  own = htap_instance_get_search_text (instance);
  shared = htap_source_get_search_text (htap_instance_get_source (instance));

  for (guint i = 0; i < self->words->len; i++)
    if (strstr (own, self->words->pdata[i]) == NULL &&
        strstr (shared, self->words->pdata[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * htap_search_matches_source:
 *
 * Returns: whether @source has every word, in what all its instances share: the TaurusDB instance's
 *   name and id, the profile, the region
 */
gboolean
htap_search_matches_source (const HtapSearch *self, HtapSource *source)
{
  for (guint i = 0; i < self->words->len; i++)
    if (strstr (htap_source_get_search_text (source), self->words->pdata[i]) == NULL)
      return FALSE;

  return TRUE;
}
