/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     htap_keyring_error_set_locked    (GError       **error);
gboolean htap_keyring_error_is_no_service (const GError  *error);
void     htap_keyring_error_translate     (GError       **error);

G_END_DECLS
