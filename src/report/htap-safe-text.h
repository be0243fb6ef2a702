/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean htap_safe_text_allows  (gunichar    c);
char    *htap_safe_text_dup     (const char *text);
char    *htap_safe_text_dup_cut (const char *text,
                                 guint       max_characters);

G_END_DECLS
