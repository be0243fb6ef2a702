/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-private.h"

/* Who lists it: the source that is shown, and those that are ready to take its place. */

/**
 * htap_instance_is_listed_by:
 *
 * Returns: whether the last good answer of @source listed it, shown or not
 */
gboolean
htap_instance_is_listed_by (HtapInstance *self, HtapSource *source)
{
  return htap_instance_get_record_of (self, source) != NULL;
}

/**
 * htap_instance_is_listed_by_any:
 * @sources: a set of #HtapSource
 *
 * Returns: whether one of @sources lists it
 */
gboolean
htap_instance_is_listed_by_any (HtapInstance *self, GHashTable *sources)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), FALSE);

  return g_hash_table_contains (sources, self->source) ||
         htap_readings_has_any_of (self->others, sources);
}

/**
 * htap_instance_get_record_of:
 *
 * Returns: (transfer none) (nullable): what @source said last of it; %NULL if it does not list it
 */
HtapRecord *
htap_instance_get_record_of (HtapInstance *self, HtapSource *source)
{
  HtapReading *other;

  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  if (self->source == source)
    return self->record;

  other = htap_readings_find (self->others, source);

  return other != NULL ? other->record : NULL;
}

/**
 * htap_instance_set_record_of:
 * @source: one that lists it, or does so from now on
 * @record: what it said of the same id
 *
 * What is shown changes only if it is of @source.
 */
void
htap_instance_set_record_of (HtapInstance *self, HtapSource *source, HtapRecord *record)
{
  g_return_if_fail (HTAP_IS_INSTANCE (self));
  g_return_if_fail (record != NULL);

  if (self->source == source)
    {
      htap_instance_set_record (self, record);
      return;
    }

  if (self->others == NULL)
    self->others = htap_readings_new ();
  htap_readings_set (self->others, source, record);
}

/**
 * htap_instance_find_substitute:
 *
 * Returns: (transfer none) (nullable): of the other sources that list it, the one to trust most;
 *   %NULL if there is no other
 */
HtapSource *
htap_instance_find_substitute (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  return htap_readings_find_best (self->others);
}

/**
 * htap_instance_show_source:
 * @source: another source that lists it; it and its record are shown from now on
 *
 * Notifies `source` and `record`, when both have changed.
 */
void
htap_instance_show_source (HtapInstance *self, HtapSource *source)
{
  HtapReading *other;
  HtapReading shown;

  g_return_if_fail (HTAP_IS_INSTANCE (self));

  other = htap_readings_find (self->others, source);
  g_return_if_fail (other != NULL);

  shown = (HtapReading){ self->source, self->record };
  self->source = other->source;
  self->record = other->record;
  *other = shown;
  htap_instance_forget_keys (self);
  htap_instance_tell_shown (self);
}

/**
 * htap_instance_drop_source:
 * @source: one that no longer lists it and is not the one shown
 */
void
htap_instance_drop_source (HtapInstance *self, HtapSource *source)
{
  g_return_if_fail (HTAP_IS_INSTANCE (self));
  g_return_if_fail (self->source != source);

  if (self->others == NULL)
    return;

  htap_readings_remove (self->others, source);
  if (htap_readings_get_n (self->others) == 0)
    g_clear_pointer (&self->others, htap_readings_free);
}
