/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"
#include "htap-inventory.h"

G_BEGIN_DECLS

/**
 * HtapWatchEnd:
 * @HTAP_WATCH_SETTLED: it is available, or something went wrong that was not wrong before; its
 *   shown status says which
 * @HTAP_WATCH_GONE: it is no longer listed
 * @HTAP_WATCH_GAVE_UP: neither, for an hour
 *
 * How a watch ended.
 */
typedef enum {
  HTAP_WATCH_SETTLED,
  HTAP_WATCH_GONE,
  HTAP_WATCH_GAVE_UP,
} HtapWatchEnd;

#define HTAP_TYPE_WATCH_LIST (htap_watch_list_get_type ())

/**
 * HtapWatchList:
 *
 * The instances of which somebody wants to know when they are available. Each is asked for every
 * ten seconds, for an hour at most; while there is none, there is no timer.
 *
 * Signals: `changed`: other instances are watched now. `ended` (#HtapInstance, #HtapWatchEnd): one
 * is not watched any more, for there is something to tell; emitted after `changed`.
 */
G_DECLARE_FINAL_TYPE (HtapWatchList, htap_watch_list, HTAP, WATCH_LIST, GObject)

HtapWatchList *htap_watch_list_new      (HtapInventory *inventory);

gboolean       htap_watch_list_accepts  (HtapInstance  *instance);
gboolean       htap_watch_list_contains (HtapWatchList *self,
                                         HtapInstance  *instance);
guint          htap_watch_list_get_size (HtapWatchList *self);
void           htap_watch_list_add      (HtapWatchList *self,
                                         HtapInstance  *instance);
void           htap_watch_list_remove   (HtapWatchList *self,
                                         HtapInstance  *instance);
void           htap_watch_list_clear    (HtapWatchList *self);

G_END_DECLS
