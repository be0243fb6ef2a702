/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-refresh.h"

G_BEGIN_DECLS

void htap_cli_progress_run (HtapRefresh *refresh);

G_END_DECLS
