/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/**
 * HtapDifference:
 * @field: what a person is told of
 * @fields: @field, and others that @field stands for
 * @old_value: (nullable): htap_field_value_dup() of the record before
 * @new_value: (nullable): htap_field_value_dup() of the record after
 */
typedef struct {
  HtapFieldIndex field;
  HtapFieldSet   fields;
  char          *old_value;
  char          *new_value;
} HtapDifference;

GArray *htap_difference_find (const HtapRecord *before,
                              const HtapRecord *after,
                              HtapFieldSet      candidates);

G_END_DECLS
