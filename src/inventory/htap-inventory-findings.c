/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/* What is wrong, and what of it nobody wants to hear of. */

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Something came or went, or was touched. */
void
htap_inventory_look_for_findings (HtapInventory *self)
{
  htap_findings_look_at (self->findings, self->touched, get_now ());
  htap_touched_clear (self->touched);
}

/* Something grew old. */
void
htap_inventory_look_at_everything (HtapInventory *self)
{
  htap_findings_look (self->findings, get_now ());
  htap_touched_clear (self->touched);
}

/* Somebody looks at an instance: what it is made of may be wrong as well. */
void
htap_inventory_on_detail_changed (HtapInstance *instance,
                                  HtapInstanceDetail *detail,
                                  gpointer user_data)
{
  HtapInventory *self = user_data;

  if (!htap_findings_note_detail (self->findings, instance, detail, get_now ()))
    return;

  htap_touched_add_instance (self->touched, instance);
  htap_inventory_look_for_findings (self);
}

/**
 * htap_inventory_get_findings:
 *
 * Returns: (transfer none): what is wrong now; up to date whenever `merged` or `profiles-changed`
 * is emitted
 */
HtapFindings *
htap_inventory_get_findings (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return self->findings;
}

/**
 * htap_inventory_set_muted_findings:
 * @keys: (nullable): htap_finding_get_key() of what is to be muted, and nothing else
 */
void
htap_inventory_set_muted_findings (HtapInventory *self, const char *const *keys)
{
  static const char *const nothing[] = { NULL };

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  if (htap_findings_set_muted_keys (self->findings, keys != NULL ? keys : nothing))
    htap_inventory_tell_muted (self);
}

/**
 * htap_inventory_set_finding_muted:
 * @key: htap_finding_get_key() of which nothing is to be heard any more, or again; also when the
 *   rule hits the same thing another time
 */
void
htap_inventory_set_finding_muted (HtapInventory *self, const char *key, gboolean muted)
{
  g_auto (GStrv) before = NULL;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  before = htap_findings_dup_muted_keys (self->findings);
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], key))
      g_strv_builder_add (keys, before[i]);
  if (muted)
    g_strv_builder_add (keys, key);

  after = g_strv_builder_end (keys);
  htap_inventory_set_muted_findings (self, (const char *const *) after);
}
