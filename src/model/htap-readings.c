/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-readings.h"

struct _HtapReadings
{
  GArray *readings;
};

static void
reading_clear (HtapReading *reading)
{
  g_clear_object (&reading->source);
  g_clear_pointer (&reading->record, htap_record_unref);
}

static HtapReading *
get_nth (HtapReadings *self, guint position)
{
  return &g_array_index (self->readings, HtapReading, position);
}

HtapReadings *
htap_readings_new (void)
{
  HtapReadings *self = g_new0 (HtapReadings, 1);

  self->readings = g_array_new (FALSE, FALSE, sizeof (HtapReading));
  g_array_set_clear_func (self->readings, (GDestroyNotify) reading_clear);

  return self;
}

void
htap_readings_free (HtapReadings *self)
{
  g_array_unref (self->readings);
  g_free (self);
}

guint
htap_readings_get_n (HtapReadings *self)
{
  return self != NULL ? self->readings->len : 0;
}

/**
 * htap_readings_find:
 *
 * Returns: (transfer none) (nullable): what @source said, valid until the next change of @self;
 *   whoever writes into it keeps the references right
 */
HtapReading *
htap_readings_find (HtapReadings *self, HtapSource *source)
{
  for (guint i = 0; i < htap_readings_get_n (self); i++)
    if (get_nth (self, i)->source == source)
      return get_nth (self, i);

  return NULL;
}

static gboolean
is_better (HtapSource *source, HtapSource *than)
{
  gboolean is_fresh = htap_source_get_state (source) == HTAP_SOURCE_FRESH;
  gboolean other_is_fresh = htap_source_get_state (than) == HTAP_SOURCE_FRESH;

  if (is_fresh != other_is_fresh)
    return is_fresh;

  return htap_source_get_as_of (source) > htap_source_get_as_of (than);
}

/**
 * htap_readings_find_best:
 *
 * Returns: (transfer none) (nullable): the source to trust most: one that is fresh, and of several
 *   the one that was read last; %NULL if there is none
 */
HtapSource *
htap_readings_find_best (HtapReadings *self)
{
  HtapSource *best = NULL;

  for (guint i = 0; i < htap_readings_get_n (self); i++)
    if (best == NULL || is_better (get_nth (self, i)->source, best))
      best = get_nth (self, i)->source;

  return best;
}

/**
 * htap_readings_has_any_of:
 * @sources: a set of #HtapSource
 */
gboolean
htap_readings_has_any_of (HtapReadings *self, GHashTable *sources)
{
  for (guint i = 0; i < htap_readings_get_n (self); i++)
    if (g_hash_table_contains (sources, get_nth (self, i)->source))
      return TRUE;

  return FALSE;
}

/**
 * htap_readings_set:
 * @record: takes the place of what @source said before
 */
void
htap_readings_set (HtapReadings *self, HtapSource *source, HtapRecord *record)
{
  HtapReading *present = htap_readings_find (self, source);
  const HtapReading reading = { g_object_ref (source), htap_record_ref (record) };

  if (present == NULL)
    {
      g_array_append_val (self->readings, reading);
      return;
    }

  reading_clear (present);
  *present = reading;
}

/**
 * htap_readings_remove:
 * @source: one without a reading is as good as removed
 */
void
htap_readings_remove (HtapReadings *self, HtapSource *source)
{
  for (guint i = self->readings->len; i-- > 0;)
    if (get_nth (self, i)->source == source)
      g_array_remove_index_fast (self->readings, i);
}
