/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-touched.h"

struct _HtapTouched
{
  GHashTable *instances; /* set of HtapInstance */
  GHashTable *sources;   /* set of HtapSource */
};

HtapTouched *
htap_touched_new (void)
{
  HtapTouched *self = g_new0 (HtapTouched, 1);

  self->instances = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->sources = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  return self;
}

void
htap_touched_free (HtapTouched *self)
{
  g_hash_table_unref (self->instances);
  g_hash_table_unref (self->sources);
  g_free (self);
}

static void
add (GHashTable *set, gpointer object)
{
  if (!g_hash_table_contains (set, object))
    g_hash_table_add (set, g_object_ref (object));
}

/**
 * htap_touched_add_instance:
 * @instance: has another record, shows another source, is no longer listed or is again, or its
 *   source is in another state
 */
void
htap_touched_add_instance (HtapTouched *self, HtapInstance *instance)
{
  add (self->instances, instance);
}

/**
 * htap_touched_add_source:
 * @source: was answered, or could not be, or its TaurusDB instance is another
 */
void
htap_touched_add_source (HtapTouched *self, HtapSource *source)
{
  add (self->sources, source);
}

/**
 * htap_touched_clear:
 *
 * Somebody has looked.
 */
void
htap_touched_clear (HtapTouched *self)
{
  g_hash_table_remove_all (self->instances);
  g_hash_table_remove_all (self->sources);
}

/**
 * htap_touched_get_instances:
 *
 * Returns: (transfer none) (element-type HtapInstance): a set; some may have left their list
 */
GHashTable *
htap_touched_get_instances (HtapTouched *self)
{
  return self->instances;
}

/**
 * htap_touched_get_sources:
 *
 * Returns: (transfer none) (element-type HtapSource): likewise
 */
GHashTable *
htap_touched_get_sources (HtapTouched *self)
{
  return self->sources;
}
