/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"
#include "htap-readings.h"

G_BEGIN_DECLS

/* Sorts as one field's value does, as far as it reaches: see htap-sort-order.c. */
typedef struct {
  guint64 high;
  guint64 low;
} HtapSortKey;

struct _HtapInstance
{
  GObject parent_instance;
  char *id;
  HtapSource *source;
  HtapRecord *record;
  HtapReadings *others; /* of the sources that are not shown; NULL: none */
  char *name_key;       /* made when first asked for, of the present record */
  char *search_text;    /* likewise, and of these */
  GHashTable *names;    /* (nullable): the source's enterprise projects */
  GPtrArray *findings;  /* (nullable): HtapFinding, the worst first; NULL: nobody has looked */
  HtapSortKey sort_key; /* made when first asked for, of the present record */
  guint8 sort_field;    /* whose key that is, HtapFieldIndex and 1; 0: nobody's */
  guint8 sort_key_is_whole; /* equal keys mean equal values */
  gboolean listed;
  gint64 gone_since;    /* seconds since 1970 UTC; 0: listed, or not known */
};

void htap_instance_forget_keys (HtapInstance *self);
void htap_instance_tell_shown  (HtapInstance *self);

G_END_DECLS
