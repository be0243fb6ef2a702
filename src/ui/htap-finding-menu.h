/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *htap_finding_menu_new       (HtapFinding *finding,
                                         gboolean     muted,
                                         gint64       now);
GMenuModel *htap_finding_menu_new_short (HtapFinding *finding,
                                         gint64       now);
GMenuModel *htap_finding_menu_new_mutes (GPtrArray   *findings,
                                         gint64       now);
GVariant   *htap_finding_menu_new_copy  (HtapFinding *finding,
                                         gint64       now);

G_END_DECLS
