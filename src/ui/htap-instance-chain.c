/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-chain.h"

#include "htap-instance-filter.h"
#include "htap-instance-sorter.h"

struct _HtapInstanceChain
{
  GObject parent_instance;
  GListModel *instances;
  HtapInstanceFilter *filter;
  HtapInstanceSorter *sorter;
  GListModel *shown;
  GtkSelectionModel *selection;
};

G_DEFINE_FINAL_TYPE (HtapInstanceChain, htap_instance_chain, G_TYPE_OBJECT)

/* A search that leaves one row selects it, so that the next chord copies it. */
static void
select_only_match (HtapInstanceChain *self)
{
  if (htap_instance_filter_is_searching (self->filter) &&
      g_list_model_get_n_items (self->shown) == 1 && !htap_instance_chain_has_selection (self))
    gtk_selection_model_select_item (self->selection, 0, TRUE);
}

static void
htap_instance_chain_dispose (GObject *object)
{
  HtapInstanceChain *self = HTAP_INSTANCE_CHAIN (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->instances);

  G_OBJECT_CLASS (htap_instance_chain_parent_class)->dispose (object);
}

static void
htap_instance_chain_class_init (HtapInstanceChainClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_instance_chain_dispose;
}

static void
htap_instance_chain_init (HtapInstanceChain *self)
{
  self->sorter = htap_instance_sorter_new ();
}

/**
 * htap_instance_chain_new:
 * @instances: of #HtapInstance
 */
HtapInstanceChain *
htap_instance_chain_new (GListModel *instances)
{
  HtapInstanceChain *self = g_object_new (HTAP_TYPE_INSTANCE_CHAIN, NULL);
  GtkFilterListModel *filtered;

  self->instances = g_object_ref (instances);
  self->filter = htap_instance_filter_new (instances);
  filtered = gtk_filter_list_model_new (g_object_ref (instances),
                                        GTK_FILTER (g_object_ref (self->filter)));
  self->shown = G_LIST_MODEL (
      gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (g_object_ref (self->sorter))));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (self->shown)));

  return self;
}

/**
 * htap_instance_chain_get_selection:
 *
 * Returns: (transfer none): the shown instances and which are selected
 */
GtkSelectionModel *
htap_instance_chain_get_selection (HtapInstanceChain *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), NULL);

  return self->selection;
}

/**
 * htap_instance_chain_get_shown:
 *
 * Returns: (transfer none): the shown instances in order
 */
GListModel *
htap_instance_chain_get_shown (HtapInstanceChain *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), NULL);

  return self->shown;
}

gboolean
htap_instance_chain_has_selection (HtapInstanceChain *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), FALSE);

  selected = gtk_selection_model_get_selection (self->selection);

  return !gtk_bitset_is_empty (selected);
}

/**
 * htap_instance_chain_dup_selected:
 *
 * Returns: (transfer full): the selected instances in shown order, as they are now
 */
GListModel *
htap_instance_chain_dup_selected (HtapInstanceChain *self)
{
  g_autoptr (GListStore) selected = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (GtkBitset) positions = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), NULL);

  positions = gtk_selection_model_get_selection (self->selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (self->shown, position);

      g_list_store_append (selected, instance);
    }

  return G_LIST_MODEL (g_steal_pointer (&selected));
}

/**
 * htap_instance_chain_dup_targets:
 *
 * Returns: (transfer full): what a copy is about: the selected instances, else the first one shown;
 *   empty if there is none
 */
GListModel *
htap_instance_chain_dup_targets (HtapInstanceChain *self)
{
  g_autoptr (GListModel) targets = htap_instance_chain_dup_selected (self);
  g_autoptr (HtapInstance) first = NULL;

  if (g_list_model_get_n_items (targets) == 0)
    {
      first = g_list_model_get_item (self->shown, 0);
      if (first != NULL)
        g_list_store_append (G_LIST_STORE (targets), first);
    }

  return g_steal_pointer (&targets);
}

/**
 * htap_instance_chain_set_search:
 * @text: what to search for; empty for everything
 */
void
htap_instance_chain_set_search (HtapInstanceChain *self, const char *text)
{
  g_return_if_fail (HTAP_IS_INSTANCE_CHAIN (self));

  htap_instance_filter_set_search (self->filter, text);
  select_only_match (self);
}

/**
 * htap_instance_chain_get_search:
 *
 * Returns: (transfer none): what is searched for; valid until that changes or something comes in
 */
const HtapSearch *
htap_instance_chain_get_search (HtapInstanceChain *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), NULL);

  return htap_instance_filter_get_search (self->filter);
}

/**
 * htap_instance_chain_set_scope:
 * @sources: (nullable) (element-type HtapSource): whose instances to show; %NULL for all
 */
void
htap_instance_chain_set_scope (HtapInstanceChain *self, GPtrArray *sources)
{
  g_return_if_fail (HTAP_IS_INSTANCE_CHAIN (self));

  htap_instance_filter_set_scope (self->filter, sources);
  select_only_match (self);
}

/**
 * htap_instance_chain_get_sort:
 * @descending: (out) (optional): which way
 *
 * Returns: the field that comes first
 */
HtapFieldIndex
htap_instance_chain_get_sort (HtapInstanceChain *self, gboolean *descending)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), HTAP_FIELD_SHOWN_STATUS);

  return htap_instance_sorter_get_field (self->sorter, descending);
}

/**
 * htap_instance_chain_set_sort:
 *
 * Returns: whether that is another order than before
 */
gboolean
htap_instance_chain_set_sort (HtapInstanceChain *self, HtapFieldIndex field, gboolean descending)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), FALSE);

  return htap_instance_sorter_set_field (self->sorter, field, descending);
}

/**
 * htap_instance_chain_note_merged:
 * @changed: the fields in which some instance changed, once for all that came in together
 *
 * Searches and sorts anew if one of the fields matters for that. What is selected stays selected.
 */
void
htap_instance_chain_note_merged (HtapInstanceChain *self, HtapFieldSet changed)
{
  g_return_if_fail (HTAP_IS_INSTANCE_CHAIN (self));

  htap_instance_filter_note_merged (self->filter, changed);
  htap_instance_sorter_note_merged (self->sorter, changed);
  select_only_match (self);
}

/**
 * htap_instance_chain_count_values:
 *
 * What a search leaves does not count here: it is about everything in scope.
 *
 * Returns: 0 without instances, 1 if all have the same value of @field, else 2
 */
guint
htap_instance_chain_count_values (HtapInstanceChain *self, HtapFieldIndex field)
{
  g_autoptr (HtapInstance) first = NULL;

  g_return_val_if_fail (HTAP_IS_INSTANCE_CHAIN (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (self->instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (self->instances, i);

      if (!htap_instance_filter_in_scope (self->filter, instance))
        continue;
      if (first == NULL)
        first = g_object_ref (instance);
      else if (htap_field_compare (htap_field_get (field), first, instance) != 0)
        return 2;
    }

  return first != NULL ? 1 : 0;
}
