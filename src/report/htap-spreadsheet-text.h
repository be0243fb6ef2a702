/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean htap_spreadsheet_text_is_run (const char *text);

G_END_DECLS
