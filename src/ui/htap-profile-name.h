/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *htap_profile_name_suggest   (const char        *region,
                                   const char *const *taken_names);
char *htap_profile_name_duplicate (const char        *name,
                                   const char *const *taken_names);

G_END_DECLS
