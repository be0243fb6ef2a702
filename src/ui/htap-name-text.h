/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *htap_name_text_dup (const char *name);

G_END_DECLS
