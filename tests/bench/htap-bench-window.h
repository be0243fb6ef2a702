/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-bench-fleet.h"

#include "htap-instance-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

void              htap_bench_window_init       (void);
GtkWindow        *htap_bench_window_open       (HtapInventory *inventory);
GtkWindow        *htap_bench_window_open_plain (GtkWidget     *child);
void              htap_bench_window_close      (GtkWindow     *window);
HtapInstanceView *htap_bench_window_get_view   (GtkWindow     *window);
void              htap_bench_window_search     (GtkWindow     *window,
                                                const char    *text);
double            htap_bench_window_settle     (GtkWindow     *window);

G_END_DECLS
