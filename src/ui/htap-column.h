/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* No column is narrower, or it could not be found again; none is wider than a screen. Pixels. */
#define HTAP_COLUMN_MINIMUM_WIDTH 48
#define HTAP_COLUMN_MAXIMUM_WIDTH 1600

GtkColumnViewColumn *htap_column_new (const HtapField *field);
const HtapField *htap_column_get_field (GtkColumnViewColumn *column);
int htap_column_get_default_width (const HtapField *field);

G_END_DECLS
