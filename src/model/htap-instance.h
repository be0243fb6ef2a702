/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"
#include "htap-severity.h"
#include "htap-source.h"
#include "htap-status.h"

G_BEGIN_DECLS

#define HTAP_TYPE_INSTANCE (htap_instance_get_type ())

/**
 * HtapInstance:
 *
 * The row of one HTAP instance. It lives on the main thread for as long as the instance is listed
 * and is never replaced: a refresh swaps its record.
 *
 * Two profiles may look at the same TaurusDB instance. Then more than one source lists the instance:
 * one of them is shown, with its record, and each of the others is ready to take its place.
 *
 * One that is gone may stay for a while, with what was last known of it: it is not listed then, no
 * source says it is there, and it counts nowhere.
 *
 * Properties, all of which notify: `source` (#HtapSource, the one that is shown), `record`,
 * `listed`, `findings` (#GPtrArray, what is wrong with it).
 */
G_DECLARE_FINAL_TYPE (HtapInstance, htap_instance, HTAP, INSTANCE, GObject)

HtapInstance    *htap_instance_new              (HtapSource   *source,
                                                 HtapRecord   *record);

HtapSource      *htap_instance_get_source       (HtapInstance *self);
const char      *htap_instance_get_id           (HtapInstance *self);
const char      *htap_instance_get_name         (HtapInstance *self);
HtapRecord      *htap_instance_get_record       (HtapInstance *self);
void             htap_instance_set_record       (HtapInstance *self,
                                                 HtapRecord   *record);
HtapShownStatus  htap_instance_get_shown_status (HtapInstance *self);
const char      *htap_instance_get_private_ip   (HtapInstance *self);
const char      *htap_instance_get_name_key     (HtapInstance *self);
const char      *htap_instance_get_search_text  (HtapInstance *self);

gboolean         htap_instance_get_listed       (HtapInstance *self);
void             htap_instance_set_listed       (HtapInstance *self,
                                                 gboolean      listed);
gint64           htap_instance_get_gone_since   (HtapInstance *self);
void             htap_instance_set_gone_since   (HtapInstance *self,
                                                 gint64        since);

GPtrArray       *htap_instance_get_findings     (HtapInstance *self);
void             htap_instance_set_findings     (HtapInstance *self,
                                                 GPtrArray    *findings);
HtapSeverity     htap_instance_get_severity     (HtapInstance *self);

gboolean         htap_instance_is_listed_by     (HtapInstance *self,
                                                 HtapSource   *source);
gboolean         htap_instance_is_listed_by_any (HtapInstance *self,
                                                 GHashTable   *sources);
HtapRecord      *htap_instance_get_record_of    (HtapInstance *self,
                                                 HtapSource   *source);
void             htap_instance_set_record_of    (HtapInstance *self,
                                                 HtapSource   *source,
                                                 HtapRecord   *record);
HtapSource      *htap_instance_find_substitute  (HtapInstance *self);
void             htap_instance_show_source      (HtapInstance *self,
                                                 HtapSource   *source);
void             htap_instance_drop_source      (HtapInstance *self,
                                                 HtapSource   *source);

G_END_DECLS
