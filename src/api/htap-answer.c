/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-answer.h"

/**
 * htap_answer_new:
 * @bytes: the answer as it came, decompressed
 *
 * Returns: (transfer full): an answer of which nothing has been read yet
 */
HtapAnswer *
htap_answer_new (GBytes *bytes)
{
  HtapAnswer *self = g_new0 (HtapAnswer, 1);

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_record_unref);
  self->total = -1;
  self->maximum = -1;
  self->deviations = g_ptr_array_new_with_free_func (g_free);
  self->bytes = g_bytes_ref (bytes);

  return self;
}

void
htap_answer_free (HtapAnswer *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->deviations);
  g_free (self->project_id);
  g_bytes_unref (self->bytes);
  g_free (self);
}
