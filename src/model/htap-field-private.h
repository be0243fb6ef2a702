/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/* Where a field's value lives. */
typedef enum
{
  HTAP_FIELD_ORIGIN_TEXT,   /* member: HtapRecordText */
  HTAP_FIELD_ORIGIN_NUMBER, /* member: HtapRecordNumber */
  HTAP_FIELD_ORIGIN_LIST,   /* member: HtapRecordList */
  HTAP_FIELD_ORIGIN_SHOWN_STATUS,
  HTAP_FIELD_ORIGIN_SOURCE, /* member unused: get_from_source */
  HTAP_FIELD_ORIGIN_FINDINGS, /* the instance's, whatever its record */
} HtapFieldOrigin;

struct _HtapField
{
  const char *id;
  const char *word; /* short word in searches, or NULL */
  const char *label;
  HtapFieldKind kind;
  HtapFieldGroup group;
  HtapFieldOrigin origin;
  guint member;
  char *(*dup_shown) (const HtapRecord *record); /* NULL: the value */
  const char *(*get_from_source) (HtapSource *source);
  const char *(*get_from_both) (const HtapRecord *record, HtapSource *source); /* instead of that */
  HtapFieldSet shown_with; /* other fields that its text is made of; they also break ties */
};

extern const HtapField htap_fields[HTAP_N_FIELDS];

G_END_DECLS
