/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapDemoLockout:
 *
 * Locks what failed too often in a row: a user or an access key. Times are microseconds since 1970
 * UTC.
 */
typedef struct _HtapDemoLockout HtapDemoLockout;

HtapDemoLockout *htap_demo_lockout_new       (guint            limit,
                                              guint            seconds);
void             htap_demo_lockout_free      (HtapDemoLockout *self);
gboolean         htap_demo_lockout_is_locked (HtapDemoLockout *self,
                                              const char      *name,
                                              gint64           now);
gboolean         htap_demo_lockout_fail      (HtapDemoLockout *self,
                                              const char      *name,
                                              gint64           now);
void             htap_demo_lockout_succeed   (HtapDemoLockout *self,
                                              const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoLockout, htap_demo_lockout_free)

G_END_DECLS
