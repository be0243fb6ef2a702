/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

char *htap_server_text_clean (const char  *text,
                              gssize       length,
                              guint        max_characters,
                              SoupMessage *request);

G_END_DECLS
