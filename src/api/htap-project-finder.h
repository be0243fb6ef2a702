/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

/**
 * HtapProjectFinder:
 *
 * Finds the projects of regions for one authorizer, once each, however many wait, and remembers
 * them.
 */
typedef struct _HtapProjectFinder HtapProjectFinder;

HtapProjectFinder *htap_project_finder_new        (HtapAuthorizer       *authorizer);
void               htap_project_finder_free       (HtapProjectFinder    *self);

void               htap_project_finder_find_async (HtapProjectFinder    *self,
                                                   const char           *region,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

G_END_DECLS
