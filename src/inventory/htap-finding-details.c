/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-details.h"

#include "htap-finding-detail.h"
#include "htap-source.h"

struct _HtapFindingDetails
{
  GHashTable *by_instance; /* HtapInstance → HtapFindingDetail */
};

HtapFindingDetails *
htap_finding_details_new (void)
{
  HtapFindingDetails *self = g_new0 (HtapFindingDetails, 1);

  self->by_instance = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                             (GDestroyNotify) htap_finding_detail_unref);

  return self;
}

void
htap_finding_details_free (HtapFindingDetails *self)
{
  g_hash_table_unref (self->by_instance);
  g_free (self);
}

static gboolean
is_here (HtapInstanceDetail *detail, HtapDetailPart part)
{
  return htap_instance_detail_get_state (detail, part) == HTAP_DETAIL_STATE_HERE;
}

/**
 * htap_finding_details_note:
 * @detail: of @instance; something of it may have arrived
 * @now: seconds since 1970 UTC
 *
 * A part that could not be read, or is on its way again, leaves what was known of it.
 *
 * Returns: whether something is new
 */
gboolean
htap_finding_details_note (HtapFindingDetails *self,
                           HtapInstance *instance,
                           HtapInstanceDetail *detail,
                           gint64 now)
{
  static const HtapFindingDetail nothing = { 0 };
  const HtapFindingDetail *before = g_hash_table_lookup (self->by_instance, instance);
  HtapFindingDetail after = *(before != NULL ? before : &nothing);

  if (is_here (detail, HTAP_DETAIL_PART_DETAIL))
    after.detail = htap_instance_detail_get_detail (detail);
  if (is_here (detail, HTAP_DETAIL_PART_NODES))
    after.nodes = htap_instance_detail_get_nodes (detail);
  if (is_here (detail, HTAP_DETAIL_PART_REPLICATIONS))
    after.replications = htap_instance_detail_get_replications (detail);

  if (before == NULL)
    before = &nothing;
  if (after.detail == before->detail && after.nodes == before->nodes &&
      after.replications == before->replications)
    return FALSE;

  g_hash_table_insert (self->by_instance, g_object_ref (instance),
                       htap_finding_detail_new (after.detail, after.nodes, after.replications,
                                                now + HTAP_SOURCE_STALE_AFTER));

  return TRUE;
}

/**
 * htap_finding_details_prune:
 * @now: seconds since 1970 UTC
 *
 * Forgets what is too old, and of whom nobody lists any more.
 */
void
htap_finding_details_prune (HtapFindingDetails *self, gint64 now)
{
  GHashTableIter iter;
  gpointer instance, detail;

  g_hash_table_iter_init (&iter, self->by_instance);
  while (g_hash_table_iter_next (&iter, &instance, &detail))
    if (now >= ((HtapFindingDetail *) detail)->until || !htap_instance_get_listed (instance))
      g_hash_table_iter_remove (&iter);
}

/**
 * htap_finding_details_get_table:
 *
 * Returns: (transfer none) (element-type HtapInstance HtapFindingDetail): what is known now
 */
GHashTable *
htap_finding_details_get_table (HtapFindingDetails *self)
{
  return self->by_instance;
}
