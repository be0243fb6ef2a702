/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/* The other way round: from a value that is seen to what a person would type to see it alone. */

char *htap_search_filter_new (const HtapField *field, HtapInstance *instance);
char *htap_search_filter_add (const char *text, const char *filter);

G_END_DECLS
