/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-discovery.h"

G_BEGIN_DECLS

char *htap_error_discovery_text_dup (HtapDiscovery *discovery);

G_END_DECLS
