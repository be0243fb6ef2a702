/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings-private.h"

/* Some of what was found, for whoever shows an instance or has a key. */

static gboolean
concerns (HtapFinding *finding, HtapInstance *instance)
{
  const char *id = htap_finding_get_instance_id (finding);

  if (id != NULL)
    return g_str_equal (id, htap_instance_get_id (instance));

  return htap_finding_is_of_database (finding, htap_instance_get_source (instance));
}

/**
 * htap_findings_dup_of:
 *
 * Returns: (transfer full) (element-type HtapFinding): those that are open of @instance and of its
 *   TaurusDB instance, the worst first
 */
GPtrArray *
htap_findings_dup_of (HtapFindings *self, HtapInstance *instance)
{
  HtapFinding *finding;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), found);

  for (guint i = 0; (finding = htap_finding_order_get (self->open, i)) != NULL; i++)
    if (concerns (finding, instance))
      g_ptr_array_add (found, g_object_ref (finding));

  return found;
}

static HtapFinding *
find_by_key (HtapFindingOrder *findings, const char *key)
{
  HtapFinding *finding;

  for (guint i = 0; (finding = htap_finding_order_get (findings, i)) != NULL; i++)
    if (g_str_equal (htap_finding_get_key (finding), key))
      return g_object_ref (finding);

  return NULL;
}

/**
 * htap_findings_dup_by_key:
 * @key: htap_finding_get_key()
 *
 * Returns: (transfer full) (nullable): what is found by that name, muted or not
 */
HtapFinding *
htap_findings_dup_by_key (HtapFindings *self, const char *key)
{
  HtapFinding *finding;

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), NULL);

  finding = find_by_key (self->open, key);

  return finding != NULL ? finding : find_by_key (self->muted, key);
}
