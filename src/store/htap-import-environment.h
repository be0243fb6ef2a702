/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-import-offer.h"

G_BEGIN_DECLS

void htap_import_environment_find (const char *const *environment,
                                   GPtrArray         *offers);

G_END_DECLS
