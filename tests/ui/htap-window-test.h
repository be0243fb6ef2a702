/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-cloud.h"
#include "htap-error.h"
#include "htap-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HtapTestDemo:
 * @cloud: serves on loopback
 * @inventory: knows the cloud's profile; nothing is read yet
 *
 * The whole way of the data, over real HTTP.
 */
typedef struct {
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
} HtapTestDemo;

HtapTestDemo *htap_test_demo_new           (void);
void          htap_test_demo_free          (HtapTestDemo  *self);
void          htap_test_demo_refresh       (HtapTestDemo  *self);
HtapSource   *htap_test_demo_find_failed   (HtapTestDemo  *self);

/* Without any network: profiles and answers made by hand. */
void          htap_window_test_set_profile (HtapInventory *inventory,
                                            const char    *name,
                                            const char    *projects,
                                            const char    *taurus_ids);
HtapDiscovery *htap_window_test_discover  (HtapInventory *inventory,
                                            const char    *name,
                                            const char    *projects);
HtapSource   *htap_window_test_get_source  (HtapInventory *inventory,
                                            guint          position);
void          htap_window_test_answer      (HtapInventory *inventory,
                                            HtapSource    *source,
                                            gint64         as_of,
                                            const char    *statuses);
void          htap_window_test_answer_again (HtapInventory *inventory,
                                             HtapSource    *source,
                                             gint64         as_of,
                                             const char    *statuses);
void          htap_window_test_fail        (HtapSource    *source,
                                            HtapError      kind);

GtkWidget    *htap_window_test_find_button (GtkWidget     *widget,
                                            const char    *accessible_label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapTestDemo, htap_test_demo_free)

G_END_DECLS
