/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"

G_BEGIN_DECLS

/**
 * HtapRecordList:
 *
 * The members of one HTAP instance that are arrays, to be treated alike.
 */
typedef enum {
  HTAP_LIST_PROXY_IPS,
  HTAP_LIST_NODES,
  HTAP_LIST_ZONES,
  HTAP_LIST_ACTIONS,
  HTAP_N_LISTS,
} HtapRecordList;

char **htap_record_dup_list     (const HtapRecord *self,
                                 HtapRecordList    list);
int    htap_record_compare_list (const HtapRecord *a,
                                 const HtapRecord *b,
                                 HtapRecordList    list);

G_END_DECLS
