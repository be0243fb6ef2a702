/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void htap_json_instance_add (JsonBuilder  *builder,
                             HtapInstance *instance);
void htap_json_instance_add_columns (JsonBuilder          *builder,
                                     HtapInstance         *instance,
                                     const HtapFieldIndex *columns,
                                     guint                 n_columns);

G_END_DECLS
