/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"
#include "htap-taurus.h"

G_BEGIN_DECLS

/* Times. Everything takes seconds or milliseconds since 1970 UTC, as the name of the argument says;
 * all results are (transfer full). Only htap_format_iso8601() can be NULL. */
char *htap_format_date_time    (gint64            milliseconds);
char *htap_format_date_time_utc (gint64           milliseconds);
char *htap_format_iso8601      (gint64            milliseconds);
char *htap_format_clock        (gint64            seconds);
char *htap_format_as_of        (gint64            seconds,
                                gint64            now);
char *htap_format_age          (gint64            seconds,
                                gint64            now);
char *htap_format_duration     (gint64            seconds);

/* What the API's codes are called; a code without a name comes back as it is, NULL as NULL. */
char *htap_format_engine       (const char       *engine_name);
char *htap_format_version      (const char       *engine_name,
                                const char       *engine_version);
char *htap_format_mode         (const char       *ha_mode);
char *htap_format_mode_and_nodes (const HtapRecord *record);
char *htap_format_billing      (const char       *pay_model);
char *htap_format_volume_type  (const char       *volume_type);
char *htap_format_status       (const char       *status);
char *htap_format_shown_status (const HtapRecord *record);
char *htap_format_taurus_status (const HtapTaurus *taurus);
char *htap_format_flag         (gboolean          flag);

G_END_DECLS
