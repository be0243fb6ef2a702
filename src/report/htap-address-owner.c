/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-owner.h"

/* What is looked for, and what was found of it. */
typedef struct
{
  GArray *addresses; /* HtapAddressRange */
  GPtrArray *owners;
} Search;

static void
owner_free (HtapAddressOwner *self)
{
  g_free (self->address);
  g_free (self->node_id);
  g_free (self->node_name);
  g_clear_object (&self->instance);
  g_clear_object (&self->source);
  g_free (self);
}

static gboolean
is_asked (Search *search, const char *text, guint *asked)
{
  HtapAddress address;

  if (text == NULL || !htap_address_parse (text, &address))
    return FALSE;

  for (guint i = 0; i < search->addresses->len; i++)
    if (htap_address_range_has (&g_array_index (search->addresses, HtapAddressRange, i), &address))
      {
        *asked = i;
        return TRUE;
      }

  return FALSE;
}

/* Returns: (transfer none) (nullable): who was added, %NULL if nobody asks for @address */
static HtapAddressOwner *
look_at (Search *search,
         HtapAddressRole role,
         const char *address,
         HtapInstance *instance,
         HtapSource *source)
{
  HtapAddressOwner *owner;
  guint asked;

  if (!is_asked (search, address, &asked))
    return NULL;

  owner = g_new0 (HtapAddressOwner, 1);
  owner->asked = asked;
  owner->role = role;
  owner->address = g_strdup (address);
  owner->instance = instance != NULL ? g_object_ref (instance) : NULL;
  owner->source = g_object_ref (source);
  g_ptr_array_add (search->owners, owner);

  return owner;
}

static void
look_at_nodes (Search *search, HtapInstance *instance, HtapSource *source)
{
  guint n_nodes;
  const HtapNode *nodes = htap_record_get_nodes (htap_instance_get_record (instance), &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      HtapAddressOwner *owner =
          look_at (search, HTAP_ADDRESS_ROLE_NODE, nodes[i].data_ip, instance, source);

      if (owner == NULL)
        continue;

      owner->node_id = g_strdup (nodes[i].node_id);
      owner->node_name = g_strdup (nodes[i].node_name);
    }
}

static void
look_at_instance (Search *search, HtapInstance *instance)
{
  HtapRecord *record = htap_instance_get_record (instance);
  HtapSource *source = htap_instance_get_source (instance);
  guint n_proxies;
  const char *const *proxies = htap_record_get_proxy_ips (record, &n_proxies);

  look_at (search, HTAP_ADDRESS_ROLE_PRIVATE, htap_record_get_text (record, HTAP_TEXT_DATA_VIP),
           instance, source);
  look_at (search, HTAP_ADDRESS_ROLE_PRIVATE_V6,
           htap_record_get_text (record, HTAP_TEXT_DATA_VIP_V6), instance, source);
  look_at_nodes (search, instance, source);
  for (guint i = 0; i < n_proxies; i++)
    look_at (search, HTAP_ADDRESS_ROLE_PROXY, proxies[i], instance, source);
}

static void
look_at_source (Search *search, HtapSource *source)
{
  static const struct
  {
    HtapTaurusIps list;
    HtapAddressRole role;
  } lists[] = {
    { HTAP_TAURUS_IPS_PRIVATE, HTAP_ADDRESS_ROLE_TAURUS_PRIVATE },
    { HTAP_TAURUS_IPS_READONLY, HTAP_ADDRESS_ROLE_TAURUS_READONLY },
    { HTAP_TAURUS_IPS_PROXY, HTAP_ADDRESS_ROLE_TAURUS_PROXY },
    { HTAP_TAURUS_IPS_PUBLIC, HTAP_ADDRESS_ROLE_TAURUS_PUBLIC },
  };
  HtapTaurus *taurus = htap_source_get_taurus (source);

  for (guint i = 0; taurus != NULL && i < G_N_ELEMENTS (lists); i++)
    {
      guint n_ips;
      const char *const *ips = htap_taurus_get_ips (taurus, lists[i].list, &n_ips);

      for (guint j = 0; j < n_ips; j++)
        look_at (search, lists[i].role, ips[j], NULL, source);
    }
}

/* Two profiles may read one TaurusDB instance. */
static void
look_at_sources (Search *search, GListModel *sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (htap_source_get_taurus (source) != NULL &&
          g_hash_table_add (seen, g_strdup (htap_source_get_taurus_id (source))))
        look_at_source (search, source);
    }
}

static int
compare_asked (gconstpointer a, gconstpointer b)
{
  const HtapAddressOwner *first = *(HtapAddressOwner *const *) a;
  const HtapAddressOwner *second = *(HtapAddressOwner *const *) b;

  return (first->asked > second->asked) - (first->asked < second->asked);
}

/**
 * htap_address_owners_find:
 * @addresses: (element-type HtapAddressRange): who has one of them, or one in them?
 * @instances: a list of #HtapInstance
 * @sources: a list of #HtapSource
 *
 * Returns: (transfer full) (element-type HtapAddressOwner): in the order of @addresses, HTAP
 *   instances before TaurusDB instances; each address of each once for each of its roles
 */
GPtrArray *
htap_address_owners_find (GArray *addresses, GListModel *instances, GListModel *sources)
{
  Search search = { addresses, g_ptr_array_new_with_free_func ((GDestroyNotify) owner_free) };

  for (guint i = 0; addresses->len > 0 && i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      /* What is gone owns nothing: its address may be another one's by now. */
      if (htap_instance_get_listed (instance))
        look_at_instance (&search, instance);
    }
  if (addresses->len > 0)
    look_at_sources (&search, sources);

  g_ptr_array_sort (search.owners, compare_asked);

  return search.owners;
}

/**
 * htap_address_owners_have:
 * @asked: which of the addresses that were asked for
 *
 * Returns: whether somebody has it
 */
gboolean
htap_address_owners_have (GPtrArray *owners, guint asked)
{
  for (guint i = 0; i < owners->len; i++)
    if (((HtapAddressOwner *) owners->pdata[i])->asked == asked)
      return TRUE;

  return FALSE;
}

/**
 * htap_address_role_get_id:
 *
 * Returns: (transfer none): what scripts know it by
 */
const char *
htap_address_role_get_id (HtapAddressRole role)
{
  static const char *const ids[HTAP_ADDRESS_N_ROLES] = {
    [HTAP_ADDRESS_ROLE_PRIVATE] = "private_ip",
    [HTAP_ADDRESS_ROLE_PRIVATE_V6] = "private_ipv6",
    [HTAP_ADDRESS_ROLE_NODE] = "readable_node",
    [HTAP_ADDRESS_ROLE_PROXY] = "proxy",
    [HTAP_ADDRESS_ROLE_TAURUS_PRIVATE] = "taurus_private_ip",
    [HTAP_ADDRESS_ROLE_TAURUS_READONLY] = "taurus_readonly",
    [HTAP_ADDRESS_ROLE_TAURUS_PROXY] = "taurus_proxy",
    [HTAP_ADDRESS_ROLE_TAURUS_PUBLIC] = "taurus_public_ip",
  };

  g_return_val_if_fail (role < HTAP_ADDRESS_N_ROLES, NULL);

  return ids[role];
}
