/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-status-news.h"

G_BEGIN_DECLS

char *htap_status_news_text_dup_title (GPtrArray *news);
char *htap_status_news_text_dup_body  (GPtrArray *news);

G_END_DECLS
