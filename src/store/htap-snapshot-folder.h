/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-snapshot.h"

G_BEGIN_DECLS

/* The files of one profile. All of these may be called in any thread. */

gsize      htap_snapshot_folder_get_size  (const char    *folder,
                                           gsize          enough);
GPtrArray *htap_snapshot_folder_read      (const char    *folder,
                                           const char    *profile,
                                           GPtrArray     *set_aside);
void       htap_snapshot_folder_set_aside (const char    *folder,
                                           const char    *name,
                                           GPtrArray     *set_aside);
gboolean   htap_snapshot_folder_remove    (const char    *folder,
                                           GError       **error);
gboolean   htap_snapshot_folder_clear     (const char    *folder,
                                           GError       **error);

G_END_DECLS
