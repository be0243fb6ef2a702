/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "htap-demo-taurus.h"

G_BEGIN_DECLS

#define HTAP_TYPE_DEMO_CLOUD (htap_demo_cloud_get_type ())

/**
 * HtapDemoCloud:
 *
 * A cloud on loopback that answers as the real one does. Serves on the thread-default main context
 * of the thread that starts it.
 */
G_DECLARE_FINAL_TYPE (HtapDemoCloud, htap_demo_cloud, HTAP, DEMO_CLOUD, GObject)

HtapDemoCloud        *htap_demo_cloud_new           (void);
void                  htap_demo_cloud_set_delay     (HtapDemoCloud  *self,
                                                     guint           milliseconds);
void                  htap_demo_cloud_set_fleet     (HtapDemoCloud  *self,
                                                     guint           n_taurus,
                                                     guint           n_htap);
gboolean              htap_demo_cloud_start         (HtapDemoCloud  *self,
                                                     guint           port,
                                                     GError        **error);
void                  htap_demo_cloud_stop          (HtapDemoCloud  *self);
const char           *htap_demo_cloud_get_address   (HtapDemoCloud  *self);
const char           *htap_demo_cloud_get_token     (HtapDemoCloud  *self);
const HtapDemoTaurus *htap_demo_cloud_get_taurus    (HtapDemoCloud  *self,
                                                     guint          *n_taurus);
char                 *htap_demo_cloud_dup_profile   (HtapDemoCloud  *self);
char                 *htap_demo_cloud_dup_profile_by_hand (HtapDemoCloud *self);

G_END_DECLS
