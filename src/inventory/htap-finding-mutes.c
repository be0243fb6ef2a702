/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-mutes.h"

#include <string.h>

struct _HtapFindingMutes
{
  GHashTable *keys; /* set */
};

HtapFindingMutes *
htap_finding_mutes_new (void)
{
  HtapFindingMutes *self = g_new0 (HtapFindingMutes, 1);

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
htap_finding_mutes_free (HtapFindingMutes *self)
{
  g_hash_table_unref (self->keys);
  g_free (self);
}

gboolean
htap_finding_mutes_have (HtapFindingMutes *self, HtapFinding *finding)
{
  return g_hash_table_size (self->keys) > 0 &&
         g_hash_table_contains (self->keys, htap_finding_get_key (finding));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * htap_finding_mutes_dup_keys:
 *
 * Returns: (transfer full): in an order of their own
 */
char **
htap_finding_mutes_dup_keys (HtapFindingMutes *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

/**
 * htap_finding_mutes_set_keys:
 * @keys: what is to be muted, and nothing else; one may be there twice
 *
 * Returns: whether that is something else than before
 */
gboolean
htap_finding_mutes_set_keys (HtapFindingMutes *self, const char *const *keys)
{
  g_autoptr (GHashTable) before = self->keys;
  gboolean same = TRUE;

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_hash_table_add (self->keys, g_strdup (keys[i]));
      same = same && g_hash_table_contains (before, keys[i]);
    }

  return !same || g_hash_table_size (before) != g_hash_table_size (self->keys);
}
