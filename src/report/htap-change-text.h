/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"

G_BEGIN_DECLS

char *htap_change_text_dup (HtapChange *change);
char *htap_change_text_dup_title (HtapChange *change);
char *htap_change_text_dup_values (HtapChange *change);
char *htap_change_text_dup_mark (HtapChange *change, gint64 now);
char *htap_change_text_dup_was (HtapChange *change, gint64 now);

G_END_DECLS
