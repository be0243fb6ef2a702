/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *htap_store_libraries_dup_text (void);

G_END_DECLS
