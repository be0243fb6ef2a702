/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-column-set.h"
#include "htap-list-sort.h"

G_BEGIN_DECLS

void htap_list_actions_add (GActionMap *map, HtapColumnSet *columns, HtapListSort *sort);

G_END_DECLS
