/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-client.h"
#include "htap-clock.h"
#include "htap-instance-detail.h"
#include "htap-secret-store.h"

G_BEGIN_DECLS

HtapInstanceDetail *htap_instance_detail_new          (HtapInstance       *instance,
                                                       HtapClient         *client,
                                                       HtapSecretStore    *secrets,
                                                       HtapClock          *clock);

HtapInstance       *htap_instance_detail_get_instance (HtapInstanceDetail *self);
gboolean            htap_instance_detail_is_current   (HtapInstanceDetail *self);
void                htap_instance_detail_expire       (HtapInstanceDetail *self);

G_END_DECLS
