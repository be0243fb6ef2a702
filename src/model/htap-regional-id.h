/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REGIONAL_ID (htap_regional_id_get_type ())

/**
 * HtapRegionalId:
 * @region: a region's id, `cn-north-4`
 * @id: a project id (empty: to be found at sign-in) or a TaurusDB instance id
 *
 * An id that means something in one region only. Immutable.
 */
typedef struct {
  char *region;
  char *id;
} HtapRegionalId;

GType           htap_regional_id_get_type  (void);

HtapRegionalId *htap_regional_id_new       (const char           *region,
                                            const char           *id);
HtapRegionalId *htap_regional_id_copy      (const HtapRegionalId *self);
void            htap_regional_id_free      (HtapRegionalId       *self);
gboolean        htap_regional_id_equal     (gconstpointer         a,
                                            gconstpointer         b);

HtapRegionalId *htap_regional_id_parse     (const char           *text);
char           *htap_regional_id_to_string (const HtapRegionalId *self);

GPtrArray      *htap_regional_ids_new      (void);
GPtrArray      *htap_regional_ids_copy     (GPtrArray            *ids);
const char     *htap_regional_ids_find     (GPtrArray            *ids,
                                            const char           *region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapRegionalId, htap_regional_id_free)

G_END_DECLS
