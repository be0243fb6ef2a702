/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double htap_text_scale_get (void);
int    htap_text_scale_up  (int pixels);

G_END_DECLS
