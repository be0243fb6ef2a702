/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int htap_collate_natural (const char *a,
                          const char *b);

void htap_collate_natural_begin (const char *text,
                                 guint8     *key,
                                 gsize       size);

G_END_DECLS
