/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-fault.h"

G_BEGIN_DECLS

/**
 * HtapDemoFaults:
 *
 * The script of faults: what goes wrong, in the order in which it was asked for.
 */
typedef struct _HtapDemoFaults HtapDemoFaults;

HtapDemoFaults *htap_demo_faults_new   (void);
void            htap_demo_faults_free  (HtapDemoFaults *self);
void            htap_demo_faults_add   (HtapDemoFaults *self,
                                        HtapDemoFault  *fault);
void            htap_demo_faults_clear (HtapDemoFaults *self);
void            htap_demo_faults_apply (HtapDemoFaults *self,
                                        const char     *path,
                                        HtapDemoAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoFaults, htap_demo_faults_free)

G_END_DECLS
