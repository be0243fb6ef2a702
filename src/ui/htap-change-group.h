/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CHANGE_GROUP (htap_change_group_get_type ())

/**
 * HtapChangeGroup:
 *
 * What has changed in one HTAP instance. Never changes itself.
 */
G_DECLARE_FINAL_TYPE (HtapChangeGroup, htap_change_group, HTAP, CHANGE_GROUP, GObject)

GPtrArray *htap_change_groups_new (GListModel *changes, gboolean seen);

HtapChange *htap_change_group_get_newest (HtapChangeGroup *self);
GPtrArray *htap_change_group_get_changes (HtapChangeGroup *self);
gboolean htap_change_group_says_the_same (HtapChangeGroup *self, HtapChangeGroup *other);

G_END_DECLS
