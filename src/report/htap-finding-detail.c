/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-detail.h"

/**
 * htap_finding_detail_new:
 *
 * Returns: (transfer full): with references to what is given
 */
HtapFindingDetail *
htap_finding_detail_new (HtapDetail *detail,
                         GPtrArray *nodes,
                         GPtrArray *replications,
                         gint64 until)
{
  HtapFindingDetail *self = g_rc_box_new0 (HtapFindingDetail);

  self->detail = detail != NULL ? htap_detail_ref (detail) : NULL;
  self->nodes = nodes != NULL ? g_ptr_array_ref (nodes) : NULL;
  self->replications = replications != NULL ? g_ptr_array_ref (replications) : NULL;
  self->until = until;

  return self;
}

HtapFindingDetail *
htap_finding_detail_ref (HtapFindingDetail *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HtapFindingDetail *self = data;

  g_clear_pointer (&self->detail, htap_detail_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->replications, g_ptr_array_unref);
}

void
htap_finding_detail_unref (HtapFindingDetail *self)
{
  g_rc_box_release_full (self, clear);
}
