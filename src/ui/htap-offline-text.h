/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-view-state.h"

G_BEGIN_DECLS

char *htap_offline_text_dup (const HtapViewState *state,
                             gint64               now);

G_END_DECLS
