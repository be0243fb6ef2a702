/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char   **htap_program_dup_environment (void);
void     htap_program_hide_secrets    (void);
gboolean htap_program_start           (char       **environment,
                                       const char  *option,
                                       GError     **error);
void     htap_program_start_over      (char       **environment);

G_END_DECLS
