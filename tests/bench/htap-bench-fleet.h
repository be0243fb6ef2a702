/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

/* As many as a TaurusDB instance can have. */
#define HTAP_BENCH_FLEET_SHARE 10

/**
 * HtapBenchFleet:
 * @inventory: has a profile with the sources, and nothing else
 *
 * TaurusDB instances of one profile, of ten HTAP instances each, whose answers come when a benchmark
 * wants them to: what has to do with the network has come before.
 */
typedef struct {
  HtapInventory *inventory;
  GPtrArray     *sources;   /* HtapSource */
} HtapBenchFleet;

HtapBenchFleet *htap_bench_fleet_new     (guint           n_instances);
void            htap_bench_fleet_free    (HtapBenchFleet *self);

GPtrArray      *htap_bench_fleet_decode  (HtapBenchFleet *self,
                                          guint           n_changed);
void            htap_bench_fleet_begin   (HtapBenchFleet *self);
void            htap_bench_fleet_arrive  (HtapBenchFleet *self,
                                          GPtrArray      *answers,
                                          guint           interval);
void            htap_bench_fleet_merge   (HtapBenchFleet *self,
                                          GPtrArray      *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapBenchFleet, htap_bench_fleet_free)

G_END_DECLS
