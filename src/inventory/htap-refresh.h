/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REFRESH (htap_refresh_get_type ())

/**
 * HtapRefresh:
 *
 * One sweep over sources, made by htap_inventory_refresh(). Properties: `done` (guint), `finished`
 * (gboolean); both notify.
 */
G_DECLARE_FINAL_TYPE (HtapRefresh, htap_refresh, HTAP, REFRESH, GObject)

guint    htap_refresh_get_total   (HtapRefresh *self);
guint    htap_refresh_get_done    (HtapRefresh *self);
guint    htap_refresh_get_failed  (HtapRefresh *self);
gboolean htap_refresh_is_finished (HtapRefresh *self);
gboolean htap_refresh_is_stopped  (HtapRefresh *self);
gboolean htap_refresh_is_quiet    (HtapRefresh *self);
void     htap_refresh_stop        (HtapRefresh *self);

G_END_DECLS
