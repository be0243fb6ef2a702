/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-watch-list.h"

G_BEGIN_DECLS

char *htap_watch_text_dup_title (HtapInstance *instance,
                                 HtapWatchEnd  end);
char *htap_watch_text_dup_body  (HtapInstance *instance,
                                 HtapWatchEnd  end);

G_END_DECLS
