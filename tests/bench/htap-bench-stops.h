/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void   htap_bench_stops_begin (void);
double htap_bench_stops_end   (void);
double htap_bench_stops_get_cpu (void);

G_END_DECLS
