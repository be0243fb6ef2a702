/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

G_BEGIN_DECLS

GUri    *htap_endpoint_resolve     (HtapProfile  *profile,
                                    const char   *region,
                                    GError      **error);
GUri    *htap_endpoint_resolve_iam (HtapProfile  *profile,
                                    const char   *region,
                                    GError      **error);
gboolean htap_endpoint_is_loopback (GUri         *uri);

G_END_DECLS
