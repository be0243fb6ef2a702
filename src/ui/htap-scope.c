/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-scope.h"

#include <glib/gi18n-lib.h>

struct _HtapScope
{
  GObject parent_instance;
  HtapInventory *inventory;
  HtapSource *source; /* the one in view, or NULL */
  char *profile;      /* uuid of the one in view, or NULL */
  GPtrArray *sources; /* HtapSource, of either; NULL for all */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapScope, htap_scope, G_TYPE_OBJECT)

static HtapProfile *
dup_profile (HtapScope *self)
{
  return self->profile != NULL ? htap_inventory_dup_profile (self->inventory, self->profile) : NULL;
}

static gboolean
is_chosen (HtapScope *self, HtapSource *source)
{
  return source == self->source ||
         g_strcmp0 (htap_profile_get_uuid (htap_source_get_profile (source)), self->profile) == 0;
}

static GPtrArray *
find_sources (HtapScope *self)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (is_chosen (self, source))
        g_ptr_array_add (found, g_steal_pointer (&source));
    }

  return found;
}

static void
update (HtapScope *self)
{
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  if (self->source != NULL || self->profile != NULL)
    self->sources = find_sources (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What was chosen may look at something else now; without it, everything is in view. */
static void
on_inventory_profiles_changed (HtapScope *self)
{
  g_autoptr (HtapProfile) profile = dup_profile (self);

  if (self->source == NULL && self->profile == NULL)
    return;

  if (profile == NULL)
    g_clear_pointer (&self->profile, g_free);
  if (self->source != NULL &&
      !g_list_store_find (G_LIST_STORE (htap_inventory_get_sources (self->inventory)), self->source,
                          NULL))
    g_clear_object (&self->source);
  update (self);
}

static void
htap_scope_finalize (GObject *object)
{
  HtapScope *self = HTAP_SCOPE (object);

  g_clear_object (&self->inventory);
  g_clear_object (&self->source);
  g_free (self->profile);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (htap_scope_parent_class)->finalize (object);
}

static void
htap_scope_class_init (HtapScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_scope_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_SCOPE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_scope_init (HtapScope *self)
{
}

/**
 * htap_scope_new:
 * @inventory: followed
 *
 * Returns: (transfer full): everything
 */
HtapScope *
htap_scope_new (HtapInventory *inventory)
{
  HtapScope *self = g_object_new (HTAP_TYPE_SCOPE, NULL);

  self->inventory = g_object_ref (inventory);
  g_signal_connect_object (inventory, "profiles-changed",
                           G_CALLBACK (on_inventory_profiles_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * htap_scope_get_source:
 *
 * Returns: (transfer none) (nullable): the TaurusDB instance that was chosen
 */
HtapSource *
htap_scope_get_source (HtapScope *self)
{
  g_return_val_if_fail (HTAP_IS_SCOPE (self), NULL);

  return self->source;
}

/**
 * htap_scope_get_profile:
 *
 * Returns: (nullable): the uuid of the profile that was chosen
 */
const char *
htap_scope_get_profile (HtapScope *self)
{
  g_return_val_if_fail (HTAP_IS_SCOPE (self), NULL);

  return self->profile;
}

/**
 * htap_scope_get_sources:
 *
 * Returns: (transfer none) (nullable) (element-type HtapSource): those in view; %NULL for all
 */
GPtrArray *
htap_scope_get_sources (HtapScope *self)
{
  g_return_val_if_fail (HTAP_IS_SCOPE (self), NULL);

  return self->sources;
}

/**
 * htap_scope_dup_title:
 *
 * Returns: (transfer full): what is in view; may be a name from outside
 */
char *
htap_scope_dup_title (HtapScope *self)
{
  g_autoptr (HtapProfile) profile = NULL;

  g_return_val_if_fail (HTAP_IS_SCOPE (self), NULL);

  if (self->source != NULL)
    return g_strdup (htap_source_get_shown_name (self->source));

  profile = dup_profile (self);

  return g_strdup (profile != NULL ? htap_profile_get_name (profile)
                                   : htap_scope_get_title_of_all ());
}

/**
 * htap_scope_get_title_of_all:
 *
 * Returns: (transfer none): what everything is called, whatever was chosen
 */
const char *
htap_scope_get_title_of_all (void)
{
  return _ ("All Instances");
}

/**
 * htap_scope_choose_source:
 * @source: (nullable): the only TaurusDB instance to look at; %NULL for all
 */
void
htap_scope_choose_source (HtapScope *self, HtapSource *source)
{
  g_return_if_fail (HTAP_IS_SCOPE (self));

  if (!g_set_object (&self->source, source) && self->profile == NULL)
    return;

  g_clear_pointer (&self->profile, g_free);
  update (self);
}

/**
 * htap_scope_choose_profile:
 * @profile: of which every TaurusDB instance is looked at, also those it gets later, until
 * something else is chosen or it is removed
 */
void
htap_scope_choose_profile (HtapScope *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_SCOPE (self));

  g_free (self->profile);
  self->profile = g_strdup (htap_profile_get_uuid (profile));
  g_clear_object (&self->source);
  update (self);
}
