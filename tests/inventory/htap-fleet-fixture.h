/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-probe.h"
#include "htap-inventory.h"

G_BEGIN_DECLS

/**
 * HtapFleetFixture:
 * @n_merges: how often `merged` was emitted
 * @n_profiles_changed: how often `profiles-changed` was
 *
 * A demo cloud and an inventory that reads it, over HTTP on loopback.
 */
typedef struct {
  HtapDemoProbe *probe;
  HtapInventory *inventory;
  guint          n_merges;
  guint          n_profiles_changed;
} HtapFleetFixture;

void         htap_fleet_fixture_set_up         (HtapFleetFixture *self,
                                                gconstpointer     data);
void         htap_fleet_fixture_tear_down      (HtapFleetFixture *self,
                                                gconstpointer     data);
HtapProfile *htap_fleet_fixture_new_profile    (HtapFleetFixture *self,
                                                const char       *uuid);
void         htap_fleet_fixture_add_profile    (HtapFleetFixture *self,
                                                HtapProfile      *profile);
void         htap_fleet_fixture_refresh        (HtapFleetFixture *self);
void         htap_fleet_fixture_wait_finished  (HtapFleetFixture *self,
                                                HtapRefresh      *refresh);
guint        htap_fleet_fixture_get_n_taurus   (HtapFleetFixture *self);
guint        htap_fleet_fixture_get_n_sources  (HtapFleetFixture *self);
guint        htap_fleet_fixture_get_n_rows     (HtapFleetFixture *self);
guint        htap_fleet_fixture_count_state    (HtapFleetFixture *self,
                                                HtapSourceState   state);
HtapSource  *htap_fleet_fixture_find_source    (HtapFleetFixture *self,
                                                const char       *taurus_id);

G_END_DECLS
