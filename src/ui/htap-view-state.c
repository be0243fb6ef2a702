/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-state.h"

#include "htap-error-text.h"
#include "htap-format.h"
#include "htap-view-cause.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint n_loading;
  guint n_read;
  guint n_looking; /* projects that are being listed */
  guint n_unseen;  /* projects that never were */
} Progress;

static void
add_age (HtapViewState *self, gint64 as_of)
{
  if (as_of == 0)
    return;

  self->oldest = self->oldest == 0 ? as_of : MIN (self->oldest, as_of);
  self->newest = MAX (self->newest, as_of);
}

/* Projects are looked through when everything is read, not when one TaurusDB instance is. */
static gboolean
is_in_scope (HtapDiscovery *discovery, GPtrArray *scope)
{
  HtapProfile *profile = htap_discovery_get_profile (discovery);

  if (scope == NULL || scope->len == 0)
    return TRUE;

  return scope->len > 1 && htap_source_get_profile (scope->pdata[0]) == profile;
}

/* Those that failed speak with the sources that did. */
static void
add_discoveries (HtapViewState *self,
                 Progress *progress,
                 HtapInventory *inventory,
                 GPtrArray *scope,
                 GPtrArray *speakers)
{
  GListModel *discoveries = htap_inventory_get_discoveries (inventory);

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (!is_in_scope (discovery, scope))
        continue;

      progress->n_looking += htap_discovery_is_loading (discovery);
      progress->n_unseen += htap_discovery_get_state (discovery) == HTAP_SOURCE_NEVER;
      self->cut_off = self->cut_off ||
                      htap_inventory_is_cut_off (inventory, htap_discovery_get_profile (discovery),
                                                 htap_discovery_get_region (discovery));
      if (htap_discovery_get_error (discovery) == NULL)
        continue;

      self->n_unlisted++;
      g_ptr_array_add (speakers, g_object_ref (htap_discovery_get_stand_in (discovery)));
    }
}

static void
add_source (HtapViewState *self, Progress *progress, HtapSource *source)
{
  gint64 as_of = htap_source_get_as_of (source);

  add_age (self, as_of);
  progress->n_read += as_of != 0;
  progress->n_loading += htap_source_is_loading (source);

  if (htap_source_get_error (source) == NULL)
    return;

  self->n_failed++;
  if (as_of != 0 && (self->oldest_failed == 0 || as_of < self->oldest_failed))
    self->oldest_failed = as_of;
}

/* @scope: (nullable): as for htap_view_state_compute() */
static GPtrArray *
dup_sources (GListModel *sources, GPtrArray *scope)
{
  GPtrArray *all;

  if (scope != NULL)
    return g_ptr_array_ref (scope);

  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_ptr_array_add (all, g_list_model_get_item (sources, i));

  return all;
}

static GPtrArray *
dup_references (GPtrArray *sources)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (copy, g_object_ref (sources->pdata[i]));

  return copy;
}

static GHashTable *
new_set (GPtrArray *sources)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sources->len; i++)
    g_hash_table_add (set, sources->pdata[i]);

  return set;
}

static gboolean
is_any_cut_off (HtapInventory *inventory, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (htap_inventory_is_cut_off (inventory, htap_source_get_profile (sources->pdata[i]),
                                   htap_source_get_region (sources->pdata[i])))
      return TRUE;

  return FALSE;
}

static void
count_instances (HtapViewState *self, HtapInventory *inventory, GPtrArray *scope)
{
  GListModel *instances = htap_inventory_get_instances (inventory);
  guint n_instances = g_list_model_get_n_items (instances);
  g_autoptr (GHashTable) set = scope != NULL ? new_set (scope) : NULL;

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (set != NULL && !htap_instance_is_listed_by_any (instance, set))
        continue;

      if (!htap_instance_get_listed (instance))
        {
          self->n_gone++;
          continue;
        }

      self->n_instances++;
      self->n_attention += htap_instance_get_severity (instance) >= HTAP_SEVERITY_WARNING;
    }
}

/* Where something can be added, and what all of them look at. */
static void
add_profiles (HtapViewState *self, GListModel *profiles)
{
  gboolean many = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);
      GPtrArray *projects = htap_profile_get_projects (profile);

      if (!htap_profile_get_enabled (profile))
        continue;
      if (self->profile == NULL && htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED)
        self->profile = profile;

      for (guint j = 0; j < projects->len; j++)
        {
          const HtapRegionalId *project = projects->pdata[j];

          many = many || (self->region != NULL && !g_str_equal (self->region, project->region));
          self->region = project->region;
        }
    }

  if (many)
    self->region = NULL;
}

static gboolean
are_all_disabled (GListModel *profiles)
{
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        return FALSE;
    }

  return TRUE;
}

static HtapPage
choose_page_without_taurus (const HtapViewState *self, const Progress *progress)
{
  if (progress->n_looking > 0)
    return HTAP_PAGE_LOADING;
  if (self->n_unlisted > 0)
    return HTAP_PAGE_ERROR;

  return progress->n_unseen > 0 ? HTAP_PAGE_NOT_READ : HTAP_PAGE_NO_TAURUS;
}

static HtapPage
choose_page (const HtapViewState *self,
             const Progress *progress,
             GListModel *profiles,
             gboolean found)
{
  if (g_list_model_get_n_items (profiles) == 0)
    return HTAP_PAGE_FIRST_RUN;
  if (are_all_disabled (profiles))
    return HTAP_PAGE_DISABLED;
  if (self->n_sources == 0)
    return choose_page_without_taurus (self, progress);
  if (self->n_instances + self->n_gone > 0)
    return found ? HTAP_PAGE_LIST : HTAP_PAGE_NOTHING_FOUND;
  if (progress->n_loading > 0 && progress->n_read < self->n_sources)
    return HTAP_PAGE_LOADING;
  if (self->n_failed > 0 && progress->n_read == 0)
    return HTAP_PAGE_ERROR;

  return progress->n_read > 0 ? HTAP_PAGE_EMPTY : HTAP_PAGE_NOT_READ;
}

static void
add_refresh (HtapViewState *self, HtapRefresh *refresh)
{
  if (refresh == NULL)
    return;

  self->held_until = htap_refresh_get_held_until (refresh);
  self->n_answered = htap_refresh_get_done (refresh);
  self->n_asked = htap_refresh_get_total (refresh);
}

/**
 * htap_view_state_compute:
 * @scope: (nullable) (element-type HtapSource): the sources in view; %NULL for all
 * @searching: whether a search narrows the list
 * @n_shown: rows that the search leaves
 *
 * Fills @self from what is known now.
 */
void
htap_view_state_compute (HtapViewState *self,
                         HtapInventory *inventory,
                         GPtrArray *scope,
                         gboolean searching,
                         guint n_shown)
{
  GListModel *profiles = htap_inventory_get_profiles (inventory);
  g_autoptr (GPtrArray) sources = dup_sources (htap_inventory_get_sources (inventory), scope);
  g_autoptr (GPtrArray) speakers = dup_references (sources);
  Progress progress = { 0 };

  *self = (HtapViewState){ .n_sources = sources->len, .maximum = -1 };

  for (guint i = 0; i < sources->len; i++)
    add_source (self, &progress, sources->pdata[i]);
  if (sources->len == 1)
    self->maximum = htap_source_get_maximum (sources->pdata[0]);
  add_discoveries (self, &progress, inventory, scope, speakers);
  add_refresh (self, htap_inventory_get_refresh (inventory));
  self->cut_off = self->cut_off || is_any_cut_off (inventory, sources);
  self->failed = htap_view_cause_find (speakers, &self->one_cause);
  add_profiles (self, profiles);
  count_instances (self, inventory, scope);
  self->page = choose_page (self, &progress, profiles, !searching || n_shown > 0);
}

/* "Updated 14:02:31"; of mixed ages "Updated 13:40–14:02". */
static char *
dup_updated (const HtapViewState *self, gint64 now)
{
  g_autofree char *oldest = htap_format_as_of (self->oldest, now);
  g_autofree char *newest = htap_format_as_of (self->newest, now);
  g_autofree char *without_date = htap_format_as_of (self->oldest, self->oldest);
  g_autofree char *clock = htap_format_clock (self->oldest);
  gboolean is_today = g_str_equal (oldest, without_date);

  if (!g_str_equal (oldest, newest))
    /* Translators: when the oldest and the newest answer in view came: "Updated 13:40–14:02". */
    return g_strdup_printf (_ ("Updated %s–%s"), oldest, newest);

  /* Translators: %s is a time: "Updated 14:02:31". */
  return g_strdup_printf (_ ("Updated %s"), is_today ? clock : oldest);
}

static char *
dup_counts (const HtapViewState *self)
{
  g_autofree char *instances = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u instance", "%u instances", self->n_instances),
      self->n_instances);

  if (self->n_attention == 0)
    return g_steal_pointer (&instances);

  /* Translators: %s is "9 instances", %u how many of them should be looked at. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u needs attention",
                                       "%s, %u need attention", self->n_attention),
                          instances, self->n_attention);
}

/* How far it is, while that is of more interest than how old it is. */
static char *
dup_age_or_progress (const HtapViewState *self, gint64 now)
{
  if (self->long_sweep)
    /* Translators: TaurusDB instances, during a refresh: "37 of 120 read". */
    return g_strdup_printf (_ ("%u of %u read"), self->n_answered, self->n_asked);

  return self->oldest != 0 ? dup_updated (self, now) : g_strdup ("");
}

/**
 * htap_view_state_dup_subtitle:
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full): the answer to "is all well?", empty while nothing is known
 */
char *
htap_view_state_dup_subtitle (const HtapViewState *self, gint64 now)
{
  g_autofree char *age = dup_age_or_progress (self, now);
  g_autofree char *counts = NULL;

  if (self->oldest == 0)
    return g_steal_pointer (&age);

  counts = dup_counts (self);

  /* Translators: the window's subtitle: "9 instances, 2 need attention" and "Updated 14:02:31". */
  return g_strdup_printf (_ ("%s · %s"), counts, age);
}

static gboolean
has_notice (const HtapViewState *self)
{
  return self->n_failed + self->n_unlisted > 0 && self->page != HTAP_PAGE_ERROR &&
         self->page != HTAP_PAGE_LOADING;
}

static char *
dup_failed (const HtapViewState *self, gint64 now)
{
  g_autofree char *as_of =
      self->oldest_failed != 0 ? htap_format_as_of (self->oldest_failed, now) : NULL;

  if (as_of == NULL)
    /* Translators: "3 of 30 TaurusDB instances could not be read." The second is never 1. */
    return g_strdup_printf (_ ("%u of %u TaurusDB instances could not be read."), self->n_failed,
                            self->n_sources);

  /* Translators: "3 of 30 TaurusDB instances could not be read; their rows are from 13:40." The
   * plural follows the first. */
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u of %u TaurusDB instances could not be read; its rows are from %s.",
          "%u of %u TaurusDB instances could not be read; their rows are from %s.", self->n_failed),
      self->n_failed, self->n_sources, as_of);
}

static char *
dup_unlisted (const HtapViewState *self)
{
  /* Translators: %u is a number of projects. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The TaurusDB instances of %u project could not be listed.",
                   "The TaurusDB instances of %u projects could not be listed.", self->n_unlisted),
      self->n_unlisted);
}

/**
 * htap_view_state_dup_notice:
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): what to say above the list of what could not be read; %NULL
 *   if all is well or a page of its own says it
 */
char *
htap_view_state_dup_notice (const HtapViewState *self, gint64 now)
{
  g_autofree char *failed = NULL;
  g_autofree char *unlisted = NULL;

  if (!has_notice (self))
    return NULL;

  if (self->one_cause)
    return htap_error_text_dup_sentence_and_age (htap_source_get_error (self->failed), self->failed,
                                                 now);

  failed = self->n_failed > 0 ? dup_failed (self, now) : NULL;
  unlisted = self->n_unlisted > 0 ? dup_unlisted (self) : NULL;
  if (failed == NULL || unlisted == NULL)
    return g_strdup (failed != NULL ? failed : unlisted);

  /* Translators: two sentences. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), failed, unlisted);
}

/**
 * htap_view_state_dup_waiting:
 *
 * Returns: (transfer full) (nullable): why nothing comes for a while; %NULL if that is not so
 */
char *
htap_view_state_dup_waiting (const HtapViewState *self)
{
  g_autofree char *until = self->held_until != 0 ? htap_format_clock (self->held_until) : NULL;

  if (until == NULL)
    return NULL;

  /* Translators: %s is a time; then how many TaurusDB instances were read, and of how many. */
  return g_strdup_printf (_ ("Huawei Cloud is limiting requests. Continuing at %s, %u of %u read."),
                          until, self->n_answered, self->n_asked);
}

/**
 * htap_view_state_dup_notice_title:
 *
 * Returns: (transfer full) (nullable): a few words over a notice that is long without them
 */
char *
htap_view_state_dup_notice_title (const HtapViewState *self)
{
  const GError *error = has_notice (self) ? htap_source_get_error (self->failed) : NULL;

  if (!self->one_cause || !g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN))
    return NULL;

  return htap_error_text_dup_title (error, self->failed);
}

/**
 * htap_view_state_get_offers:
 * @offers: (out): what can be done about what could not be read
 */
void
htap_view_state_get_offers (const HtapViewState *self, HtapOffer offers[HTAP_N_OFFERS])
{
  offers[0] = (HtapOffer){ NULL };
  offers[1] = (HtapOffer){ NULL };
  if (self->failed == NULL)
    return;

  if (self->one_cause)
    {
      htap_offers_for_error (offers, htap_source_get_error (self->failed), self->failed);
      return;
    }

  offers[0] = (HtapOffer){ N_ ("_Details"), "win.show-failures", NULL };
  if (self->page == HTAP_PAGE_ERROR)
    offers[1] = (HtapOffer){ N_ ("_Try Again"), "win.refresh", NULL };
}
