/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"
#include "htap-taurus.h"

G_BEGIN_DECLS

#define HTAP_TYPE_DISCOVERY (htap_discovery_get_type ())

/**
 * HtapDiscovery:
 *
 * Which TaurusDB instances one project has, as one profile sees it. What was found stays known for
 * as long as the program runs: an instance that is no longer listed is gone, not forgotten. Lives on
 * the main thread.
 *
 * Properties, all of which notify: `state` (an #HtapSourceState: `fresh` once it was listed, `stale`
 * if the last attempt failed, `failed` if every attempt did), `loading`, `as-of` (when it was
 * listed, seconds since 1970 UTC), `n-taurus` (how many were listed).
 */
G_DECLARE_FINAL_TYPE (HtapDiscovery, htap_discovery, HTAP, DISCOVERY, GObject)

HtapDiscovery   *htap_discovery_new             (HtapProfile  *profile,
                                                 const char   *region,
                                                 const char   *project_id);

HtapProfile     *htap_discovery_get_profile     (HtapDiscovery *self);
void             htap_discovery_set_profile     (HtapDiscovery *self,
                                                 HtapProfile   *profile);
const char      *htap_discovery_get_region      (HtapDiscovery *self);
const char      *htap_discovery_get_project_id  (HtapDiscovery *self);

HtapSource      *htap_discovery_get_stand_in    (HtapDiscovery *self);

HtapSourceState  htap_discovery_get_state       (HtapDiscovery *self);
gboolean         htap_discovery_is_loading      (HtapDiscovery *self);
gint64           htap_discovery_get_as_of       (HtapDiscovery *self);
const GError    *htap_discovery_get_error       (HtapDiscovery *self);
gboolean         htap_discovery_is_complete     (HtapDiscovery *self);

GPtrArray       *htap_discovery_get_taurus      (HtapDiscovery *self);
GPtrArray       *htap_discovery_get_gone        (HtapDiscovery *self);
HtapTaurus      *htap_discovery_find            (HtapDiscovery *self,
                                                 const char    *taurus_id);
gboolean         htap_discovery_is_gone         (HtapDiscovery *self,
                                                 const char    *taurus_id);

void             htap_discovery_begin           (HtapDiscovery *self);
void             htap_discovery_succeed         (HtapDiscovery *self,
                                                 gint64         now,
                                                 GPtrArray     *taurus,
                                                 gboolean       complete);
void             htap_discovery_restore         (HtapDiscovery *self,
                                                 gint64         as_of,
                                                 GPtrArray     *taurus,
                                                 gboolean       complete);
void             htap_discovery_fail            (HtapDiscovery *self,
                                                 const GError  *error);
void             htap_discovery_abandon         (HtapDiscovery *self);

GHashTable      *htap_discovery_get_enterprise_projects (HtapDiscovery *self);
const GError    *htap_discovery_get_enterprise_projects_error (HtapDiscovery *self);
void             htap_discovery_set_enterprise_projects (HtapDiscovery *self,
                                                 GHashTable    *names,
                                                 const GError  *error);

G_END_DECLS
