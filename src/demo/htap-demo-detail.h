/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean    htap_demo_detail_is_click_house    (JsonObject *instance);
JsonObject *htap_demo_detail_new               (JsonObject *instance);
JsonArray  *htap_demo_detail_list_replications (JsonObject *instance);

G_END_DECLS
