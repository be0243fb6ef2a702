/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-error.h"
#include "htap-source.h"

G_BEGIN_DECLS

char *htap_error_sign_in_text_dup (const GError *error,
                                   HtapSource   *source);

G_END_DECLS
