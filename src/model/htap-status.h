/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"

G_BEGIN_DECLS

/**
 * HtapShownStatus:
 *
 * What a person should know first about an instance: the first of these that applies. They sort in
 * this order, so that trouble is on top.
 */
typedef enum {
  HTAP_SHOWN_STATUS_CREATION_FAILED,
  HTAP_SHOWN_STATUS_ABNORMAL,
  HTAP_SHOWN_STATUS_FROZEN,
  HTAP_SHOWN_STATUS_CREATING,
  HTAP_SHOWN_STATUS_UNKNOWN,
  HTAP_SHOWN_STATUS_CHANGING,
  HTAP_SHOWN_STATUS_REBOOT_NEEDED,
  HTAP_SHOWN_STATUS_AVAILABLE,
} HtapShownStatus;

HtapShownStatus   htap_shown_status_from_text (const char       *status);
HtapShownStatus   htap_record_get_shown_status (const HtapRecord *record);
const HtapAction *htap_record_get_running_action (const HtapRecord *record);
const char       *htap_record_get_status_word  (const HtapRecord *record);
const char       *htap_shown_status_get_id     (HtapShownStatus   status);

G_END_DECLS
