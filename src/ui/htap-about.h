/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

void  htap_about_show            (GtkWindow     *parent,
                                  HtapInventory *inventory);
char *htap_about_dup_versions    (void);
char *htap_about_dup_information (GtkWindow     *window,
                                  HtapInventory *inventory);

G_END_DECLS
