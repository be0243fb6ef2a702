/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GStrv htap_address_answer_dup (GArray     *addresses,
                               GListModel *instances,
                               GListModel *sources,
                               GListModel *discoveries);

G_END_DECLS
