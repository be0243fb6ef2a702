/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void htap_json_finding_add (JsonBuilder *builder,
                            HtapFinding *finding,
                            gint64       now);

G_END_DECLS
