/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-severity.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *htap_severity_icon_get_name (HtapSeverity severity);

GtkWidget *htap_severity_icon_new  (HtapSeverity  severity);
void       htap_severity_icon_show (GtkImage     *icon,
                                    HtapSeverity  severity);

G_END_DECLS
