/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"
#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_STATUS_NEWS (htap_status_news_get_type ())

/**
 * HtapStatusNews:
 *
 * What has become of the status of instances since somebody looked last: for each the newest
 * change, and none for one that is again what it was, or whose changes were seen. That an instance
 * is no longer listed is news, too.
 *
 * Signals: `changed`: the news are others now; emitted once for each sweep that brought any, at its
 * end, and when news are old.
 */
G_DECLARE_FINAL_TYPE (HtapStatusNews, htap_status_news, HTAP, STATUS_NEWS, GObject)

HtapStatusNews *htap_status_news_new    (HtapInventory  *inventory);
GPtrArray      *htap_status_news_dup   (HtapStatusNews *self);
void            htap_status_news_clear (HtapStatusNews *self);
void            htap_status_news_leave_out (HtapStatusNews *self,
                                        HtapInstance   *instance);

G_END_DECLS
