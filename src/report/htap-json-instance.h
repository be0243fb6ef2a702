/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void htap_json_instance_add (JsonBuilder  *builder,
                             HtapInstance *instance);

G_END_DECLS
