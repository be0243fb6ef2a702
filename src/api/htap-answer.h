/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"

G_BEGIN_DECLS

/* What an answer may weigh, bytes after decompression: some ten thousand instances. */
#define HTAP_ANSWER_LIMIT (16 * 1024 * 1024)

/**
 * HtapAnswer:
 * @records: (element-type HtapRecord): the instances that could be read, in the answer's order;
 *   each has an id
 * @total: the answer's `total`, -1 if absent
 * @maximum: the answer's `max_htap_instance_num_of_taurus`, -1 if absent
 * @deviations: (element-type utf8): where it deviated from the documented schema; English, one
 *   sentence each, no two alike
 * @project_id: (nullable): the project that was asked, if it is known
 * @bytes: the answer as it came, decompressed
 *
 * One answer of "Querying HTAP Instances", decoded.
 */
typedef struct {
  GPtrArray *records;
  gint64     total;
  gint64     maximum;
  GPtrArray *deviations;
  char      *project_id;
  GBytes    *bytes;
} HtapAnswer;

HtapAnswer *htap_answer_new  (GBytes     *bytes);
void        htap_answer_free (HtapAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapAnswer, htap_answer_free)

G_END_DECLS
