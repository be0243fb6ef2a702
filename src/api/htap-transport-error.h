/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

GError *htap_transport_error_new (SoupMessage  *message,
                                  const GError *cause);

G_END_DECLS
