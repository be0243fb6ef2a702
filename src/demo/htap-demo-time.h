/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void htap_demo_time_resolve (JsonObject *instance,
                             gint64      now);

G_END_DECLS
