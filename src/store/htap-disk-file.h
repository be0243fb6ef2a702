/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *htap_disk_file_resolve   (const char  *path);
gboolean  htap_disk_file_read      (const char  *path,
                                    GBytes     **contents,
                                    GError     **error);
gboolean  htap_disk_file_write     (const char  *path,
                                    GBytes      *contents,
                                    GError     **error);
gboolean  htap_disk_file_replace   (const char  *path,
                                    GBytes      *contents,
                                    GError     **error);
char     *htap_disk_file_set_aside (const char  *path,
                                    GDateTime   *now,
                                    GError     **error);

G_END_DECLS
