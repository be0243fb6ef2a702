/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *htap_column_menu_new (const HtapField *field);
void htap_column_menu_append_chooser (GMenu *menu);

G_END_DECLS
