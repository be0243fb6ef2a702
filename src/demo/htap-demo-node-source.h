/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HtapDemoNodeSource:
 *
 * Which nodes an HTAP instance has: those that the list tells of, and then as many as it takes.
 */
typedef struct _HtapDemoNodeSource HtapDemoNodeSource;

HtapDemoNodeSource *htap_demo_node_source_new  (JsonObject         *instance);
void                htap_demo_node_source_free (HtapDemoNodeSource *self);
void                htap_demo_node_source_next (HtapDemoNodeSource *self,
                                                const char         *group,
                                                guint               number,
                                                JsonObject         *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoNodeSource, htap_demo_node_source_free)

G_END_DECLS
