/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"

G_BEGIN_DECLS

char *htap_console_link_dup (HtapSource *source);

G_END_DECLS
