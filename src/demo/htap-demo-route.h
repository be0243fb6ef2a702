/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv htap_demo_route_match (const char *pattern,
                             const char *path);

G_END_DECLS
