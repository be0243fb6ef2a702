/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int htap_collate_natural (const char *a,
                          const char *b);

G_END_DECLS
