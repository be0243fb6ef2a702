/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/**
 * HtapSortOrder:
 * @field: what instances are sorted by
 * @descending: the other way round; absent values come last all the same
 *
 * The order that htap_field_compare() gives, for sorts of many instances. Made by
 * htap_sort_order_init().
 */
typedef struct
{
  const HtapField *field;
  gboolean descending;
  /*< private >*/
  gboolean by_name;
  gboolean by_key;
  gboolean alone; /* no other field breaks its ties */
  guint8 mark;    /* of its keys */
} HtapSortOrder;

void htap_sort_order_init (HtapSortOrder *self, const HtapField *field, gboolean descending);
int htap_sort_order_compare (const HtapSortOrder *self, HtapInstance *a, HtapInstance *b);

G_END_DECLS
