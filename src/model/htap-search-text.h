/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"
#include "htap-source.h"

G_BEGIN_DECLS

char *htap_search_text_fold (const char       *text);
char *htap_search_text_new  (const HtapRecord *record,
                             HtapSource       *source);

G_END_DECLS
