/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-regional-texts.h"

#include <string.h>

struct _HtapRegionalTexts
{
  GHashTable *texts; /* region -> text */
};

HtapRegionalTexts *
htap_regional_texts_new (void)
{
  HtapRegionalTexts *self = g_new0 (HtapRegionalTexts, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

HtapRegionalTexts *
htap_regional_texts_copy (HtapRegionalTexts *self)
{
  HtapRegionalTexts *copy = htap_regional_texts_new ();
  GHashTableIter iter;
  gpointer region, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &region, &text))
    g_hash_table_insert (copy->texts, g_strdup (region), g_strdup (text));

  return copy;
}

void
htap_regional_texts_free (HtapRegionalTexts *self)
{
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * htap_regional_texts_get:
 *
 * Returns: (transfer none) (nullable): what is kept of @region
 */
const char *
htap_regional_texts_get (HtapRegionalTexts *self, const char *region)
{
  return g_hash_table_lookup (self->texts, region);
}

/**
 * htap_regional_texts_set:
 * @text: (nullable): white space around it means nothing; of a blank one nothing is kept
 */
void
htap_regional_texts_set (HtapRegionalTexts *self, const char *region, const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (stripped != NULL && *stripped != '\0')
    g_hash_table_insert (self->texts, g_strdup (region), g_steal_pointer (&stripped));
  else
    g_hash_table_remove (self->texts, region);
}

/**
 * htap_regional_texts_dup_regions:
 *
 * Returns: (transfer full): the regions that something is kept of, sorted
 */
char **
htap_regional_texts_dup_regions (HtapRegionalTexts *self)
{
  g_autoptr (GList) regions = g_hash_table_get_keys (self->texts);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  regions = g_list_sort (regions, (GCompareFunc) strcmp);
  for (GList *l = regions; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);

  return g_strv_builder_end (builder);
}
