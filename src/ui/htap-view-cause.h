/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"

G_BEGIN_DECLS

HtapSource *htap_view_cause_find (GPtrArray *sources,
                                  gboolean  *explains_all);

G_END_DECLS
