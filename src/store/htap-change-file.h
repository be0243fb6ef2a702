/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"

G_BEGIN_DECLS

gsize      htap_change_file_get_size (const char  *path);
GPtrArray *htap_change_file_read     (const char  *path,
                                      char       **set_aside,
                                      GError     **error);
gboolean   htap_change_file_append   (const char  *path,
                                      const char  *lines,
                                      gsize        length,
                                      gsize        limit,
                                      GError     **error);
gboolean   htap_change_file_write    (const char  *path,
                                      const char  *lines,
                                      gsize        length,
                                      GError     **error);
gboolean   htap_change_file_remove   (const char  *path,
                                      GError     **error);

G_END_DECLS
