/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void htap_clipboard_hand_over (void);

G_END_DECLS
