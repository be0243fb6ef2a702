/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

void    htap_cli_columns_add_option (char           **ids,
                                     GOptionContext  *context);
GArray *htap_cli_columns_read       (const char      *ids);

G_END_DECLS
