/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

char *htap_field_value_dup       (const HtapField  *field,
                                  const HtapRecord *record);
char *htap_field_value_dup_shown (const HtapField  *field,
                                  const char       *value);

G_END_DECLS
