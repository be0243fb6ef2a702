/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_RAW_JSON (htap_raw_json_get_type ())

/**
 * HtapRawJson:
 *
 * What the service wrote of one instance, letter by letter, and where its answer deviated from the
 * documented schema. Folded; what is inside is made when it is first unfolded.
 */
G_DECLARE_FINAL_TYPE (HtapRawJson, htap_raw_json, HTAP, RAW_JSON, AdwBin)

GtkWidget *htap_raw_json_new  (void);

void       htap_raw_json_show (HtapRawJson *self,
                               GBytes      *json,
                               GPtrArray   *deviations,
                               const char  *subject);

G_END_DECLS
