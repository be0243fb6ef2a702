/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"
#include "htap-taurus.h"

G_BEGIN_DECLS

/**
 * HtapSourceState:
 * @HTAP_SOURCE_NEVER: never asked
 * @HTAP_SOURCE_LOADING: being asked, and nothing is known yet
 * @HTAP_SOURCE_FRESH: the last attempt succeeded
 * @HTAP_SOURCE_STALE: what is known is old: the last attempt failed, or there was none for too long
 * @HTAP_SOURCE_FAILED: asked, and never read
 */
typedef enum {
  HTAP_SOURCE_NEVER,
  HTAP_SOURCE_LOADING,
  HTAP_SOURCE_FRESH,
  HTAP_SOURCE_STALE,
  HTAP_SOURCE_FAILED,
} HtapSourceState;

/* After this long without an answer, seconds, what is shown counts as old. */
#define HTAP_SOURCE_STALE_AFTER (10 * 60)

#define HTAP_TYPE_SOURCE (htap_source_get_type ())

G_DECLARE_FINAL_TYPE (HtapSource, htap_source, HTAP, SOURCE, GObject)

HtapSource      *htap_source_new             (HtapProfile  *profile,
                                              const char   *region,
                                              const char   *project_id,
                                              const char   *taurus_id);

HtapProfile     *htap_source_get_profile     (HtapSource   *self);
void             htap_source_set_profile     (HtapSource   *self,
                                              HtapProfile  *profile);
const char      *htap_source_get_region      (HtapSource   *self);
const char      *htap_source_get_project_id  (HtapSource   *self);
const char      *htap_source_get_found_project_id (HtapSource *self);
void             htap_source_set_found_project_id (HtapSource *self,
                                              const char   *project_id);
const char      *htap_source_get_taurus_id   (HtapSource   *self);
const char      *htap_source_get_taurus_name (HtapSource   *self);
const char      *htap_source_get_shown_name  (HtapSource   *self);
void             htap_source_set_taurus_name (HtapSource   *self,
                                              const char   *name);
const char      *htap_source_get_tags        (HtapSource   *self);
HtapTaurus      *htap_source_get_taurus      (HtapSource   *self);
void             htap_source_set_taurus      (HtapSource   *self,
                                              HtapTaurus   *taurus);
GHashTable      *htap_source_get_enterprise_projects (HtapSource *self);
void             htap_source_set_enterprise_projects (HtapSource *self,
                                              GHashTable   *names);
const char      *htap_source_get_search_text (HtapSource   *self);

HtapSourceState  htap_source_get_state       (HtapSource   *self);
gboolean         htap_source_is_loading      (HtapSource   *self);
gint64           htap_source_get_as_of       (HtapSource   *self);
const GError    *htap_source_get_error       (HtapSource   *self);
gint64           htap_source_get_total       (HtapSource   *self);
gint64           htap_source_get_maximum     (HtapSource   *self);
guint            htap_source_get_n_instances (HtapSource   *self);
GPtrArray       *htap_source_get_deviations  (HtapSource   *self);

void             htap_source_begin           (HtapSource   *self);
void             htap_source_succeed         (HtapSource   *self,
                                              gint64        now,
                                              gint64        total,
                                              gint64        maximum,
                                              guint         n_instances,
                                              GPtrArray    *deviations);
void             htap_source_restore         (HtapSource   *self,
                                              gint64        as_of,
                                              gint64        total,
                                              gint64        maximum,
                                              guint         n_instances,
                                              GPtrArray    *deviations);
void             htap_source_fail            (HtapSource   *self,
                                              const GError *error);
void             htap_source_abandon         (HtapSource   *self);
gboolean         htap_source_tick            (HtapSource   *self,
                                              gint64        now);

const char      *htap_source_state_get_id    (HtapSourceState state);

G_END_DECLS
