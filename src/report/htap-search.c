/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search.h"

#include "htap-address-scan.h"
#include "htap-search-condition.h"
#include "htap-search-name.h"

struct _HtapSearch
{
  GPtrArray *conditions; /* HtapSearchCondition */
  GArray *addresses;     /* HtapAddressRange, of those conditions that look for one */
  gboolean any;          /* one condition suffices: the addresses of a pasted line */
};

static HtapSearch *
new_search (gboolean any)
{
  HtapSearch *self = g_new0 (HtapSearch, 1);

  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_search_condition_free);
  self->addresses = g_array_new (FALSE, FALSE, sizeof (HtapAddressRange));
  self->any = any;

  return self;
}

static void
take_condition (HtapSearch *self, HtapSearchCondition *condition)
{
  const HtapAddressRange *address = htap_search_condition_get_address (condition);

  if (address != NULL)
    g_array_append_vals (self->addresses, address, 1);
  g_ptr_array_add (self->conditions, condition);
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  guint one = htap_search_condition_get_cost (*(HtapSearchCondition *const *) a);
  guint other = htap_search_condition_get_cost (*(HtapSearchCondition *const *) b);

  return (one > other) - (one < other);
}

/**
 * htap_search_new:
 * @text: what a person typed
 *
 * A search for the instances that fulfil every condition between white space in @text: a word
 * somewhere in their fields, as the API gives them or as they are shown; several words in quotes;
 * `field:value`, by the field's id, short word or label; an address, by its value; `ip:` with an
 * address, a network, or how an address begins; `>`, `>=`, `<`, `<=`, `=` before numbers and times;
 * `tag:name=value`; each with a minus for its contrary. Upper and lower case, full-width letters
 * and an input method's punctuation make no difference. What has no such meaning is text.
 *
 * Returns: (transfer full): a search; it matches everything if there is no word in @text
 */
HtapSearch *
htap_search_new (const char *text)
{
  HtapSearch *self = new_search (FALSE);
  g_autoptr (GPtrArray) tokens = htap_search_tokens_new (text);

  for (guint i = 0; i < tokens->len; i++)
    take_condition (self, htap_search_condition_new (tokens->pdata[i]));
  /* What rules an instance out soonest comes first. */
  g_ptr_array_sort (self->conditions, compare_costs);

  return self;
}

static gboolean
finds_any (HtapSearch *self, GListModel *instances)
{
  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (htap_search_matches (self, instance))
        return TRUE;
    }

  return FALSE;
}

/* Whether who finds nobody by @self finds nobody by @addresses either. */
static gboolean
looks_for_all_of (const HtapSearch *self, GArray *addresses)
{
  return self->conditions->len == 1 && self->addresses->len == 1 && addresses->len == 1 &&
         htap_address_range_equal (&g_array_index (self->addresses, HtapAddressRange, 0),
                                   &g_array_index (addresses, HtapAddressRange, 0)) &&
         (~htap_search_condition_get_fields (self->conditions->pdata[0]) &
          HTAP_SEARCH_ADDRESS_FIELDS) == 0;
}

/* @is_found: (out): whether it is known to find somebody
 * @is_vain: (out): whether it is known to find nobody */
static HtapSearch *
new_among (const char *text, GListModel *instances, gboolean *is_found, gboolean *is_vain)
{
  g_autoptr (HtapSearch) words = htap_search_new (text);
  g_autoptr (GArray) addresses = htap_address_scan (text);
  HtapSearch *self;

  *is_vain = FALSE;
  *is_found = addresses->len > 0 && finds_any (words, instances);
  if (addresses->len == 0 || *is_found)
    return g_steal_pointer (&words);

  *is_vain = looks_for_all_of (words, addresses);
  self = new_search (TRUE);
  for (guint i = 0; i < addresses->len; i++)
    take_condition (self, htap_search_condition_new_for_address (
                              &g_array_index (addresses, HtapAddressRange, i)));

  return self;
}

/**
 * htap_search_new_among:
 * @text: what a person typed, or the line of a log
 * @instances: of #HtapInstance: all there are
 *
 * As htap_search_new(); but if that finds nothing and there are addresses in @text, these are what
 * is looked for: `jdbc:mysql://10.0.0.5:3306/db` finds who has 10.0.0.5.
 *
 * Returns: (transfer full): a search
 */
HtapSearch *
htap_search_new_among (const char *text, GListModel *instances)
{
  gboolean is_found, is_vain;

  return new_among (text, instances, &is_found, &is_vain);
}

/* Returns: %NULL if there is nothing to loosen */
static HtapSearch *
new_loose (const char *text)
{
  g_autoptr (HtapSearch) self = htap_search_new (text);
  gboolean is_loose = FALSE;

  for (guint i = 0; i < self->conditions->len; i++)
    is_loose = htap_search_condition_loosen (self->conditions->pdata[i]) || is_loose;

  return is_loose ? g_steal_pointer (&self) : NULL;
}

/**
 * htap_search_new_while_typing:
 * @text: what a person has typed so far, or the line of a log
 * @instances: of #HtapInstance: all there are
 * @is_loose: (out): whether another address was found than the one that was typed
 *
 * As htap_search_new_among(); but where nobody has an address, what begins so is found:
 * `192.168.0.2` is on the way to `192.168.0.207`. Who has the address is asked all the same, see
 * htap_search_get_addresses().
 *
 * Returns: (transfer full): a search
 */
HtapSearch *
htap_search_new_while_typing (const char *text, GListModel *instances, gboolean *is_loose)
{
  gboolean is_found, is_vain;
  g_autoptr (HtapSearch) exact = new_among (text, instances, &is_found, &is_vain);
  g_autoptr (HtapSearch) loose = NULL;

  *is_loose = FALSE;
  if (is_found || exact->addresses->len == 0 || (!is_vain && finds_any (exact, instances)))
    return g_steal_pointer (&exact);

  loose = new_loose (text);
  *is_loose = loose != NULL && finds_any (loose, instances);

  return *is_loose ? g_steal_pointer (&loose) : g_steal_pointer (&exact);
}

void
htap_search_free (HtapSearch *self)
{
  g_ptr_array_unref (self->conditions);
  g_array_unref (self->addresses);
  g_free (self);
}

/**
 * htap_search_is_empty:
 *
 * Returns: whether there is no condition, so that everything matches
 */
gboolean
htap_search_is_empty (const HtapSearch *self)
{
  return self->conditions->len == 0;
}

static gboolean
implies (const HtapSearch *self, const HtapSearchCondition *condition)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (htap_search_condition_is_within (self->conditions->pdata[i], condition))
      return TRUE;

  return FALSE;
}

/**
 * htap_search_is_within:
 *
 * Returns: %TRUE only if what @self finds is among what @other finds, whatever the instances are;
 *   %FALSE also where that is not known
 */
gboolean
htap_search_is_within (const HtapSearch *self, const HtapSearch *other)
{
  if (self->any || other->any)
    return FALSE;

  for (guint i = 0; i < other->conditions->len; i++)
    if (!implies (self, other->conditions->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * htap_search_get_addresses:
 *
 * Returns: (transfer none) (element-type HtapAddressRange): the addresses and networks it looks for
 */
GArray *
htap_search_get_addresses (const HtapSearch *self)
{
  return self->addresses;
}

/**
 * htap_search_is_for_owner:
 *
 * Returns: whether it asks who has some addresses, and nothing else: that is asked of everything
 *   there is, whatever is in view
 */
gboolean
htap_search_is_for_owner (const HtapSearch *self)
{
  if (self->conditions->len == 0 || self->addresses->len != self->conditions->len)
    return FALSE;

  for (guint i = 0; i < self->addresses->len; i++)
    if (!htap_address_range_is_single (&g_array_index (self->addresses, HtapAddressRange, i)))
      return FALSE;

  return TRUE;
}

/**
 * htap_search_get_fields:
 *
 * Returns: the fields that it looks at
 */
HtapFieldSet
htap_search_get_fields (const HtapSearch *self)
{
  HtapFieldSet fields = 0;

  for (guint i = 0; i < self->conditions->len; i++)
    fields |= htap_search_condition_get_fields (self->conditions->pdata[i]);

  return fields;
}

static gboolean
matches (const HtapSearch *self, HtapInstance *instance, HtapSource *source)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (htap_search_condition_matches (self->conditions->pdata[i], instance, source) == self->any)
      return self->any;

  return !self->any;
}

/**
 * htap_search_matches:
 *
 * For words it allocates nothing once an instance's text was looked at: it is asked of every
 * instance at every keystroke.
 *
 * Returns: whether @instance, with the source it belongs to, fulfils every condition
 */
gboolean
htap_search_matches (const HtapSearch *self, HtapInstance *instance)
{
  return matches (self, instance, htap_instance_get_source (instance));
}

/**
 * htap_search_matches_source:
 *
 * Returns: whether @source fulfils every condition by what all its instances share: the TaurusDB
 *   instance's name, id and tags, the profile, the region
 */
gboolean
htap_search_matches_source (const HtapSearch *self, HtapSource *source)
{
  return matches (self, NULL, source);
}
