/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REFRESH (htap_refresh_get_type ())

/**
 * HtapRefresh:
 *
 * One sweep, made by htap_inventory_refresh(): it lists the TaurusDB instances of the projects and
 * asks each for its HTAP instances.
 *
 * Properties, all of which notify: `total` (guint, grows while it discovers), `done` (guint),
 * `discovering` (gboolean), `held-until` (gint64: until when the cloud wants requests to wait,
 * seconds since 1970 UTC; 0 unless it does), `finished` (gboolean).
 */
G_DECLARE_FINAL_TYPE (HtapRefresh, htap_refresh, HTAP, REFRESH, GObject)

guint    htap_refresh_get_total      (HtapRefresh *self);
guint    htap_refresh_get_done       (HtapRefresh *self);
guint    htap_refresh_get_failed     (HtapRefresh *self);
gboolean htap_refresh_is_discovering (HtapRefresh *self);
gint64   htap_refresh_get_held_until (HtapRefresh *self);
gboolean htap_refresh_is_finished    (HtapRefresh *self);
gboolean htap_refresh_is_stopped     (HtapRefresh *self);
gboolean htap_refresh_is_quiet       (HtapRefresh *self);
void     htap_refresh_stop           (HtapRefresh *self);

G_END_DECLS
