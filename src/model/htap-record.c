/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record.h"

struct _HtapRecord
{
  gatomicrefcount ref_count;
  guint32 numbers_present;   /* bit set of HtapRecordNumber */
  char *texts[HTAP_N_TEXTS]; /* GRefString */
  gint64 numbers[HTAP_N_NUMBERS];
  GArray *nodes;
  GArray *zones;
  GArray *actions;
  GPtrArray *proxy_ips;
  GBytes *json;
};

/* What thousands of instances share is kept once. */
#define SHARED_TEXTS                                                                               \
  ((1u << HTAP_TEXT_STATUS) | (1u << HTAP_TEXT_ENGINE_NAME) | (1u << HTAP_TEXT_ENGINE_VERSION) |   \
   (1u << HTAP_TEXT_PROJECT_ID) | (1u << HTAP_TEXT_HA_MODE) | (1u << HTAP_TEXT_PAY_MODEL) |        \
   (1u << HTAP_TEXT_VOLUME_TYPE) | (1u << HTAP_TEXT_SERVER_TYPE) |                                 \
   (1u << HTAP_TEXT_ENTERPRISE_PROJECT_ID) | (1u << HTAP_TEXT_VPC_ID) |                            \
   (1u << HTAP_TEXT_SUB_NET_ID) | (1u << HTAP_TEXT_SECURITY_GROUP_ID))

G_DEFINE_BOXED_TYPE (HtapRecord, htap_record, htap_record_ref, htap_record_unref)

static char *
own_text (const char *value)
{
  return value != NULL && *value != '\0' ? g_ref_string_new (value) : NULL;
}

static char *
share_text (const char *value)
{
  return value != NULL && *value != '\0' ? g_ref_string_new_intern (value) : NULL;
}

static void
release_text (gconstpointer text)
{
  if (text != NULL)
    g_ref_string_release ((char *) text);
}

static void
node_clear (gpointer data)
{
  HtapNode *node = data;

  release_text (node->data_ip);
  release_text (node->node_id);
  release_text (node->node_name);
}

static void
zone_clear (gpointer data)
{
  HtapZone *zone = data;

  release_text (zone->code);
  release_text (zone->description);
  release_text (zone->az_type);
}

static void
action_clear (gpointer data)
{
  HtapAction *action = data;

  release_text (action->id);
  release_text (action->action);
  release_text (action->object_id);
  release_text (action->type);
  release_text (action->job_id);
  release_text (action->status);
}

static void
append (GArray **array, gsize size, GDestroyNotify clear, gconstpointer element)
{
  if (*array == NULL)
    {
      *array = g_array_sized_new (FALSE, FALSE, size, 1);
      g_array_set_clear_func (*array, clear);
    }

  g_array_append_vals (*array, element, 1);
}

static gconstpointer
elements (const GArray *array, guint *n_elements)
{
  *n_elements = array != NULL ? array->len : 0;

  return array != NULL ? array->data : NULL;
}

static gboolean
is_being_filled (HtapRecord *self)
{
  return self != NULL && g_atomic_ref_count_compare (&self->ref_count, 1);
}

/**
 * htap_record_new:
 *
 * One HTAP instance as one answer described it: plain data, atomically reference-counted, filled by
 * its maker and immutable from then on.
 *
 * Returns: (transfer full): a record without any member
 */
HtapRecord *
htap_record_new (void)
{
  HtapRecord *self = g_new0 (HtapRecord, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

HtapRecord *
htap_record_ref (HtapRecord *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
htap_record_unref (HtapRecord *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    release_text (self->texts[i]);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->zones, g_array_unref);
  g_clear_pointer (&self->actions, g_array_unref);
  g_clear_pointer (&self->proxy_ips, g_ptr_array_unref);
  g_clear_pointer (&self->json, g_bytes_unref);
  g_free (self);
}

/**
 * htap_record_set_text:
 * @value: (nullable): copied; empty counts as absent, for the API writes both
 */
void
htap_record_set_text (HtapRecord *self, HtapRecordText member, const char *value)
{
  gboolean shared;

  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_N_TEXTS);

  shared = (SHARED_TEXTS & (1u << member)) != 0;
  release_text (self->texts[member]);
  self->texts[member] = shared ? share_text (value) : own_text (value);
}

void
htap_record_set_number (HtapRecord *self, HtapRecordNumber member, gint64 value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_N_NUMBERS);

  self->numbers[member] = value;
  self->numbers_present |= 1u << member;
}

/**
 * htap_record_add_node:
 * @node: copied; empty texts count as absent
 */
void
htap_record_add_node (HtapRecord *self, const HtapNode *node)
{
  HtapNode copy = {
    .data_ip = own_text (node->data_ip),
    .node_id = own_text (node->node_id),
    .node_name = own_text (node->node_name),
  };

  g_return_if_fail (is_being_filled (self));

  append (&self->nodes, sizeof copy, node_clear, &copy);
}

/**
 * htap_record_add_zone:
 * @zone: copied; empty texts count as absent
 */
void
htap_record_add_zone (HtapRecord *self, const HtapZone *zone)
{
  HtapZone copy = {
    .code = share_text (zone->code),
    .description = share_text (zone->description),
    .az_type = share_text (zone->az_type),
  };

  g_return_if_fail (is_being_filled (self));

  append (&self->zones, sizeof copy, zone_clear, &copy);
}

/**
 * htap_record_add_action:
 * @action: copied; empty texts count as absent
 */
void
htap_record_add_action (HtapRecord *self, const HtapAction *action)
{
  HtapAction copy = {
    .id = own_text (action->id),
    .action = share_text (action->action),
    .object_id = own_text (action->object_id),
    .type = share_text (action->type),
    .job_id = own_text (action->job_id),
    .status = share_text (action->status),
    .created_at = action->created_at,
    .updated_at = action->updated_at,
  };

  g_return_if_fail (is_being_filled (self));

  append (&self->actions, sizeof copy, action_clear, &copy);
}

/**
 * htap_record_add_proxy_ip:
 * @address: (nullable): copied; empty counts as absent and is left out
 */
void
htap_record_add_proxy_ip (HtapRecord *self, const char *address)
{
  g_return_if_fail (is_being_filled (self));

  if (address == NULL || *address == '\0')
    return;

  if (self->proxy_ips == NULL)
    self->proxy_ips = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  g_ptr_array_add (self->proxy_ips, g_ref_string_new (address));
}

/**
 * htap_record_take_json:
 * @json: (transfer full): this element of the answer, byte for byte
 */
void
htap_record_take_json (HtapRecord *self, GBytes *json)
{
  g_return_if_fail (is_being_filled (self));

  g_clear_pointer (&self->json, g_bytes_unref);
  self->json = json;
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

  return self->texts[member];
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
  return elements (self->nodes, n_nodes);
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
  return elements (self->zones, n_zones);
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
  return elements (self->actions, n_actions);
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
  *n_addresses = self->proxy_ips != NULL ? self->proxy_ips->len : 0;

  return self->proxy_ips != NULL ? (const char *const *) self->proxy_ips->pdata : NULL;
}

/**
 * htap_record_get_json:
 *
 * Returns: (transfer none) (nullable): this instance's element of the answer, as it came
 */
GBytes *
htap_record_get_json (const HtapRecord *self)
{
  return self->json;
}
