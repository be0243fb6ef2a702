/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void htap_findings_status_show (AdwStatusPage *page,
                                GListModel    *sources);

G_END_DECLS
