/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       htap_accelerators_install        (GtkApplication *application);
GtkWidget *htap_accelerators_new_shortcuts_window (void);

G_END_DECLS
