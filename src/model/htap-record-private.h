/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record-list.h"

G_BEGIN_DECLS

/* While a record is being filled, each of its texts and lists is an allocation of its own. Packed,
 * all of it is one: thousands of records differ from the smallest they can be by what the allocator
 * adds to each piece. */
struct _HtapRecord {
  gatomicrefcount ref_count;
  guint32 texts_kept;      /* bit set of HtapRecordText: those that have a place in @texts */
  guint32 numbers_present; /* bit set of HtapRecordNumber */
  gboolean packed;
  gint64 numbers[HTAP_N_NUMBERS];
  gpointer elements[HTAP_N_LISTS]; /* (nullable): HtapNode, HtapZone, HtapAction, or char * */
  guint32 n_elements[HTAP_N_LISTS];
  const char *json; /* (nullable) */
  gsize json_length;
  GBytes *answer; /* (nullable): owns @json; packed, the record does */
  char *texts[];  /* (nullable): in the order of HtapRecordText */
};

/* @text: (nullable): a GRefString if @shared */
typedef void (*HtapRecordVisit) (char **text, gboolean shared, gpointer data);

gboolean htap_record_is_shared        (HtapRecordText   member);
gboolean htap_record_is_being_filled  (HtapRecord      *self);
gsize    htap_record_get_element_size (HtapRecordList   list);
void     htap_record_visit_element    (HtapRecordList   list,
                                       gpointer         element,
                                       HtapRecordVisit  visit,
                                       gpointer         data);
void     htap_record_visit_texts      (HtapRecord      *self,
                                       HtapRecordVisit  visit,
                                       gpointer         data);

/* Returns: where @member is among the texts that are kept */
static inline guint
htap_record_get_place (const HtapRecord *self, HtapRecordText member)
{
  guint32 bits = self->texts_kept & ((1u << member) - 1);

  bits -= (bits >> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >> 2) & 0x33333333);

  return (((bits + (bits >> 4)) & 0x0f0f0f0f) * 0x01010101) >> 24;
}

G_END_DECLS
