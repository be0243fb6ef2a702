/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-address-owner.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void        htap_json_owners_add           (JsonBuilder *builder,
                                            GPtrArray   *owners);

G_END_DECLS
