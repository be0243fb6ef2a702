/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

HtapFieldSet htap_instance_share_take_in   (HtapInstance *instance,
                                            HtapSource   *source,
                                            HtapRecord   *record);
HtapFieldSet htap_instance_share_let_go    (HtapInstance *instance,
                                            HtapSource   *source);
HtapFieldSet htap_instance_share_hand_over (HtapInstance *instance,
                                            HtapSource   *source);
HtapFieldSet htap_instance_share_move      (HtapInstance *instance,
                                            HtapSource   *source,
                                            HtapRecord   *record);

G_END_DECLS
