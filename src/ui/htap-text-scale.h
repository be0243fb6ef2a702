/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double htap_text_scale_get  (void);
int    htap_text_scale_up   (int        pixels);
int    htap_text_scale_down (int        pixels);
void   htap_text_scale_fit  (GtkWindow *window);

G_END_DECLS
