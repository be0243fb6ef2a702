/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-answer.h"

G_BEGIN_DECLS

/**
 * HtapDemoDelivery:
 *
 * Sends answers, some of them late, some of them not whole. Works on the thread-default main
 * context of the thread that made it.
 */
typedef struct _HtapDemoDelivery HtapDemoDelivery;

HtapDemoDelivery *htap_demo_delivery_new       (void);
void              htap_demo_delivery_free      (HtapDemoDelivery *self);
void              htap_demo_delivery_send      (HtapDemoDelivery  *self,
                                                SoupServerMessage *message,
                                                HtapDemoAnswer    *answer);
guint             htap_demo_delivery_n_pending (HtapDemoDelivery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoDelivery, htap_demo_delivery_free)

G_END_DECLS
