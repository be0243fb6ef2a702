/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-answer.h"

G_BEGIN_DECLS

/**
 * HtapDemoFault:
 *
 * One thing that goes wrong with the answers to some requests.
 */
typedef struct _HtapDemoFault HtapDemoFault;

HtapDemoFault *htap_demo_fault_new     (JsonObject  *description,
                                        GError     **error);
void           htap_demo_fault_free    (HtapDemoFault *self);
gboolean       htap_demo_fault_matches (HtapDemoFault *self,
                                        const char    *path);
gboolean       htap_demo_fault_apply   (HtapDemoFault  *self,
                                        HtapDemoAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoFault, htap_demo_fault_free)

G_END_DECLS
