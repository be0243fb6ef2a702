/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *htap_bench_answer_new (guint first,
                               guint n_instances);

G_END_DECLS
