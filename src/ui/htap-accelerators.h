/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HtapAcceleratorFunc:
 * @title: what it does, translated
 * @accelerators: its keys, separated by spaces
 * @action: the detailed name of its action
 */
typedef void (*HtapAcceleratorFunc) (const char *title,
                                     const char *accelerators,
                                     const char *action,
                                     gpointer    user_data);

void       htap_accelerators_install        (GtkApplication *application);
void       htap_accelerators_foreach        (HtapAcceleratorFunc func,
                                             gpointer            user_data);
GtkWidget *htap_accelerators_new_shortcuts_window (void);

G_END_DECLS
