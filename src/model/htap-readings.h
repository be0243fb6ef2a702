/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"
#include "htap-source.h"

G_BEGIN_DECLS

/**
 * HtapReading:
 *
 * What one source said last of one HTAP instance. Holds both.
 */
typedef struct {
  HtapSource *source;
  HtapRecord *record;
} HtapReading;

/**
 * HtapReadings:
 *
 * What several sources said of one HTAP instance, at most one reading a source. There are as many
 * as profiles look at the same TaurusDB instance: a handful. For lookups, %NULL is one without any.
 */
typedef struct _HtapReadings HtapReadings;

HtapReadings *htap_readings_new        (void);
void          htap_readings_free       (HtapReadings *self);

guint         htap_readings_get_n      (HtapReadings *self);
HtapReading  *htap_readings_find       (HtapReadings *self,
                                        HtapSource   *source);
HtapSource   *htap_readings_find_best  (HtapReadings *self);
gboolean      htap_readings_has_any_of (HtapReadings *self,
                                        GHashTable   *sources);
void          htap_readings_set        (HtapReadings *self,
                                        HtapSource   *source,
                                        HtapRecord   *record);
void          htap_readings_remove     (HtapReadings *self,
                                        HtapSource   *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapReadings, htap_readings_free)

G_END_DECLS
