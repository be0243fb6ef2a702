/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that a person takes away: written beside what goes on on the screen, whole or not at
 * all. */

void     htap_export_async  (const char           *path,
                             GBytes               *contents,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
gboolean htap_export_finish (GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
