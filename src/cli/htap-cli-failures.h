/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

guint htap_cli_failures_print (GListModel *sources,
                               GListModel *discoveries);

G_END_DECLS
