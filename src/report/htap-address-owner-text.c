/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-owner-text.h"

#include "htap-discovery.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* More than this nobody reads one by one. */
#define MAX_LISTED 4

static const char *const titles[HTAP_ADDRESS_N_ROLES] = {
  [HTAP_ADDRESS_ROLE_PRIVATE] = N_ ("Private IP address"),
  [HTAP_ADDRESS_ROLE_PRIVATE_V6] = N_ ("Private IPv6 address"),
  [HTAP_ADDRESS_ROLE_NODE] = N_ ("Readable node"),
  [HTAP_ADDRESS_ROLE_PROXY] = N_ ("Proxy address"),
  [HTAP_ADDRESS_ROLE_TAURUS_PRIVATE] = N_ ("TaurusDB private IP address"),
  [HTAP_ADDRESS_ROLE_TAURUS_READONLY] = N_ ("TaurusDB read-only address"),
  [HTAP_ADDRESS_ROLE_TAURUS_PROXY] = N_ ("TaurusDB proxy address"),
  [HTAP_ADDRESS_ROLE_TAURUS_PUBLIC] = N_ ("TaurusDB public IP address"),
};

/* Its name, or its id where it has none. */
static char *
dup_owner_name (const HtapAddressOwner *owner)
{
  const char *name = owner->instance != NULL ? htap_instance_get_name (owner->instance)
                                             : htap_source_get_shown_name (owner->source);

  if (owner->instance != NULL && (name == NULL || *name == '\0'))
    name = htap_instance_get_id (owner->instance);

  return htap_safe_text_dup (name != NULL ? name : "");
}

/**
 * htap_address_owner_text_get_role:
 *
 * Returns: (transfer none): @role in a few words
 */
const char *
htap_address_owner_text_get_role (HtapAddressRole role)
{
  g_return_val_if_fail (role < HTAP_ADDRESS_N_ROLES, NULL);

  return _ (titles[role]);
}

static char *
dup_node_sentence (const HtapAddressOwner *owner, const char *address, const char *name)
{
  const char *node = owner->node_name != NULL ? owner->node_name : owner->node_id;
  g_autofree char *safe = htap_safe_text_dup (node != NULL ? node : "");

  if (*safe == '\0')
    /* Translators: %1$s is an address, %2$s the name of an HTAP instance. */
    return g_strdup_printf (_ ("%1$s is a readable node of %2$s."), address, name);

  /* Translators: %1$s is an address, %2$s the name of a node, %3$s that of an HTAP instance. */
  return g_strdup_printf (_ ("%1$s is readable node %2$s of %3$s."), address, safe, name);
}

/**
 * htap_address_owner_text_dup_sentence:
 *
 * Returns: (transfer full): what the address is, and whose; one line of plain text
 */
char *
htap_address_owner_text_dup_sentence (const HtapAddressOwner *owner)
{
  g_autofree char *address = htap_safe_text_dup (owner->address);
  g_autofree char *name = dup_owner_name (owner);

  switch (owner->role)
    {
    case HTAP_ADDRESS_ROLE_NODE:
      return dup_node_sentence (owner, address, name);
    case HTAP_ADDRESS_ROLE_PRIVATE:
      /* Translators: %1$s is an address, %2$s the name of an HTAP instance. */
      return g_strdup_printf (_ ("%1$s is the private IP address of %2$s."), address, name);
    case HTAP_ADDRESS_ROLE_PRIVATE_V6:
      /* Translators: %1$s is an address, %2$s the name of an HTAP instance. */
      return g_strdup_printf (_ ("%1$s is the private IPv6 address of %2$s."), address, name);
    case HTAP_ADDRESS_ROLE_PROXY:
      /* Translators: %1$s is an address, %2$s the name of an HTAP instance. */
      return g_strdup_printf (_ ("%1$s is a proxy address of %2$s."), address, name);
    case HTAP_ADDRESS_ROLE_TAURUS_PRIVATE:
      /* Translators: %1$s is an address, %2$s the name of a TaurusDB instance. */
      return g_strdup_printf (_ ("%1$s is a private IP address of the TaurusDB instance %2$s."),
                              address, name);
    case HTAP_ADDRESS_ROLE_TAURUS_READONLY:
      /* Translators: %1$s is an address, %2$s the name of a TaurusDB instance. */
      return g_strdup_printf (_ ("%1$s is a read-only address of the TaurusDB instance %2$s."),
                              address, name);
    case HTAP_ADDRESS_ROLE_TAURUS_PROXY:
      /* Translators: %1$s is an address, %2$s the name of a TaurusDB instance. */
      return g_strdup_printf (_ ("%1$s is a proxy address of the TaurusDB instance %2$s."), address,
                              name);
    case HTAP_ADDRESS_ROLE_TAURUS_PUBLIC:
      /* Translators: %1$s is an address, %2$s the name of a TaurusDB instance. */
      return g_strdup_printf (_ ("%1$s is a public IP address of the TaurusDB instance %2$s."),
                              address, name);
    case HTAP_ADDRESS_N_ROLES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * htap_address_owner_text_dup_unknown:
 * @addresses: (element-type HtapAddressRange): what was asked for
 * @owners: (element-type HtapAddressOwner): who has some of them
 *
 * Returns: (transfer full) (nullable): that nobody known has the others; %NULL if there are none
 */
char *
htap_address_owner_text_dup_unknown (GArray *addresses, GPtrArray *owners)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *list = NULL;
  g_auto (GStrv) unknown = NULL;
  guint n_unknown;

  for (guint i = 0; i < addresses->len; i++)
    {
      const HtapAddressRange *range = &g_array_index (addresses, HtapAddressRange, i);
      g_autofree char *text = htap_address_range_dup_text (range);

      if (!htap_address_owners_have (owners, i))
        g_strv_builder_add (builder, text);
    }

  unknown = g_strv_builder_end (builder);
  n_unknown = g_strv_length (unknown);
  if (n_unknown == 0)
    return NULL;

  if (n_unknown > MAX_LISTED)
    return g_strdup_printf (ngettext ("No known instance has %u of these addresses.",
                                      "No known instance has %u of these addresses.", n_unknown),
                            n_unknown);

  /* Translators: between the addresses of a list. */
  list = g_strjoinv (C_ ("addresses", ", "), unknown);

  /* Translators: %s is an address, or several. */
  return g_strdup_printf (_ ("No known instance has %s."), list);
}

/* How many TaurusDB instances no profile has read; in @n_unlisted, of how many their own addresses
 * are not known. */
static guint
count_unread (GListModel *sources, guint *n_unlisted)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      const char *id = htap_source_get_taurus_id (source);

      g_hash_table_add (all, g_strdup (id));
      if (htap_source_get_as_of (source) != 0)
        g_hash_table_add (read, g_strdup (id));
      if (htap_source_get_taurus (source) != NULL)
        g_hash_table_add (listed, g_strdup (id));
    }

  *n_unlisted = g_hash_table_size (all) - g_hash_table_size (listed);

  return g_hash_table_size (all) - g_hash_table_size (read);
}

static guint
count_unlisted_projects (GListModel *discoveries)
{
  guint n_projects = 0;

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (htap_discovery_get_as_of (discovery) == 0 || !htap_discovery_is_complete (discovery))
        n_projects++;
    }

  return n_projects;
}

/**
 * htap_address_owner_text_dup_gaps:
 * @discoveries: a list of #HtapDiscovery
 * @sources: a list of #HtapSource
 *
 * Who is not known may have an address all the same.
 *
 * Returns: (transfer full): a sentence for each kind of what was not read, several at most; empty
 *   if everything was
 */
GStrv
htap_address_owner_text_dup_gaps (GListModel *discoveries, GListModel *sources)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_unlisted;
  guint n_unread = count_unread (sources, &n_unlisted);
  guint n_projects = count_unlisted_projects (discoveries);
  g_autofree char *unread = g_strdup_printf (
      ngettext ("%u TaurusDB instance was not read, so it may be an address of its HTAP instances.",
                "%u TaurusDB instances were not read, so it may be an address of their HTAP "
                "instances.",
                n_unread),
      n_unread);
  g_autofree char *unlisted = g_strdup_printf (
      ngettext ("%u TaurusDB instance was not listed: its own addresses are not known.",
                "%u TaurusDB instances were not listed: their own addresses are not known.",
                n_unlisted),
      n_unlisted);
  g_autofree char *projects = g_strdup_printf (
      ngettext ("The TaurusDB instances of %u project are not all known.",
                "The TaurusDB instances of %u projects are not all known.", n_projects),
      n_projects);

  if (n_unread > 0)
    g_strv_builder_add (builder, unread);
  if (n_unlisted > 0)
    g_strv_builder_add (builder, unlisted);
  if (n_projects > 0)
    g_strv_builder_add (builder, projects);

  return g_strv_builder_end (builder);
}
