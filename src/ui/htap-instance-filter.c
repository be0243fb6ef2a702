/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-filter.h"

struct _HtapInstanceFilter
{
  GtkFilter parent_instance;
  GListModel *instances;
  char *text;         /* never NULL */
  HtapSearch *search; /* never NULL */
  gboolean is_loose;  /* nobody has the address that was typed */
  GHashTable *scope;  /* set of HtapSource, or NULL: all */
};

G_DEFINE_FINAL_TYPE (HtapInstanceFilter, htap_instance_filter, GTK_TYPE_FILTER)

/* Who has an address is asked of everything there is. */
static gboolean
is_in_view (HtapInstanceFilter *self, HtapInstance *instance)
{
  return htap_search_is_for_owner (self->search) || htap_instance_filter_in_scope (self, instance);
}

static gboolean
htap_instance_filter_match (GtkFilter *filter, gpointer item)
{
  HtapInstanceFilter *self = HTAP_INSTANCE_FILTER (filter);

  return is_in_view (self, item) && htap_search_matches (self->search, item);
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
  g_free (self->text);
  g_clear_object (&self->instances);
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
  self->text = g_strdup ("");
}

/**
 * htap_instance_filter_new:
 * @instances: all of #HtapInstance that there are, in view or not: what matches none of them as
 *   words is looked through for addresses
 */
HtapInstanceFilter *
htap_instance_filter_new (GListModel *instances)
{
  HtapInstanceFilter *self = g_object_new (HTAP_TYPE_INSTANCE_FILTER, NULL);

  self->instances = g_object_ref (instances);

  return self;
}

/* A scope comes and goes with a search for an owner, and so do rows. */
static GtkFilterChange
get_change (HtapInstanceFilter *self, const HtapSearch *search)
{
  if (self->scope != NULL &&
      (htap_search_is_for_owner (search) || htap_search_is_for_owner (self->search)))
    return GTK_FILTER_CHANGE_DIFFERENT;
  /* One more letter: only what is shown needs to be looked at. One less: only what is not. */
  if (htap_search_is_within (search, self->search))
    return GTK_FILTER_CHANGE_MORE_STRICT;

  return htap_search_is_within (self->search, search) ? GTK_FILTER_CHANGE_LESS_STRICT
                                                      : GTK_FILTER_CHANGE_DIFFERENT;
}

static void
take_search (HtapInstanceFilter *self, HtapSearch *search)
{
  htap_search_free (self->search);
  self->search = search;
}

/* Words or an address that nobody had may be in what came in, and the reverse. */
static gboolean
renew_search (HtapInstanceFilter *self)
{
  gboolean for_owner = htap_search_is_for_owner (self->search);
  gboolean was_loose = self->is_loose;

  take_search (self, htap_search_new_while_typing (self->text, self->instances, &self->is_loose));

  return htap_search_is_for_owner (self->search) != for_owner || self->is_loose != was_loose;
}

/**
 * htap_instance_filter_set_search:
 * @text: in the search's language, or the line of a log; empty for everything
 */
void
htap_instance_filter_set_search (HtapInstanceFilter *self, const char *text)
{
  GtkFilterChange change;
  HtapSearch *search;

  g_return_if_fail (HTAP_IS_INSTANCE_FILTER (self));
  g_return_if_fail (text != NULL);

  search = htap_search_new_while_typing (text, self->instances, &self->is_loose);
  change = get_change (self, search);
  take_search (self, search);
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_filter_changed (GTK_FILTER (self), change);
}

gboolean
htap_instance_filter_is_searching (HtapInstanceFilter *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_FILTER (self), FALSE);

  return !htap_search_is_empty (self->search);
}

/**
 * htap_instance_filter_get_search:
 *
 * Returns: (transfer none): what is searched for; valid until that changes or something comes in
 */
const HtapSearch *
htap_instance_filter_get_search (HtapInstanceFilter *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_FILTER (self), NULL);

  return self->search;
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
  gboolean renewed;
  HtapFieldSet looked_at;

  g_return_if_fail (HTAP_IS_INSTANCE_FILTER (self));

  renewed = renew_search (self);
  looked_at = htap_search_get_fields (self->search);
  /* Any field may matter to a search, findings only to one that asks for them; and who lists an
   * instance to a scope. */
  if (looked_at != 0)
    looked_at |= ~HTAP_FIELD_BIT (HTAP_FIELD_FINDINGS);
  if (renewed || (changed & looked_at) != 0 ||
      (self->scope != NULL && (changed & HTAP_FIELD_BIT (HTAP_FIELD_PROFILE)) != 0))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
