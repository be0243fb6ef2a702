/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CHANGE_LOG (htap_change_log_get_type ())

/**
 * HtapChangeLog:
 *
 * What has changed, in a file that grows by a line for each change and is written anew when it has
 * grown too long. Writing is done by one thread, in the order in which it was asked for; what waits
 * at the end is done before the log is gone. Nothing that could not be written is lost: the next
 * write writes everything.
 *
 * Signals: `problem-changed`: htap_change_log_get_problem() says something else.
 */
G_DECLARE_FINAL_TYPE (HtapChangeLog, htap_change_log, HTAP, CHANGE_LOG, GObject)

HtapChangeLog *htap_change_log_new          (const char           *path);
const GError  *htap_change_log_get_problem  (HtapChangeLog        *self);

gsize          htap_change_log_get_size     (HtapChangeLog        *self);
GPtrArray     *htap_change_log_read         (HtapChangeLog        *self,
                                             char                **set_aside,
                                             GError              **error);

void           htap_change_log_read_async   (HtapChangeLog        *self,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray     *htap_change_log_read_finish  (HtapChangeLog        *self,
                                             GAsyncResult         *result,
                                             char                **set_aside,
                                             GError              **error);

void           htap_change_log_append       (HtapChangeLog        *self,
                                             GPtrArray            *changes,
                                             GPtrArray            *all);
void           htap_change_log_append_seen  (HtapChangeLog        *self,
                                             HtapChange           *of,
                                             GPtrArray            *all);
void           htap_change_log_rewrite      (HtapChangeLog        *self,
                                             GPtrArray            *all);
void           htap_change_log_clear_async  (HtapChangeLog        *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean       htap_change_log_clear_finish (HtapChangeLog        *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
