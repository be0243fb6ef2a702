/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-filter.h"

#include "htap-search.h"

struct _HtapInstanceFilter
{
  GtkFilter parent_instance;
  HtapSearch *search; /* never NULL */
  GHashTable *scope;  /* set of HtapSource, or NULL: all */
};

G_DEFINE_FINAL_TYPE (HtapInstanceFilter, htap_instance_filter, GTK_TYPE_FILTER)

static gboolean
htap_instance_filter_match (GtkFilter *filter, gpointer item)
{
  HtapInstanceFilter *self = HTAP_INSTANCE_FILTER (filter);

  return htap_instance_filter_in_scope (self, item) && htap_search_matches (self->search, item);
}

static GtkFilterMatch
htap_instance_filter_get_strictness (GtkFilter *filter)
{
  HtapInstanceFilter *self = HTAP_INSTANCE_FILTER (filter);

  if (self->scope == NULL && htap_search_is_empty (self->search))
    return GTK_FILTER_MATCH_ALL;

  return GTK_FILTER_MATCH_SOME;
}

static void
htap_instance_filter_finalize (GObject *object)
{
  HtapInstanceFilter *self = HTAP_INSTANCE_FILTER (object);

  htap_search_free (self->search);
  g_clear_pointer (&self->scope, g_hash_table_unref);

  G_OBJECT_CLASS (htap_instance_filter_parent_class)->finalize (object);
}

static void
htap_instance_filter_class_init (HtapInstanceFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_instance_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = htap_instance_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = htap_instance_filter_get_strictness;
}

static void
htap_instance_filter_init (HtapInstanceFilter *self)
{
  self->search = htap_search_new ("");
}

HtapInstanceFilter *
htap_instance_filter_new (void)
{
  return g_object_new (HTAP_TYPE_INSTANCE_FILTER, NULL);
}

void
htap_instance_filter_set_search (HtapInstanceFilter *self, const char *text)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;
  HtapSearch *search;

  g_return_if_fail (HTAP_IS_INSTANCE_FILTER (self));
  g_return_if_fail (text != NULL);

  search = htap_search_new (text);
  if (htap_search_is_empty (search))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  else if (htap_search_is_empty (self->search))
    change = GTK_FILTER_CHANGE_MORE_STRICT;

  htap_search_free (self->search);
  self->search = search;
  gtk_filter_changed (GTK_FILTER (self), change);
}

gboolean
htap_instance_filter_is_searching (HtapInstanceFilter *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_FILTER (self), FALSE);

  return !htap_search_is_empty (self->search);
}

/**
 * htap_instance_filter_set_scope:
 * @sources: (nullable) (element-type HtapSource): whose instances to show; %NULL for all
 */
void
htap_instance_filter_set_scope (HtapInstanceFilter *self, GPtrArray *sources)
{
  g_return_if_fail (HTAP_IS_INSTANCE_FILTER (self));

  g_clear_pointer (&self->scope, g_hash_table_unref);
  if (sources != NULL)
    {
      self->scope = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
      for (guint i = 0; i < sources->len; i++)
        g_hash_table_add (self->scope, g_object_ref (g_ptr_array_index (sources, i)));
    }

  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * htap_instance_filter_in_scope:
 *
 * Returns: whether @instance is shown where nothing is searched for
 */
gboolean
htap_instance_filter_in_scope (HtapInstanceFilter *self, HtapInstance *instance)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_FILTER (self), FALSE);

  return self->scope == NULL || htap_instance_is_listed_by_any (instance, self->scope);
}

/**
 * htap_instance_filter_note_merged:
 * @changed: the fields in which some instance changed
 *
 * A filter does not notice that an item changed in place.
 */
void
htap_instance_filter_note_merged (HtapInstanceFilter *self, HtapFieldSet changed)
{
  g_return_if_fail (HTAP_IS_INSTANCE_FILTER (self));

  /* A search looks at every field, and a scope at who lists an instance. */
  if ((changed != 0 && htap_instance_filter_is_searching (self)) ||
      (self->scope != NULL && (changed & HTAP_FIELD_BIT (HTAP_FIELD_PROFILE)) != 0))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
