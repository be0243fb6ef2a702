/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-quick-search.h"

#include "htap-address-range.h"
#include "htap-instance.h"
#include "htap-search-text-match.h"
#include "htap-search-text.h"
#include "htap-search-token.h"

#include <string.h>

/* One word that is looked for. */
typedef struct
{
  char *text; /* folded */
  HtapAddressRange range;
  gboolean is_address;
} Term;

/* How well a word, or all of them, fit. */
typedef enum
{
  FIT_NOT,
  FIT_PART,
  FIT_EXACT,
} Fit;

typedef struct
{
  HtapInstance *instance;
  Fit fit;
} Hit;

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->text);
}

/* What comes as one word may be several once an input method's punctuation is gone. */
static GArray *
read_terms (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));

  g_array_set_clear_func (terms, term_clear);
  for (guint i = 0; words[i] != NULL; i++)
    {
      Term term = { .text = NULL };

      if (*words[i] == '\0')
        continue;

      term.text = g_strdup (words[i]);
      term.is_address = htap_address_range_parse (term.text, &term.range);
      g_array_append_val (terms, term);
    }

  return terms;
}

static Fit
fit_text (const Term *term, const char *folded)
{
  if (!htap_search_text_has (folded, term->text, HTAP_SEARCH_ANYWHERE))
    return FIT_NOT;

  return g_str_equal (folded, term->text) ? FIT_EXACT : FIT_PART;
}

/* By value, however it is spelled; or by how it begins, for a person is still typing it. */
static Fit
fit_address (const Term *term, const char *address)
{
  if (term->is_address && htap_address_range_has_text (&term->range, address))
    return htap_address_range_is_single (&term->range) ? FIT_EXACT : FIT_PART;

  return htap_search_raw_has (address, term->text, HTAP_SEARCH_PREFIX) ? FIT_PART : FIT_NOT;
}

static Fit
fit_addresses (const Term *term, const HtapRecord *record)
{
  guint n_nodes, n_proxies;
  const HtapNode *nodes = htap_record_get_nodes (record, &n_nodes);
  const char *const *proxies = htap_record_get_proxy_ips (record, &n_proxies);
  Fit fit = fit_address (term, htap_record_get_text (record, HTAP_TEXT_DATA_VIP));

  fit = MAX (fit, fit_address (term, htap_record_get_text (record, HTAP_TEXT_DATA_VIP_V6)));
  for (guint i = 0; i < n_nodes; i++)
    fit = MAX (fit, fit_address (term, nodes[i].data_ip));
  for (guint i = 0; i < n_proxies; i++)
    fit = MAX (fit, fit_address (term, proxies[i]));

  return fit;
}

/* @text: all the terms: a name may have spaces in it */
static Fit
fit_instance (GArray *terms, const char *text, HtapInstance *instance)
{
  g_autofree char *name = htap_search_text_fold (htap_instance_get_name (instance));
  g_autofree char *id = htap_search_text_fold (htap_instance_get_id (instance));
  Fit best = g_str_equal (name, text) ? FIT_EXACT : FIT_PART;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      Fit fit = MAX (fit_text (term, name), fit_text (term, id));

      if (fit != FIT_EXACT)
        fit = MAX (fit, fit_addresses (term, htap_instance_get_record (instance)));
      if (fit == FIT_NOT)
        return FIT_NOT;

      best = MAX (best, fit);
    }

  return best;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *one = a;
  const Hit *other = b;
  int order;

  if (one->fit != other->fit)
    return one->fit > other->fit ? -1 : 1;

  order = strcmp (htap_instance_get_name_key (one->instance),
                  htap_instance_get_name_key (other->instance));

  return order != 0 ? order
                    : strcmp (htap_instance_get_id (one->instance),
                              htap_instance_get_id (other->instance));
}

static void
hit_clear (gpointer data)
{
  g_object_unref (((Hit *) data)->instance);
}

static GArray *
find_hits (GListModel *instances, GArray *terms, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  g_array_set_clear_func (hits, hit_clear);
  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      Hit hit = { instance, fit_instance (terms, text, instance) };

      /* Nobody comes for the address of what is gone. */
      if (hit.fit == FIT_NOT || !htap_instance_get_listed (instance))
        continue;

      g_array_append_val (hits, hit);
      g_steal_pointer (&instance);
    }

  return hits;
}

/**
 * htap_quick_search_find:
 * @instances: of #HtapInstance
 * @terms: (array zero-terminated=1): words that a person typed; none of them has another meaning
 * @max_results: how many may be found
 *
 * For who types into something that is not ours: finds the instances of which every word is
 * somewhere in the name or the id, or is one of the addresses (private IP, IPv6, readable nodes,
 * proxies), in any spelling, or the beginning of one. First come those that have exactly this name,
 * id or address, then the others; each by name, `htap-2` before `htap-10`.
 *
 * Returns: (transfer full) (element-type HtapInstance): no two with the same id; none if there is
 *   no word
 */
GPtrArray *
htap_quick_search_find (GListModel *instances, const char *const *terms, guint max_results)
{
  g_autofree char *typed = g_strjoinv (" ", (char **) terms);
  g_autofree char *normalized = htap_search_text_normalize (typed);
  const char *text = g_strstrip (normalized);
  g_autoptr (GArray) words = read_terms (text);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) hits = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  if (words->len == 0)
    return found;

  hits = find_hits (instances, words, text);
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len && found->len < max_results; i++)
    {
      HtapInstance *instance = g_array_index (hits, Hit, i).instance;

      if (g_hash_table_add (ids, (char *) htap_instance_get_id (instance)))
        g_ptr_array_add (found, g_object_ref (instance));
    }

  return found;
}
