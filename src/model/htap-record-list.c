/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record-list.h"

#include "htap-address.h"
#include "htap-collation.h"
#include "htap-format.h"

typedef int (*CompareTexts) (const char *a, const char *b);

static int
compare_texts (const char *a, const char *b, CompareTexts compare)
{
  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return a == NULL ? 1 : -1;

  return compare (a, b);
}

static int
compare_addresses (const char *a, const char *b)
{
  int order = htap_address_compare_text (a, b);

  /* Another spelling of the same address is a difference, too. */
  return order != 0 ? order : g_strcmp0 (a, b);
}

static int
compare_times (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_proxy_ips (gconstpointer a, gconstpointer b)
{
  return compare_texts (*(const char *const *) a, *(const char *const *) b, compare_addresses);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const HtapNode *one = a;
  const HtapNode *other = b;
  int order = compare_texts (one->data_ip, other->data_ip, compare_addresses);

  if (order == 0)
    order = compare_texts (one->node_name, other->node_name, htap_collate_natural);
  if (order == 0)
    order = compare_texts (one->node_id, other->node_id, htap_collate_natural);

  return order;
}

static int
compare_zones (gconstpointer a, gconstpointer b)
{
  const HtapZone *one = a;
  const HtapZone *other = b;
  int order = compare_texts (one->description, other->description, htap_collate_natural);

  if (order == 0)
    order = compare_texts (one->code, other->code, htap_collate_natural);
  if (order == 0)
    order = compare_texts (one->az_type, other->az_type, htap_collate_natural);

  return order;
}

static int
compare_actions (gconstpointer a, gconstpointer b)
{
  const HtapAction *one = a;
  const HtapAction *other = b;
  int order = compare_texts (one->action, other->action, htap_collate_natural);

  if (order == 0)
    order = compare_texts (one->status, other->status, htap_collate_natural);
  if (order == 0)
    order = compare_texts (one->type, other->type, htap_collate_natural);
  if (order == 0)
    order = compare_texts (one->object_id, other->object_id, htap_collate_natural);
  if (order == 0)
    order = compare_texts (one->job_id, other->job_id, htap_collate_natural);
  if (order == 0)
    order = compare_texts (one->id, other->id, htap_collate_natural);
  if (order == 0)
    order = compare_times (one->created_at, other->created_at);
  if (order == 0)
    order = compare_times (one->updated_at, other->updated_at);

  return order;
}

/* Adds the parts that are there, with a space between them. */
static void
add_joined (GStrvBuilder *builder, const char *const *parts, guint n_parts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i] != NULL)
      {
        if (joined->len > 0)
          g_string_append_c (joined, ' ');
        g_string_append (joined, parts[i]);
      }

  if (joined->len > 0)
    g_strv_builder_add (builder, joined->str);
}

static void
add_proxy_ip (GStrvBuilder *builder, gconstpointer element)
{
  g_strv_builder_add (builder, *(const char *const *) element);
}

static void
add_node (GStrvBuilder *builder, gconstpointer element)
{
  const HtapNode *node = element;
  const char *parts[] = { node->data_ip, node->node_name, node->node_id };

  add_joined (builder, parts, G_N_ELEMENTS (parts));
}

static void
add_zone (GStrvBuilder *builder, gconstpointer element)
{
  const HtapZone *zone = element;
  const char *parts[] = { zone->description, zone->code, zone->az_type };

  add_joined (builder, parts, G_N_ELEMENTS (parts));
}

static void
add_action (GStrvBuilder *builder, gconstpointer element)
{
  const HtapAction *action = element;
  g_autofree char *created =
      action->created_at != 0 ? htap_format_iso8601 (action->created_at) : NULL;
  g_autofree char *updated =
      action->updated_at != 0 ? htap_format_iso8601 (action->updated_at) : NULL;
  const char *parts[] = {
    action->action, action->status, action->type, action->object_id,
    action->job_id, action->id,     created,      updated,
  };

  add_joined (builder, parts, G_N_ELEMENTS (parts));
}

static gconstpointer
get_proxy_ips (const HtapRecord *self, guint *n_elements)
{
  return htap_record_get_proxy_ips (self, n_elements);
}

static gconstpointer
get_nodes (const HtapRecord *self, guint *n_elements)
{
  return htap_record_get_nodes (self, n_elements);
}

static gconstpointer
get_zones (const HtapRecord *self, guint *n_elements)
{
  return htap_record_get_zones (self, n_elements);
}

static gconstpointer
get_actions (const HtapRecord *self, guint *n_elements)
{
  return htap_record_get_actions (self, n_elements);
}

static const struct
{
  gsize element_size;
  gconstpointer (*get) (const HtapRecord *self, guint *n_elements);
  int (*compare) (gconstpointer a, gconstpointer b);
  void (*add) (GStrvBuilder *builder, gconstpointer element);
} lists[HTAP_N_LISTS] = {
  [HTAP_LIST_PROXY_IPS] = { sizeof (char *), get_proxy_ips, compare_proxy_ips, add_proxy_ip },
  [HTAP_LIST_NODES] = { sizeof (HtapNode), get_nodes, compare_nodes, add_node },
  [HTAP_LIST_ZONES] = { sizeof (HtapZone), get_zones, compare_zones, add_zone },
  [HTAP_LIST_ACTIONS] = { sizeof (HtapAction), get_actions, compare_actions, add_action },
};

/**
 * htap_record_dup_list:
 *
 * Returns: (transfer full): one text an element, every member of it in the text; nothing for an
 *   element without any
 */
char **
htap_record_dup_list (const HtapRecord *self, HtapRecordList list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_elements;
  const char *elements;

  g_return_val_if_fail (list < HTAP_N_LISTS, NULL);

  elements = lists[list].get (self, &n_elements);
  for (guint i = 0; i < n_elements; i++)
    lists[list].add (builder, elements + i * lists[list].element_size);

  return g_strv_builder_end (builder);
}

/**
 * htap_record_compare_list:
 *
 * Compares element by element, addresses by value; of two lists that begin alike the longer one is
 * the greater, but an empty list comes last, as everything absent does.
 *
 * Returns: less than, equal to or greater than 0
 */
int
htap_record_compare_list (const HtapRecord *a, const HtapRecord *b, HtapRecordList list)
{
  guint n_a, n_b;
  const char *one, *other;

  g_return_val_if_fail (list < HTAP_N_LISTS, 0);

  one = lists[list].get (a, &n_a);
  other = lists[list].get (b, &n_b);

  if (n_a == 0 || n_b == 0)
    return (n_a == 0) - (n_b == 0);

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    {
      gsize offset = i * lists[list].element_size;
      int order = lists[list].compare (one + offset, other + offset);

      if (order != 0)
        return order;
    }

  return n_a < n_b ? -1 : n_a > n_b;
}
