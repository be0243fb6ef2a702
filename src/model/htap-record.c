/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record.h"

#include "htap-record-private.h"

G_DEFINE_BOXED_TYPE (HtapRecord, htap_record, htap_record_ref, htap_record_unref)

HtapRecord *
htap_record_ref (HtapRecord *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
release_text (char **text, gboolean shared, gpointer data)
{
  const HtapRecord *self = data;

  if (*text == NULL)
    return;

  if (shared)
    g_ref_string_release (*text);
  else if (!self->packed)
    g_free (*text);
}

void
htap_record_unref (HtapRecord *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  htap_record_visit_texts (self, release_text, self);
  for (guint i = 0; i < HTAP_N_LISTS && !self->packed; i++)
    g_free (self->elements[i]);
  g_clear_pointer (&self->answer, g_bytes_unref);
  g_free (self);
}

static gconstpointer
get_elements (const HtapRecord *self, HtapRecordList list, guint *n_elements)
{
  *n_elements = self->n_elements[list];

  return self->elements[list];
}

/**
 * htap_record_get_text:
 *
 * Returns: (transfer none) (nullable): never empty; untrusted text of the server
 */
const char *
htap_record_get_text (const HtapRecord *self, HtapRecordText member)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member < HTAP_N_TEXTS, NULL);

  return (self->texts_kept & (1u << member)) != 0
             ? self->texts[htap_record_get_place (self, member)]
             : NULL;
}

/**
 * htap_record_get_number:
 * @value: (out): the number; 0 if absent
 *
 * Returns: whether the answer had it
 */
gboolean
htap_record_get_number (const HtapRecord *self, HtapRecordNumber member, gint64 *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member < HTAP_N_NUMBERS, FALSE);

  *value = self->numbers[member];

  return (self->numbers_present & (1u << member)) != 0;
}

/**
 * htap_record_get_flag:
 *
 * Returns: whether the flag is there and set
 */
gboolean
htap_record_get_flag (const HtapRecord *self, HtapRecordNumber member)
{
  gint64 value;

  return htap_record_get_number (self, member, &value) && value != 0;
}

/**
 * htap_record_get_nodes:
 * @n_nodes: (out): how many
 *
 * Returns: (transfer none) (array length=n_nodes) (nullable): the readable nodes
 */
const HtapNode *
htap_record_get_nodes (const HtapRecord *self, guint *n_nodes)
{
  return get_elements (self, HTAP_LIST_NODES, n_nodes);
}

/**
 * htap_record_get_zones:
 * @n_zones: (out): how many
 *
 * Returns: (transfer none) (array length=n_zones) (nullable): the availability zones
 */
const HtapZone *
htap_record_get_zones (const HtapRecord *self, guint *n_zones)
{
  return get_elements (self, HTAP_LIST_ZONES, n_zones);
}

/**
 * htap_record_get_actions:
 * @n_actions: (out): how many
 *
 * Returns: (transfer none) (array length=n_actions) (nullable): the current actions
 */
const HtapAction *
htap_record_get_actions (const HtapRecord *self, guint *n_actions)
{
  return get_elements (self, HTAP_LIST_ACTIONS, n_actions);
}

/**
 * htap_record_get_proxy_ips:
 * @n_addresses: (out): how many
 *
 * Returns: (transfer none) (array length=n_addresses) (nullable): the proxy addresses; not
 *   %NULL-terminated
 */
const char *const *
htap_record_get_proxy_ips (const HtapRecord *self, guint *n_addresses)
{
  return get_elements (self, HTAP_LIST_PROXY_IPS, n_addresses);
}

/**
 * htap_record_get_json:
 * @length: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): this instance's element of the answer, as it came; not
 *   terminated
 */
const char *
htap_record_get_json (const HtapRecord *self, gsize *length)
{
  *length = self->json_length;

  return self->json;
}

/**
 * htap_record_dup_json:
 *
 * Returns: (transfer full) (nullable): htap_record_get_json(), and what it is a part of
 */
GBytes *
htap_record_dup_json (HtapRecord *self)
{
  if (self->json == NULL)
    return NULL;

  return g_bytes_new_with_free_func (self->json, self->json_length,
                                     (GDestroyNotify) htap_record_unref, htap_record_ref (self));
}
