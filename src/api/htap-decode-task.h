/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void htap_decode_task_run (GTask           *task,
                           GBytes          *answer,
                           GTaskThreadFunc  decode);

G_END_DECLS
