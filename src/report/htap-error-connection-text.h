/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-error.h"

G_BEGIN_DECLS

char *htap_error_connection_text_dup (const GError *error);

G_END_DECLS
