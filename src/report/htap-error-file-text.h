/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-error.h"

G_BEGIN_DECLS

gboolean  htap_error_file_text_is_about_file (const GError *error);
char     *htap_error_file_text_dup_title     (const GError *error);
char     *htap_error_file_text_dup           (const GError *error);

G_END_DECLS
