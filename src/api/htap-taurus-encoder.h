/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *htap_taurus_encode_page (GPtrArray *taurus);

G_END_DECLS
