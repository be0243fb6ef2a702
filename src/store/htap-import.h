/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-import-offer.h"

G_BEGIN_DECLS

GPtrArray *htap_import_find     (const char         *home,
                                 const char *const  *environment,
                                 GPtrArray         **problems);
GPtrArray *htap_import_read_csv (const char         *path,
                                 GError            **error);

G_END_DECLS
