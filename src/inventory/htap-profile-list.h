/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

G_BEGIN_DECLS

gboolean htap_profile_list_update (GListStore *profiles,
                                   GPtrArray  *saved);

G_END_DECLS
