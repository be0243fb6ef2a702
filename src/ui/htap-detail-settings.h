/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"
#include "htap-field.h"
#include "htap-instance-detail.h"

G_BEGIN_DECLS

void htap_detail_settings_add (GPtrArray          *facts,
                               HtapFieldGroup      group,
                               HtapInstanceDetail *detail);

G_END_DECLS
