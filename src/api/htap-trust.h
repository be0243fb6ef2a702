/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

GTlsDatabase *htap_trust_load  (const char   *path,
                                GError      **error);
void          htap_trust_apply (GTlsDatabase *database,
                                SoupMessage  *message);

G_END_DECLS
